// Where a running day is heading: when the items to come will start at this pace, how far behind it is, what will not be
// reached. A range, because lengths are guesses; a pinned start holds and absorbs what is late before it. Knows no clock.

import type { ItemId } from './ids.ts';
import type { AgendaItem, Day } from './meeting.ts';
import { type DayPlan, itemEstimate } from './plan-times.ts';
import { runOrder } from './run-order.ts';
import { elapsedAt, type RunState } from './run-state.ts';
import { type CalendarDate, type Duration, type Instant, MINUTE, minutes, type TimeZone } from './time.ts';
import { daysBetween, instantOf, wallTime } from './zones.ts';

export interface InstantRange {
  readonly low: Instant;
  readonly high: Instant;
}

export interface ProjectedItem {
  readonly start: InstantRange;
  /** A pinned start that can still be kept. */
  readonly kept: boolean;
  /** It is kept although what stands before it would end at another time. */
  readonly absorbs: boolean;
  /** Minutes that are missing before a kept start for all that stands before it. */
  readonly short: number;
  /** Its turn would come only after a pinned start that follows it. */
  readonly reached: boolean;
}

export interface DayProjection {
  /** Items to come after the live one. */
  readonly items: ReadonlyMap<ItemId, ProjectedItem>;
  /** Positive is behind; `null` where nothing was planned to compare with. */
  readonly behind: Duration | null;
  readonly end: InstantRange | null;
  readonly notReached: number;
}

/** How far from its estimate an item usually ends, while nothing is known of this group. */
const SPREAD = 0.1;
/** Closer ends than this are one time. */
const ONE_TIME = 2 * MINUTE;

/**
 * The date a day is really held on: the planned one, unless its latest start says otherwise (a day that was moved without
 * changing the plan). Starts after midnight belong to the evening before.
 */
export function heldOn(day: Day, run: RunState, zone: TimeZone): CalendarDate {
  const starts = runOrder([day]).flatMap(({ item }) => {
    if (item.id === run.item && run.startedAt !== null) return run.startedAt;
    return run.done.get(item.id)?.start ?? [];
  });
  if (starts.length === 0) return day.date;
  const { date } = wallTime(Math.max(...starts) as Instant, zone);
  const late = daysBetween(day.date, date);
  return late === 0 || late === 1 ? day.date : date;
}

export function projectDay(
  day: Day,
  plan: DayPlan,
  run: RunState,
  zone: TimeZone,
  now: Instant,
): DayProjection {
  const order = runOrder([day]).map(({ item }) => item);
  const live = order.findIndex((item) => item.id === run.item);
  const liveItem = order[live];
  if (!liveItem) return { items: new Map(), behind: null, end: null, notReached: 0 };
  const date = heldOn(day, run, zone);
  const at = (clock: number | null | undefined) =>
    clock === null || clock === undefined ? null : instantOf(date, clock, zone);

  let cursor = liveEnd(liveItem, run, now);
  const plannedEnd = at(plan.slots.get(liveItem.id)?.end);
  const behind = plannedEnd === null ? null : ((cursor.low - plannedEnd) as Duration);

  const items = new Map<ItemId, ProjectedItem>();
  let waiting: ItemId[] = [];
  for (const item of order.slice(live + 1)) {
    if (run.done.has(item.id)) continue;
    const slot = plan.slots.get(item.id);
    const pin = slot?.pinned ? at(slot.start) : null;
    const kept = pin !== null && pin >= now;
    const absorbs = kept && (Math.abs(cursor.low - pin) > MINUTE || Math.abs(cursor.high - pin) > MINUTE);
    const short = kept ? Math.max(0, Math.round((cursor.low - pin) / MINUTE)) : 0;
    if (kept) {
      for (const id of waiting) {
        const before = items.get(id);
        if (before && before.start.low >= pin) items.set(id, { ...before, reached: false });
      }
      waiting = [];
      cursor = { low: pin, high: pin };
    } else {
      waiting.push(item.id);
    }
    items.set(item.id, { start: joined(cursor), kept, absorbs, short, reached: true });
    cursor = after(cursor, item, run);
  }
  const notReached = [...items.values()].filter((item) => !item.reached).length;
  return { items, behind, end: joined(cursor), notReached };
}

function liveEnd(item: AgendaItem, run: RunState, now: Instant): InstantRange {
  const { low, high } = lengthOf(item, run);
  const elapsed = elapsedAt(run, now);
  const end = (length: number) => (now + Math.max(0, length - elapsed)) as Instant;
  return { low: end(low), high: end(Math.max(low, high)) };
}

function after(start: InstantRange, item: AgendaItem, run: RunState): InstantRange {
  const { low, high } = lengthOf(item, run);
  const spread = item.kind === 'break' ? 0 : SPREAD;
  return {
    low: (start.low + low * (1 - spread)) as Instant,
    high: (start.high + high * (1 + spread)) as Instant,
  };
}

function lengthOf(item: AgendaItem, run: RunState): { low: number; high: number } {
  const estimate = itemEstimate(item);
  const extra = minutes(run.extended.get(item.id) ?? 0);
  return { low: Math.max(0, (estimate?.low ?? 0) + extra), high: Math.max(0, (estimate?.high ?? 0) + extra) };
}

function joined({ low, high }: InstantRange): InstantRange {
  if (high - low >= ONE_TIME) return { low, high };
  const middle = ((low + high) / 2) as Instant;
  return { low: middle, high: middle };
}
