import type { ItemId } from './ids.ts';
import type { AgendaItem, Block, Day } from './meeting.ts';

export interface RunItem<I extends AgendaItem = AgendaItem> {
  readonly item: I;
  readonly day: Day<I>;
  readonly block: Block<I>;
  /** The round whose sub-slot it is. */
  readonly round: ItemId | null;
}

/** What can be live, in order: every item that is not cancelled; a round with sub-slots is run slot by slot. */
export function runOrder<I extends AgendaItem>(days: readonly Day<I>[]): readonly RunItem<I>[] {
  return days.flatMap((day) =>
    day.blocks.flatMap((block) => leaves(block.items, null).map((leaf) => ({ ...leaf, day, block }))),
  );
}

function leaves<I extends AgendaItem>(
  items: readonly I[],
  round: ItemId | null,
): readonly { readonly item: I; readonly round: ItemId | null }[] {
  return items.flatMap((item) => {
    if (item.cancelled !== null) return [];
    const slots = leaves(item.slots, item.id);
    return slots.length > 0 ? slots : [{ item, round }];
  });
}

/**
 * What comes after `from` and had no time yet; with nothing live, the first that had none. An item that has left the
 * order since (cancelled, removed) has nothing after it; a round is followed by its first sub-slot.
 */
export function nextInOrder<I extends AgendaItem>(
  order: readonly RunItem<I>[],
  from: ItemId | null,
  done: ReadonlyMap<ItemId, unknown>,
): RunItem<I> | null {
  const open = (list: readonly RunItem<I>[]) => list.find(({ item }) => !done.has(item.id)) ?? null;
  if (from === null) return open(order);
  const index = order.findIndex(({ item }) => item.id === from);
  const inRound = order.findIndex(({ round }) => round === from);
  if (index < 0 && inRound < 0) return null;
  return open(order.slice(index < 0 ? inRound : index + 1));
}
