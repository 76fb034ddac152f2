// Tolerant reading of single values: a peer may have written anything, and what is no such value reads as its default.

import { isCalendarDate } from '../domain/rich-text-attrs.ts';
import type { CalendarDate, Instant, TimeOfDay, TimeZone } from '../domain/time.ts';
import { DAY_MINUTES } from '../domain/time.ts';
import { isTimeZone } from '../domain/zones.ts';

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function oneOf<T extends string>(value: unknown, options: readonly [T, ...T[]]): T {
  return options.find((option) => option === value) ?? options[0];
}

export function whole(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}

/** The last millisecond of the year 9999: what comes later has no date that anybody could read. */
const LAST_INSTANT = 253_402_300_799_999;

export function instant(value: unknown): Instant | null {
  const at = whole(value);
  return at !== null && at <= LAST_INSTANT ? (at as Instant) : null;
}

export function timeOfDay(value: unknown): TimeOfDay | null {
  const minutes = whole(value);
  return minutes !== null && minutes < DAY_MINUTES ? (minutes as TimeOfDay) : null;
}

export function calendarDate(value: unknown): CalendarDate | null {
  return isCalendarDate(value) ? (value as CalendarDate) : null;
}

export function timeZone(value: unknown): TimeZone | null {
  return typeof value === 'string' && isTimeZone(value) ? value : null;
}

export function contentHash(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null;
}
