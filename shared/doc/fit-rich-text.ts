// Gives children a place where the schema has none for them, losing no text: what two peers' edits can leave behind (a
// list item without its paragraph) and what only a stranger would write (a heading inside a heading).

import type { RichInline } from '../domain/rich-text.ts';
import {
  joinTexts,
  misplacedChild,
  nodeRule,
  RICH_NODES,
  type RichNodeRule,
} from '../domain/rich-text-check.ts';

export interface RawNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RawNode[];
  readonly text?: string;
}

export interface Fitted {
  readonly content: readonly RawNode[];
  /** Children that had to be changed; the editor's binding would have deleted the parent for them. */
  readonly forced: boolean;
}

export function fitContent(children: readonly RawNode[], rule: RichNodeRule): Fitted {
  const fits =
    misplacedChild(
      rule.content,
      children.map(({ type }) => type),
    ) === -1;
  if (fits) return { content: isLine(rule) ? join(children) : children, forced: false };
  return { content: force(children, rule), forced: true };
}

function isLine(rule: RichNodeRule): boolean {
  return rule.content === 'inline*' || rule.content === 'text*';
}

function force(children: readonly RawNode[], rule: RichNodeRule): readonly RawNode[] {
  switch (rule.content) {
    case 'inline*':
      return join(lineOf(children));
    case 'text*':
      return join([
        {
          type: 'text',
          text: lineOf(children)
            .map((node) => node.text ?? '\n')
            .join(''),
        },
      ]);
    case 'listItem+':
      return children.map((child) => (child.type === 'listItem' ? child : asListItem(child)));
    case 'paragraph block*': {
      const blocks = blocksOf(children);
      return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
    }
    case 'paragraph progressNote*': {
      const [first, ...rest] = blocksOf(children, ['progressNote']);
      const head =
        first?.type === 'paragraph' ? [first] : [{ type: 'paragraph' }, ...(first ? [asNote(first)] : [])];
      return [...head, ...rest.map(asNote)];
    }
    case 'block+':
      return blocksOf(children);
    default:
      return [];
  }
}

/** Blocks as they are, lines wrapped in paragraphs, everything else replaced by what it holds. */
function blocksOf(children: readonly RawNode[], kept: readonly string[] = []): RawNode[] {
  const blocks: RawNode[] = [];
  let line: RawNode[] = [];
  const endLine = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', content: join(line) });
    line = [];
  };
  for (const child of children) {
    const group = nodeRule(child.type)?.group;
    if (group === 'inline') line.push(child);
    else {
      endLine();
      if (group === 'block' || kept.includes(child.type)) blocks.push(child);
      else blocks.push(...blocksOf(child.content ?? []));
    }
  }
  endLine();
  return blocks;
}

function asListItem(child: RawNode): RawNode {
  return { type: 'listItem', content: force([child], RICH_NODES.listItem) };
}

function asNote(child: RawNode): RawNode {
  if (child.type === 'progressNote') return child;
  const content = join(lineOf([child]));
  return { type: 'progressNote', attrs: { date: null, by: null }, ...(content.length > 0 && { content }) };
}

/** All that is written in the nodes as one line. */
function lineOf(nodes: readonly RawNode[]): RawNode[] {
  return nodes.flatMap((node, i) => {
    if (nodeRule(node.type)?.group === 'inline') return [node];
    const gap = i > 0 ? [{ type: 'text', text: ' ' }] : [];
    return [...gap, ...lineOf(node.content ?? [])];
  });
}

function join(line: readonly RawNode[]): readonly RawNode[] {
  return joinTexts(line as unknown as readonly RichInline[]) as unknown as readonly RawNode[];
}
