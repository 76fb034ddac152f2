// The texts of a meeting out of HTML: paragraphs, lists, headings, and the action items and decisions inside them, in whatever
// way the page marks those. Works on cleaned nodes (clean-nodes.ts). What the schema cannot hold is said to the report.

import { EMPTY_RICH_DOC, type RichBlock, type RichDoc, type RichInline } from '../domain/rich-text.ts';
import { checkRichDoc } from '../domain/rich-text-check.ts';
import type { TextContext } from './action-node.ts';
import { hasBlock, headingLevel, isBlank, isElement, isList, textOf } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { inlineLines } from './rich-inline.ts';
import { lineBlocks } from './rich-lines.ts';
import { type BuildBlocks, listBlocks } from './rich-list.ts';
import { markerOf } from './text-markers.ts';

/** Lists and quotations below this depth are flattened; the schema ends at 64 levels. */
const DEEPEST = 52;

export function richDoc(nodes: readonly HtmlNode[], line: number, context: TextContext): RichDoc {
  const content = richBlocks(nodes, line, context);
  if (content.length === 0) return EMPTY_RICH_DOC;
  const checked = checkRichDoc({ type: 'doc', content });
  if (checked.ok) return checked.value;
  context.report.find(
    'leftover',
    line,
    textOf(nodes),
    `This text cannot be kept as a whole: it ${checked.error.problem}.`,
  );
  return EMPTY_RICH_DOC;
}

export function richBlocks(nodes: readonly HtmlNode[], line: number, context: TextContext): RichBlock[] {
  return createBuilder(nodes, context)(nodes, line, 1);
}

function createBuilder(all: readonly HtmlNode[], context: TextContext): BuildBlocks {
  const topLevel = Math.min(6, ...all.map(highestHeading));
  return blocks;

  function blocks(nodes: readonly HtmlNode[], line: number, depth: number): RichBlock[] {
    const built: RichBlock[] = [];
    let run: HtmlNode[] = [];
    let at = line;
    const flush = (): void => {
      built.push(...lineBlocks(inlineLines(run, at, context.report), at, context));
      run = [];
    };
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i];
      if (node === undefined) continue;
      if (!isElement(node) || !hasBlock(node)) {
        if (run.length === 0 && isElement(node)) at = node.line;
        run.push(node);
        continue;
      }
      if (isMark(run)) {
        // A tick that stands alone belongs to the block behind it.
        const end = endOfAction(nodes, i);
        built.push(...actionOf([...run, ...nodes.slice(i, end)], at));
        run = [];
        i = end - 1;
      } else {
        flush();
        at = node.line;
        if (isMark([node])) {
          const end = endOfAction(nodes, i + 1);
          built.push(...actionOf(nodes.slice(i, end), at));
          i = end - 1;
        } else built.push(...elementBlocks(node, depth));
      }
    }
    flush();
    return built;
  }

  /** A tick and the pieces of its action item, which a wiki may have put into blocks of their own. */
  function actionOf(nodes: readonly HtmlNode[], line: number): RichBlock[] {
    const inline = nodes.flatMap((node): HtmlNode[] => [...unwrapped(node), { type: 'text', text: ' ' }]);
    const joined: RichInline[] = inlineLines(inline, line, context.report).flatMap((part): RichInline[] => [
      ...part,
      { type: 'text', text: ' ' },
    ]);
    return lineBlocks([joined], line, context);
  }

  function elementBlocks(element: HtmlElement, depth: number): RichBlock[] {
    const level = headingLevel(element);
    if (level !== null && !element.children.some(hasBlock)) return headingBlocks(element, level);
    if (isList(element)) return listBlocks(element, depth, blocks, depth > DEEPEST);
    switch (element.tag) {
      case 'hr':
        return [{ type: 'horizontalRule' }];
      case 'pre':
        return codeBlocks(element);
      case 'table':
        return tableBlocks(element, depth);
      case 'blockquote': {
        const content = blocks(element.children, element.line, depth + 1);
        return content.length === 0 || depth > DEEPEST ? content : [{ type: 'blockquote', content }];
      }
      default:
        return blocks(element.children, element.line, depth);
    }
  }

  function headingBlocks(element: HtmlElement, level: number): RichBlock[] {
    const rank = Math.min(3, level - topLevel + 1);
    return inlineLines(element.children, element.line, context.report).map((content) => ({
      type: 'heading',
      attrs: { level: rank === 1 ? 1 : rank === 2 ? 2 : 3 },
      content,
    }));
  }

  function tableBlocks(table: HtmlElement, depth: number): RichBlock[] {
    context.report.find(
      'table',
      table.line,
      textOf(table.children),
      'A table inside a text is kept as one line a row.',
    );
    return rowsOf(table).flatMap((row) => {
      const cells = row.children.filter(
        (cell) => isElement(cell, 'td', 'th') && !isBlank(cell.children),
      ) as HtmlElement[];
      if (cells.some((cell) => cell.children.some(hasBlock))) {
        return cells.flatMap((cell) => blocks(cell.children, cell.line, depth));
      }
      const glued = cells.flatMap((cell, i): HtmlNode[] => [
        ...(i === 0 ? [] : [{ type: 'text', text: ' | ' } as const]),
        ...cell.children,
      ]);
      return lineBlocks(inlineLines(glued, row.line, context.report), row.line, context);
    });
  }
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    if (isElement(child, 'caption')) return [{ ...child, children: [{ ...child, tag: 'td' }] }];
    return isElement(child) ? rowsOf(child) : [];
  });
}

function highestHeading(node: HtmlNode): number {
  if (!isElement(node)) return 6;
  return headingLevel(node) ?? Math.min(6, ...node.children.map(highestHeading));
}

function isMark(nodes: readonly HtmlNode[]): boolean {
  const text = textOf(nodes);
  return text !== '' && markerOf(text)?.length === text.length && text.length <= 4;
}

/** The pieces end at the next tick or at anything that is more than a line. */
function endOfAction(nodes: readonly HtmlNode[], start: number): number {
  let end = start;
  while (end < nodes.length) {
    const node = nodes[end];
    if (node === undefined || markerOf(textOf([node]))) break;
    if (isElement(node) && (headingLevel(node) !== null || holdsMore(node))) break;
    end += 1;
  }
  return end;
}

function holdsMore(element: HtmlElement): boolean {
  if (isList(element) || isElement(element, 'table', 'hr', 'pre', 'blockquote')) return true;
  return element.children.some((child) => isElement(child) && holdsMore(child));
}

function unwrapped(node: HtmlNode): HtmlNode[] {
  if (!isElement(node) || !hasBlock(node)) return [node];
  return node.children.flatMap((child): HtmlNode[] => [...unwrapped(child), { type: 'text', text: ' ' }]);
}

function codeBlocks(element: HtmlElement): RichBlock[] {
  const raw = (node: HtmlNode): string =>
    node.type === 'text' ? node.text : node.tag === 'br' ? '\n' : node.children.map(raw).join('');
  const text = raw(element).replace(/^\n|\s+$/g, '');
  if (text === '') return [];
  const code = element.children.find((child) => isElement(child, 'code'));
  const language = isElement(code)
    ? (/\blanguage-([\w+-]{1,40})/.exec(code.attrs.class ?? '')?.[1] ?? null)
    : null;
  return [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }];
}
