// How a day is doing, in words, and times of day for people in two zones. Pure.

import { formatDuration } from '../../../shared/domain/estimate.ts';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import type { InstantRange } from '../../../shared/domain/project-day.ts';
import {
  type CalendarDate,
  DAY_MINUTES,
  type Duration,
  type Instant,
  MINUTE,
  type TimeZone,
} from '../../../shared/domain/time.ts';
import { daysBetween, instantOf, wallTime, zoneLetters } from '../../../shared/domain/zones.ts';

/** Within this much a day is on time. */
const TOLERANCE = MINUTE;
const HALF_MINUTE = MINUTE / 2;

/** "8 min behind", "1 h 15 behind", "3 min ahead", "On time". */
export function paceWord(behind: Duration | null): {
  readonly text: string;
  readonly tone: 'ok' | 'over' | 'neutral';
} {
  if (behind === null) return { text: 'Not planned', tone: 'neutral' };
  const minutes = Math.round(Math.abs(behind) / MINUTE);
  if (Math.abs(behind) <= TOLERANCE || minutes === 0) return { text: 'On time', tone: 'ok' };
  const length = formatDuration((minutes * MINUTE) as Duration);
  return behind > 0 ? { text: `${length} behind`, tone: 'over' } : { text: `${length} ahead`, tone: 'ok' };
}

/** "−4", "+12", "0": minutes under or over what was planned. */
export function deltaWord(delta: Duration): string {
  const minutes = Math.round(delta / MINUTE);
  return minutes === 0 ? '0' : minutes < 0 ? `−${-minutes}` : `+${minutes}`;
}

/** "11:04" by the clocks of `zone`; with "+1" when that is the day after `date`. */
export function clockOf(instant: Instant, zone: TimeZone, date?: CalendarDate): string {
  const wall = wallTime(instant, zone);
  return formatClock(wall.minutes + (date ? DAY_MINUTES * daysBetween(date, wall.date) : 0));
}

/** "11:38–11:43", or one time where both ends are the same minute. */
export function rangeWord({ low, high }: InstantRange, zone: TimeZone, date: CalendarDate): string {
  const [from, to] = [clockOf(low, zone, date), clockOf(high, zone, date)];
  return from === to ? from : `${from}–${to}`;
}

export interface PlannedTimes {
  readonly start: number | null;
  readonly end: number | null;
}

/** "11:00–11:30 MST, 19:00 your time"; a meeting without a zone has only its own times. */
export function plannedWord(
  slot: PlannedTimes,
  date: CalendarDate,
  zone: TimeZone | null,
  own: TimeZone,
): string | null {
  if (slot.start === null) return null;
  const ends = slot.end !== null && slot.end > slot.start ? `–${formatClock(slot.end)}` : '';
  const here = `${formatClock(slot.start)}${ends}`;
  if (zone === null) return here;
  const at = instantOf(date, slot.start, zone);
  const letters = zoneLetters(zone, at);
  const named = letters ? `${here} ${letters}` : here;
  const mine = clockOf(at, own, date);
  return mine === formatClock(slot.start) ? named : `${named}, ${mine} your time`;
}

/** Whether a projected start says something that the planned one does not: it is outside of the range. */
export function differs(
  planned: number | null,
  { low, high }: InstantRange,
  zone: TimeZone,
  date: CalendarDate,
): boolean {
  if (planned === null) return true;
  const at = instantOf(date, planned, zone);
  return at < low - HALF_MINUTE || at > high + HALF_MINUTE;
}
