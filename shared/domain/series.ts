// When the next meeting of a series is likely to be, from when the others were. Pure: today is passed in, and who decides
// is the person who is shown the suggestion.

import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './time.ts';
import { addDays, daysBetween } from './zones.ts';

/** Rhythms are read from the latest meetings only: they change. */
const LATEST = 6;
const WEEK = 7;

/**
 * The next first day after all of `held` and after today. Read from how far the meetings are apart: the same weekday of
 * the month ("second Tuesday"), the same day of the month, else the usual distance. One meeting alone is followed by
 * another a week later; a series without any begins tomorrow.
 */
export function nextFirstDay(held: readonly CalendarDate[], today: CalendarDate): CalendarDate {
  const dates = [...new Set(held)].toSorted().slice(-LATEST);
  const last = dates.at(-1);
  if (last === undefined) return addDays(today, 1);
  const step = rhythmOf(dates);
  let next = step(last, 1);
  // A series that slept goes on in its rhythm, not at the date it missed.
  for (let count = 2; next <= today; count += 1) next = step(last, count);
  return next;
}

/** The date `count` steps after the last one. */
type Rhythm = (last: CalendarDate, count: number) => CalendarDate;

function rhythmOf(dates: readonly CalendarDate[]): Rhythm {
  const plain = dates.map((date) => Temporal.PlainDate.from(date));
  const gaps = dates.slice(1).map((date, i) => daysBetween(dates[i] ?? date, date));
  const months = plain.slice(1).map((date, i) => monthsBetween(plain[i] ?? date, date));
  const every = median(months);
  const [first] = plain;
  if (first && every > 0 && months.every((count) => count === every)) {
    if (plain.every((date) => date.dayOfWeek === first.dayOfWeek && nth(date) === nth(first))) {
      return (last, count) => sameWeekday(last, every * count);
    }
    if (plain.every((date) => date.day === first.day)) {
      return (last, count) =>
        Temporal.PlainDate.from(last)
          .add({ months: every * count })
          .toString() as CalendarDate;
    }
  }
  const gap = Math.max(1, gaps.length === 0 ? WEEK : median(gaps));
  return (last, count) => addDays(last, gap * count);
}

function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** Of the third Tuesday of a month: 3. */
function nth(date: Temporal.PlainDate): number {
  return Math.ceil(date.day / WEEK);
}

/** The same weekday of a later month: its fifth, where there is none, is the last. */
function sameWeekday(date: CalendarDate, months: number): CalendarDate {
  const from = Temporal.PlainDate.from(date);
  const first = from.with({ day: 1 }).add({ months });
  const day = 1 + ((from.dayOfWeek - first.dayOfWeek + WEEK) % WEEK) + (nth(from) - 1) * WEEK;
  return first.with({ day: day > first.daysInMonth ? day - WEEK : day }).toString() as CalendarDate;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
