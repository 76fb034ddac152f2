// What a move does to pinned starts. A day keeps beginning when it began, whichever item is now first; and an item that
// is put where its own pinned start cannot be any more flows from there.

import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../../shared/domain/meeting.ts';
import type { TimeOfDay } from '../../../../shared/domain/time.ts';

export interface PinChange {
  readonly item: ItemId;
  readonly start: TimeOfDay | null;
}

export function pinsAfterMove(
  before: readonly Day[],
  after: readonly Day[],
  moved: ItemId,
): readonly PinChange[] {
  const changes = new Map<ItemId, TimeOfDay | null>();
  for (const [index, day] of after.entries()) {
    const items = itemsOf(day);
    const wasFirst = itemsOf(before[index])[0];
    const first = items[0];
    const takesOver =
      wasFirst && first && first.id !== wasFirst.id && wasFirst.start !== null && first.start === null;
    if (takesOver) {
      changes.set(first.id, wasFirst.start);
      if (items.some(({ id }) => id === wasFirst.id)) changes.set(wasFirst.id, null);
    }
    const at = items.findIndex(({ id }) => id === moved);
    if (at >= 0 && !changes.has(moved) && isOutOfOrder(items, at)) changes.set(moved, null);
  }
  return [...changes].map(([item, start]) => ({ item, start }));
}

/** Items that take part in the order of time; cancelled ones stand outside of it. */
function itemsOf(day: Day | undefined): readonly AgendaItem[] {
  return day?.blocks.flatMap((block) => block.items).filter((item) => item.cancelled === null) ?? [];
}

function isOutOfOrder(items: readonly AgendaItem[], at: number): boolean {
  const start = items[at]?.start ?? null;
  if (start === null) return false;
  const pinned = (list: readonly AgendaItem[]) =>
    list.flatMap((item) => (item.start === null ? [] : [item.start]));
  const before = pinned(items.slice(0, at)).at(-1);
  const behind = pinned(items.slice(at + 1))[0];
  return (before !== undefined && before >= start) || (behind !== undefined && behind <= start);
}
