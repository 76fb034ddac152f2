import type { ItemId } from './ids.ts';
import type { AgendaItem, Block, Day } from './meeting.ts';

export interface FoundItem {
  readonly item: AgendaItem;
  readonly block: Block;
  readonly day: Day;
}

/** An item by its id, sub-slots of rounds among them; `null` when it is gone. */
export function findItem(days: readonly Day[], id: ItemId | null): FoundItem | null {
  for (const day of days) {
    for (const block of day.blocks) {
      const item = agendaLines(block).find((line) => line.id === id);
      if (item) return { item, block, day };
    }
  }
  return null;
}

/** All lines of a block as they are listed: each item, then its sub-slots. */
export function agendaLines(block: Block): readonly AgendaItem[] {
  const lines = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
    items.flatMap((item) => [item, ...lines(item.slots)]);
  return lines(block.items);
}

/** What an item is called where its title may be missing; `null` when the item is gone. */
export function itemTitle(days: readonly Day[], id: ItemId): string | null {
  const item = findItem(days, id)?.item;
  if (!item) return null;
  return item.title || (item.kind === 'break' ? 'Break' : 'Untitled item');
}
