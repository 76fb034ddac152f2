// Calendar dates as people write them in English pages. A date whose order of day and month is a guess is not read.

import { isCalendarDate } from '../domain/rich-text-attrs.ts';
import type { CalendarDate } from '../domain/time.ts';

export interface WrittenDate {
  /** Place in the text. */
  readonly index: number;
  readonly length: number;
  /** `null` when the year is not written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Month by name: the form in which wikis show a date that was picked, not typed. */
  readonly named: boolean;
  /** The first date of a range ("2020-05-12/14", "10–12 March 2026"). */
  readonly range: boolean;
}

const LONGEST_TEXT = 20_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const DAYS = `${DAY}(?<to>\\s*(?:[-–—/]|to|and)\\s*\\d{1,2}(?:st|nd|rd|th)?)?`;
const YEAR = '(?<year>(?:19|20)\\d\\d)';

const NAMED = [
  `\\b${DAYS}(?:\\s+of)?[\\s-]+${MONTH}(?:,?[\\s-]+${YEAR})?\\b`,
  `\\b${MONTH}\\s+${DAYS}(?:,?\\s+${YEAR})?\\b`,
];
const NUMERIC = [
  `\\b${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)(?<to>\\s*(?:/|to|–|—)\\s*\\d{1,2}(?!\\d|[:.]\\d))?(?!\\d)`,
  `\\b${YEAR}/(?<month>\\d\\d)/(?<day>\\d\\d)(?!\\d)`,
  `\\b(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.${YEAR}\\b`,
  `\\b(?<day>1[3-9]|2\\d|3[01])/(?<month>\\d{1,2})/${YEAR}\\b`,
  `\\b(?<month>\\d{1,2})/(?<day>1[3-9]|2\\d|3[01])/${YEAR}\\b`,
];
const PATTERNS = [
  ...NAMED.map((source) => ({ pattern: new RegExp(source, 'gi'), named: true })),
  ...NUMERIC.map((source) => ({ pattern: new RegExp(source, 'g'), named: false })),
];

/** All dates of a text in their order. Prose of any length costs little: only its head is read. */
export function findDates(whole: string): WrittenDate[] {
  const text = whole.slice(0, LONGEST_TEXT);
  const found: WrittenDate[] = [];
  for (const { pattern, named } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const { year, month = '', day = '', to } = match.groups ?? {};
      const date: WrittenDate = {
        index: match.index,
        length: match[0].length,
        year: year === undefined ? null : Number(year),
        month: named ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(month),
        day: Number(day),
        named,
        range: to !== undefined,
      };
      if (calendarDate(date, 2000) !== null) found.push(date);
    }
  }
  // "in August. 16 Mar 2026": of readings that overlap the fuller one is meant.
  found.sort((a, b) => Number(a.year === null) - Number(b.year === null) || b.length - a.length);
  const kept: WrittenDate[] = [];
  for (const date of found) {
    const isFree = kept.every(
      (other) => date.index >= other.index + other.length || date.index + date.length <= other.index,
    );
    if (isFree) kept.push(date);
  }
  return kept.sort((a, b) => a.index - b.index);
}

/** `year` stands in where none is written; `null` for a day that month does not have. */
export function calendarDate(date: WrittenDate, year: number): CalendarDate | null {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const text = `${pad(date.year ?? year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  return isCalendarDate(text) ? (text as CalendarDate) : null;
}
