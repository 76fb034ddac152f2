// Planned starts and ends of one day, computed from what is pinned and how long the items are. Pure: it knows no
// calendar, no zone and no clock; minutes count from the day's midnight and go on past 1440 when a day runs past it.

import type { Estimate } from './estimate.ts';
import { parseEstimate, sumEstimates } from './estimate.ts';
import type { BlockId, ItemId } from './ids.ts';
import type { AgendaItem, Day } from './meeting.ts';
import type { Duration, TimeOfDay } from './time.ts';
import { DAY_MINUTES, MINUTE } from './time.ts';

export interface PlannedSlot {
  /** `null` while nothing before the item says when the day begins. */
  readonly start: number | null;
  /** Equal to `start` for an item without a length and for a cancelled one. */
  readonly end: number | null;
  readonly pinned: boolean;
  /** Minutes that what comes before runs past this pinned start. */
  readonly overlap: number;
  /** Minutes left free before this pinned start. */
  readonly gap: number;
}

export interface PlannedBlock {
  readonly start: number | null;
  readonly end: number | null;
  /** Time of its items together, breaks and cancelled items left out. */
  readonly low: Duration;
  readonly high: Duration;
}

export interface DayPlan {
  readonly slots: ReadonlyMap<ItemId, PlannedSlot>;
  readonly start: number | null;
  readonly end: number | null;
  readonly blocks: ReadonlyMap<BlockId, PlannedBlock>;
}

/** Items follow one another from the first pinned start; ranges flow with their low end. */
export function planDay(day: Day): DayPlan {
  const slots = new Map<ItemId, PlannedSlot>();
  const blocks = new Map<BlockId, PlannedBlock>();
  const dayBounds = createBounds();
  let cursor: number | null = null;
  for (const block of day.blocks) {
    const bounds = createBounds();
    const estimates: (Estimate | null)[] = [];
    for (const item of block.items) {
      const slot = planItem(item, cursor);
      slots.set(item.id, slot);
      planSubSlots(item, slot.start, slots);
      if (item.cancelled !== null) continue;
      cursor = slot.end ?? cursor;
      bounds.take(slot);
      dayBounds.take(slot);
      if (item.kind !== 'break') estimates.push(itemEstimate(item));
    }
    const { low, high } = sumEstimates(estimates);
    blocks.set(block.id, { ...bounds.read(), low, high });
  }
  return { slots, ...dayBounds.read(), blocks };
}

/** The length of an item; a round without one of its own is as long as its sub-slots together. */
export function itemEstimate(item: AgendaItem): Estimate | null {
  const own = parseEstimate(item.duration);
  if (own || item.slots.length === 0) return own;
  return sumEstimates(item.slots.filter((slot) => slot.cancelled === null).map(itemEstimate));
}

function planItem(item: AgendaItem, cursor: number | null): PlannedSlot {
  const pinned = item.start !== null;
  const start = item.start === null ? cursor : nearCursor(item.start, cursor);
  if (start === null) return { start, end: null, pinned, overlap: 0, gap: 0 };
  if (item.cancelled !== null) return { start, end: start, pinned, overlap: 0, gap: 0 };
  const distance = cursor === null ? 0 : start - cursor;
  return {
    start,
    end: start + Math.round((itemEstimate(item)?.low ?? 0) / MINUTE),
    pinned,
    overlap: Math.max(0, -distance),
    gap: Math.max(0, distance),
  };
}

function planSubSlots(round: AgendaItem, start: number | null, slots: Map<ItemId, PlannedSlot>): void {
  let cursor = start;
  for (const item of round.slots) {
    const slot = planItem(item, cursor);
    slots.set(item.id, slot);
    if (item.cancelled === null) cursor = slot.end ?? cursor;
    planSubSlots(item, slot.start, slots);
  }
}

/** A start at 00:30 after one that ends at 23:50 is tomorrow's: of the possible days the nearest is meant. */
function nearCursor(start: TimeOfDay, cursor: number | null): number {
  if (cursor === null) return start;
  return start + DAY_MINUTES * Math.max(0, Math.round((cursor - start) / DAY_MINUTES));
}

function createBounds(): {
  take: (slot: PlannedSlot) => void;
  read: () => { start: number | null; end: number | null };
} {
  let start: number | null = null;
  let end: number | null = null;
  return {
    take: (slot) => {
      if (slot.start === null || slot.end === null) return;
      start = start === null ? slot.start : Math.min(start, slot.start);
      end = end === null ? slot.end : Math.max(end, slot.end);
    },
    read: () => ({ start, end }),
  };
}

/** 550 is "09:10"; 1500 is "01:00 +1", the day after. */
export function formatClock(minutes: number): string {
  const days = Math.floor(minutes / DAY_MINUTES);
  const inDay = Math.round(minutes - days * DAY_MINUTES);
  const clock = `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
  if (days === 0) return clock;
  return `${clock} ${days > 0 ? '+' : '−'}${Math.abs(days)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

const CLOCK = /^(\d{1,2})(?:\s*[:.h]\s*([0-5]\d)(?::[0-5]\d)?|\s*h)?\s*(?:([ap])\.?\s?m\.?)?$/;
const DIGITS = /^(\d{1,2})([0-5]\d)\s*(?:([ap])\.?\s?m\.?)?$/;

/** Reads a time of day as typed: "9:10", "09.10", "9h10", "0910", "9", "1:30 pm". */
export function parseClock(text: string): TimeOfDay | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon' || plain === 'midday') return (12 * 60) as TimeOfDay;
  if (plain === 'midnight') return 0 as TimeOfDay;
  const [, hourText, minuteText, half] = CLOCK.exec(plain) ?? DIGITS.exec(plain) ?? [];
  if (hourText === undefined) return null;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23) return null;
  return (hour * 60 + Number(minuteText ?? 0)) as TimeOfDay;
}
