// Lists of a text. Action items and decisions among the items stand on their own between the pieces of the list, since the
// schema has them as blocks; what is nested below an action item is its progress.

import type { ActionItemNode, ListItem, RichBlock, RichInline } from '../domain/rich-text.ts';
import { isBlank, isElement, isList } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

/** Builds what is inside an item; `depth` is that of the item. */
export type BuildBlocks = (nodes: readonly HtmlNode[], line: number, depth: number) => RichBlock[];

export function listBlocks(list: HtmlElement, depth: number, build: BuildBlocks, flat: boolean): RichBlock[] {
  const ordered = list.tag === 'ol' && !/list-style(?:-type)?\s*:\s*none/i.test(list.attrs.style ?? '');
  const first = Math.min(Math.max(Number.parseInt(list.attrs.start ?? '1', 10) || 0, 0), 99_999);
  const built: RichBlock[] = [];
  let items: ListItem[] = [];
  let count = 0;
  const flush = (): void => {
    if (items.length === 0) return;
    const start = first + count - items.length;
    built.push(
      ordered
        ? { type: 'orderedList', attrs: { start }, content: items }
        : { type: 'bulletList', content: items },
    );
    items = [];
  };
  const add = (content: RichBlock[]): void => {
    const [head, ...rest] = content;
    if (head === undefined) return;
    if (flat) built.push(...content);
    else if (head.type === 'actionItem') {
      flush();
      built.push(...withProgress(head, rest));
    } else if (head.type === 'decision') {
      flush();
      built.push(...content);
    } else {
      count += 1;
      items.push({
        type: 'listItem',
        content: head.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
      });
    }
  };
  for (const child of list.children) {
    if (isElement(child, 'li')) add(build(child.children, child.line, depth + 2));
    else if (isList(child)) nest(items, build([child], child.line, depth + 2), add);
    else if (!isBlank([child])) add(build([child] satisfies HtmlNode[], list.line, depth + 2));
  }
  flush();
  return built;
}

/** A list directly inside a list belongs to the item before it. */
function nest(items: ListItem[], content: RichBlock[], add: (content: RichBlock[]) => void): void {
  const last = items.pop();
  if (last) items.push({ ...last, content: [...last.content, ...content] });
  else add(content);
}

/** Plain lines below an action item become its progress notes; other action items and decisions follow it. */
function withProgress(action: ActionItemNode, below: readonly RichBlock[]): RichBlock[] {
  const others: RichBlock[] = [];
  const notes = below.flatMap((block) => {
    const lines = plainLines(block);
    if (lines === null) others.push(block);
    return lines ?? [];
  });
  const attrs = { date: null, by: null };
  const content = [
    ...action.content,
    ...notes.map((line) => ({ type: 'progressNote', attrs, content: line }) as const),
  ];
  return [{ ...action, content }, ...others];
}

function plainLines(block: RichBlock): (readonly RichInline[])[] | null {
  if (block.type === 'paragraph') return block.content ? [block.content] : [];
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return null;
  const lines = block.content.flatMap((item) => item.content.map(plainLines));
  return lines.some((line) => line === null) ? null : lines.flatMap((line) => line ?? []);
}
