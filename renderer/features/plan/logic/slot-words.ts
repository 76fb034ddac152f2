// The words for a planned slot, in the meeting's zone and in the reader's: what the eye sees and what is read aloud.

import { formatClock } from '../../../../shared/domain/plan-times.ts';
import type { CalendarDate, TimeZone } from '../../../../shared/domain/time.ts';
import { DAY_MINUTES } from '../../../../shared/domain/time.ts';
import { daysBetween, instantOf, wallTime, zoneCity } from '../../../../shared/domain/zones.ts';

/** The reader's wall time for a time of a day of the meeting, as minutes of that same calendar day. */
export function ownMinutes(date: CalendarDate, minutes: number, zone: TimeZone, own: TimeZone): number {
  const wall = wallTime(instantOf(date, minutes, zone), own);
  return daysBetween(date, wall.date) * DAY_MINUTES + wall.minutes;
}

/** "09:00–09:10"; one time alone for what has no length; '' for what has no start. */
export function formatSlot(start: number | null, end: number | null): string {
  if (start === null) return '';
  if (end === null || end === start) return formatClock(start);
  const sameDay = Math.floor(start / DAY_MINUTES) === Math.floor(end / DAY_MINUTES);
  // One "+1" says enough for both ends.
  return `${sameDay ? formatClock(start).slice(0, 5) : formatClock(start)}–${formatClock(end)}`;
}

export interface SpokenSlot {
  readonly start: number | null;
  readonly end: number | null;
  readonly zone: TimeZone | null;
  readonly ownStart: number | null;
  readonly pinned: boolean;
}

/** "09:30 to 10:30 Phoenix, 17:30 your time, pinned". */
export function speakSlot(slot: SpokenSlot): string {
  if (slot.start === null) return 'No start yet';
  const range =
    slot.end === null || slot.end === slot.start
      ? formatClock(slot.start)
      : `${formatClock(slot.start)} to ${formatClock(slot.end)}`;
  const place = slot.zone === null ? '' : ` ${zoneCity(slot.zone)}`;
  const own = slot.ownStart === null ? '' : `, ${formatClock(slot.ownStart)} your time`;
  return `${range}${place}${own}${slot.pinned ? ', pinned' : ''}`;
}

/** "8 h later", "5 h 30 earlier", "same time" for minutes ahead of the meeting's clocks. */
export function differenceWords(minutes: number): string {
  if (minutes === 0) return 'same time';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const length = `${hours} h${rest === 0 ? '' : ` ${rest}`}`;
  return `${hours === 0 ? `${rest} min` : length} ${minutes > 0 ? 'later' : 'earlier'}`;
}
