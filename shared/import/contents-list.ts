import { isElement, isList, oneLine, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import type { Page, PageText } from './page.ts';

/** A list that names, mostly by links that stay in the page, what the page has as headings or rows of its own. */
export function isContentsList(part: PageText, own: ReadonlySet<string>): boolean {
  const entries = part.nodes.filter(isList).flatMap(entriesOf);
  if (entries.length < 3 || !part.nodes.some(isList)) return false;
  const links = entries.filter((entry) => entry.inside).length;
  if (links * 2 < entries.length) return false;
  return entries.filter((entry) => own.has(entry.text)).length * 10 >= entries.length * 6;
}

/** What a table of contents of the page would list. */
export function contentsOf(page: Page): Set<string> {
  return new Set(page.parts.flatMap(announced));
}

function announced(part: Page['parts'][number]): string[] {
  if (part.kind === 'heading') return [part.text];
  if (part.kind === 'text') return [];
  const alone = part.rows.map((row) => row.cells.filter((cell) => cell.text !== ''));
  return alone.flatMap((cells) => (cells.length === 1 ? cells.map((cell) => cell.text) : []));
}

interface Entry {
  readonly text: string;
  readonly inside: boolean;
}

function entriesOf(node: HtmlNode): Entry[] {
  if (!isElement(node)) return [];
  const own = node.children.filter((child) => !isList(child));
  const below = node.children.flatMap(entriesOf);
  if (node.tag !== 'li') return below;
  const link = own.find((child) => isElement(child, 'a'));
  const inside = isElement(link) && (link.attrs.href ?? '#').startsWith('#');
  return [{ text: oneLine(textOf(own)), inside }, ...below];
}
