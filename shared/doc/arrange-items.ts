// Decides for each item where it is shown: which list it is in, and what stands inside it. Every item that is not
// removed is shown exactly once, whatever peers did to its round or block at the same time (RULES.md D20-D24).

import { compare } from './entity.ts';
import type { ItemRow } from './rows.ts';
import { isEntityId } from './schema.ts';

export interface PlacedItem {
  readonly row: ItemRow;
  readonly slots: readonly ItemRow[];
}

/** Where items go whose place has never arrived. */
export const UNPLACED = 'unplaced';

/** The items of each block, in order; slots inside their round. */
export function arrangeItems(items: ReadonlyMap<string, ItemRow>): Map<string, PlacedItem[]> {
  const heads = headsOf(items);
  const below = new Map<string, ItemRow[]>();
  for (const row of items.values()) {
    if (heads.get(row.id) !== row.id) push(below, row.parent, row);
  }
  const blocks = new Map<string, PlacedItem[]>();
  for (const row of [...items.values()].sort(inOrder)) {
    if (heads.get(row.id) !== row.id) continue;
    const inside = shownBelow(row, below);
    const block = isEntityId(row.block) ? row.block : UNPLACED;
    const isRound = row.value.kind === 'round';
    if (!row.removed || (isRound && inside.length > 0))
      push(blocks, block, { row, slots: isRound ? inside : [] });
    if (!isRound) for (const slot of inside) push(blocks, block, { row: slot, slots: [] });
  }
  return blocks;
}

export function inOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** For each item the one at the top of its chain of parents; where the chain is a circle, the least id of it. */
function headsOf(items: ReadonlyMap<string, ItemRow>): Map<string, string> {
  const heads = new Map<string, string>();
  for (const start of items.keys()) {
    const path = new Set<string>();
    let id = start;
    while (!heads.has(id) && !path.has(id)) {
      path.add(id);
      const parent = items.get(id)?.parent ?? '';
      if (!items.has(parent)) heads.set(id, id);
      else id = parent;
    }
    const climbed = [...path];
    const circle = heads.has(id) ? [] : climbed.slice(climbed.indexOf(id));
    const head = heads.get(id) ?? circle.toSorted()[0] ?? id;
    for (const member of path) heads.set(member, heads.get(member) ?? head);
  }
  return heads;
}

/** What is under an item, however deep, in one list; a removed one makes room for what it held. */
function shownBelow(head: ItemRow, below: ReadonlyMap<string, ItemRow[]>): ItemRow[] {
  const shown: ItemRow[] = [];
  const stack = (below.get(head.id) ?? []).toSorted(inOrder).reverse();
  for (let row = stack.pop(); row; row = stack.pop()) {
    if (!row.removed) shown.push(row);
    stack.push(...(below.get(row.id) ?? []).toSorted(inOrder).reverse());
  }
  return shown;
}
