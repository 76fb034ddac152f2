// What a line of the text is (plain, decision, action item) and how one becomes another. Positions and nodes only.

import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model';

export type LineKind = 'actionItem' | 'decision';

export interface Line {
  readonly kind: LineKind;
  readonly node: Node;
  readonly depth: number;
  /** Before the node. */
  readonly pos: number;
  /** Where its text starts. */
  readonly start: number;
}

/** The decision or action item around a position. */
export function lineAt($pos: ResolvedPos): Line | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    const { name } = node.type;
    if (name !== 'actionItem' && name !== 'decision') continue;
    const pos = $pos.before(depth);
    return { kind: name, node, depth, pos, start: pos + (name === 'decision' ? 1 : 2) };
  }
  return null;
}

/** `old` as `kind`. Progress notes of an action become paragraphs after it; marks, text and line breaks are kept. */
export function buildLine(
  schema: Schema,
  old: Node,
  kind: LineKind | 'paragraph',
  fresh: { readonly id: string; readonly status: string },
): { readonly nodes: Node[]; readonly offset: number } {
  const isAction = old.type.name === 'actionItem';
  const text = isAction ? (old.firstChild?.content ?? null) : old.content;
  const paragraph = schema.node('paragraph', null, text ?? undefined);
  const notes: Node[] = [];
  for (const part of isAction ? old.children.slice(1) : [])
    notes.push(schema.node('paragraph', null, part.content));
  const line = {
    paragraph: () => paragraph,
    decision: () => schema.node('decision', { id: fresh.id }, paragraph.content),
    actionItem: () => schema.node('actionItem', fresh, [paragraph]),
  }[kind]();
  return { nodes: [line, ...notes], offset: kind === 'actionItem' ? 2 : 1 };
}
