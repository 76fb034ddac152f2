// Takes one line out of the list it stands in: what is before it stays a list, what hangs below it or follows comes after.

import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';

export interface TakenOut {
  /** The outermost list, which `before`, the line and `after` replace. */
  readonly from: number;
  readonly to: number;
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

/** Where the textblock of `$pos` would stand outside of all lists; `null` when it is in none. */
export function takeOut($pos: ResolvedPos): TakenOut | null {
  let top = 0;
  while (top < $pos.depth && !isList($pos.node(top))) top++;
  if (top >= $pos.depth) return null;
  const before = cutBefore($pos, top);
  const after = mergeLists(cutAfter($pos, top));
  return { from: $pos.before(top), to: $pos.after(top), before: before ? [before] : [], after };
}

function isList(node: Node): boolean {
  return node.type.name === 'bulletList' || node.type.name === 'orderedList';
}

function cutBefore($pos: ResolvedPos, depth: number): Node | null {
  if (depth >= $pos.depth) return null;
  const node = $pos.node(depth);
  const inner = cutBefore($pos, depth + 1);
  const kept = [...children(node, 0, $pos.index(depth)), ...(inner ? [inner] : [])];
  return kept.length > 0 ? node.copy(Fragment.from(kept)) : null;
}

function cutAfter($pos: ResolvedPos, depth: number): readonly Node[] {
  if (depth >= $pos.depth) return [];
  const node = $pos.node(depth);
  const index = $pos.index(depth);
  const rest = children(node, index + 1, node.childCount);
  const inner = cutAfter($pos, depth + 1);
  if (!isList(node)) return [...inner, ...rest];
  if (rest.length === 0) return inner;
  const attrs = 'start' in node.attrs ? { start: Number(node.attrs.start) + index } : null;
  return [...inner, node.type.create(attrs, rest)];
}

function children(node: Node, from: number, to: number): readonly Node[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => node.child(from + index));
}

function mergeLists(nodes: readonly Node[]): readonly Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last && isList(node) && last.type === node.type)
      merged[merged.length - 1] = last.copy(last.content.append(node.content));
    else merged.push(node);
  }
  return merged;
}
