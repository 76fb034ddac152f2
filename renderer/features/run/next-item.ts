import type { ItemId } from '../../../shared/domain/ids.ts';
import { nextInOrder, type RunItem } from '../../../shared/domain/run-order.ts';
import type { RunState } from '../../../shared/domain/run-state.ts';

/**
 * What *Next* or *Start* would make live. While a day runs, that is of this day; once it was ended, of a later one, though
 * something was left of it. What was left comes when no later day has anything.
 */
export function nextItem(order: readonly RunItem[], live: RunItem | null, state: RunState): RunItem | null {
  const { item, done } = state;
  if (item !== null) {
    const today = order.filter(({ day }) => day.id === live?.day.id);
    return nextInOrder(today, item, done);
  }
  const ended = state.phase === 'ended' ? lastDone(state) : null;
  const day = order.find((each) => each.item.id === ended)?.day.id;
  const later = order.slice(order.findLastIndex((each) => each.day.id === day) + 1);
  return nextInOrder(later, null, done) ?? nextInOrder(order, null, done);
}

function lastDone({ done }: RunState): ItemId | null {
  let last: { readonly id: ItemId; readonly end: number } | null = null;
  for (const [id, { end }] of done) if (last === null || end >= last.end) last = { id, end };
  return last?.id ?? null;
}
