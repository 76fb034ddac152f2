import type { ItemId } from './ids.ts';
import type { AgendaItem, Block, Day } from './meeting.ts';

export interface RunItem<I extends AgendaItem = AgendaItem> {
  readonly item: I;
  readonly day: Day<I>;
  readonly block: Block<I>;
}

/** What can be live, in order: every item that is not cancelled; a round with sub-slots is run slot by slot. */
export function runOrder<I extends AgendaItem>(days: readonly Day<I>[]): readonly RunItem<I>[] {
  return days.flatMap((day) =>
    day.blocks.flatMap((block) => leaves(block.items).map((item) => ({ item, day, block }))),
  );
}

function leaves<I extends AgendaItem>(items: readonly I[]): readonly I[] {
  return items.flatMap((item) => {
    if (item.cancelled !== null) return [];
    const slots = leaves(item.slots);
    return slots.length > 0 ? slots : [item];
  });
}

/** What comes after `from` in the order, on whatever day; the first that had no time yet when nothing is live. */
export function nextInOrder<I extends AgendaItem>(
  order: readonly RunItem<I>[],
  from: ItemId | null,
  done: ReadonlyMap<ItemId, unknown>,
): RunItem<I> | null {
  const index = from === null ? -1 : order.findIndex(({ item }) => item.id === from);
  const rest = order.slice(index + 1);
  return rest.find(({ item }) => !done.has(item.id)) ?? (index >= 0 ? null : (order[0] ?? null));
}
