// Calendar dates and time zones: between a wall time in a zone and an instant, and the words for both. All arithmetic is
// Temporal's, all words are Intl's. It never asks what time or which zone it is here: both are passed in.

import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, Instant, TimeZone } from './time.ts';

/** The instant at `minutes` after midnight by the clocks of `zone`; a wall time that is skipped there moves forward. */
export function instantOf(date: CalendarDate, minutes: number, zone: TimeZone): Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  return wall.toZonedDateTime(zone).epochMilliseconds as Instant;
}

/** What the clocks of `zone` show at an instant, in whole minutes since midnight. */
export function wallTime(instant: Instant, zone: TimeZone): { date: CalendarDate; minutes: number } {
  const zoned = zonedAt(instant, zone);
  return { date: zoned.toPlainDate().toString() as CalendarDate, minutes: zoned.hour * 60 + zoned.minute };
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

export function addDays(date: CalendarDate, n: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days: n }).toString() as CalendarDate;
}

/** Minutes by which the clocks of `other` are ahead of those of `zone` at an instant. */
export function zoneDifference(zone: TimeZone, other: TimeZone, at: Instant): number {
  return Math.round((zonedAt(at, other).offsetNanoseconds - zonedAt(at, zone).offsetNanoseconds) / 60e9);
}

function zonedAt(instant: Instant, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** IANA names only: an offset like "+02:00" is no zone, it does not know its summer time. */
export function isTimeZone(text: string): text is TimeZone {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** "Phoenix"; "Buenos Aires"; the fixed offsets of `Etc/` by their usual sign, which is not the one in their name. */
export function zoneCity(zone: TimeZone): string {
  const fixed = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone);
  if (fixed) return fixed[2] === '0' ? 'UTC' : `UTC${fixed[1] === '+' ? '−' : '+'}${fixed[2]}`;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "Phoenix, MST (UTC−7)"; without the letters where English has none that are understood. */
export function zoneLabel(zone: TimeZone, at: Instant): string {
  const letters = zoneLetters(zone, at);
  const city = zoneCity(zone);
  const offset = `UTC${formatOffset(zone, at)}`;
  if (letters === null) return city === offset ? city : `${city} (${offset})`;
  return city === letters ? `${city} (${offset})` : `${city}, ${letters} (${offset})`;
}

/** "−7", "+5:30"; "+0" for UTC. */
export function formatOffset(zone: TimeZone, at: Instant): string {
  const total = Math.round(zonedAt(at, zone).offsetNanoseconds / 60e9);
  const minutes = Math.abs(total) % 60;
  const hours = Math.floor(Math.abs(total) / 60);
  return `${total < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

// Each English knows the letters of its own region only, and writes "GMT+1" for the others.
const LETTER_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'] as const;

/** "MST", "CET"; `null` where only an offset is customary. */
export function zoneLetters(zone: TimeZone, at: Instant): string | null {
  for (const locale of LETTER_LOCALES) {
    const format = formatter(locale, { timeZone: zone, timeZoneName: 'short' });
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
    if (name !== undefined && !/^(?:GMT|UTC)[+\-−]/.test(name)) return name;
  }
  return null;
}

export const DEFAULT_LOCALE = 'en-GB';

const DATE_STYLES = {
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** short "Tue 10 Mar", long "10 March 2026", weekday "Tuesday 10 March". */
export function formatDate(
  date: CalendarDate,
  style: keyof typeof DATE_STYLES,
  locale: string = DEFAULT_LOCALE,
): string {
  const text = formatter(locale, DATE_STYLES[style]).format(utcMidnight(date));
  return locale.startsWith('en-GB') ? text.replace(',', '') : text;
}

/** "10–12 Mar 2026", or "10 Mar 2026" when both are the same day. */
export function formatDateRange(
  first: CalendarDate,
  last: CalendarDate,
  locale: string = DEFAULT_LOCALE,
): string {
  const format = formatter(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const text = format.formatRange(utcMidnight(first), utcMidnight(last));
  if (!locale.startsWith('en')) return text;
  // ICU sets thin spaces around the dash; between bare day numbers English has none.
  return text.replace(/\s*–\s*/, /^\d+\s*–\s*\d+\s\D/.test(text) ? '–' : ' – ');
}

function utcMidnight(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
}

// Making a formatter costs more than all its uses on a screen together.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const withZone = { timeZone: 'UTC', ...options };
  const key = `${locale} ${JSON.stringify(withZone)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, withZone);
  formatters.set(key, made);
  return made;
}
