import type { CalendarDate } from '../domain/time.ts';
import { addDays } from '../domain/zones.ts';
import { calendarDate, findDates, type WrittenDate } from './dates.ts';
import { oneLine } from './html-text.ts';

export interface DayLabel {
  /** "Day 2" is 2. */
  readonly number: number | null;
  readonly date: WrittenDate | null;
  readonly title: string;
  /** The words that are not the title. */
  readonly read: string;
}

const NUMBER = /^(?:day|session day|meeting day)\s*#?(\d{1,2}|one|two|three|four|five)\b\s*/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*/i;
const WORDS = ['one', 'two', 'three', 'four', 'five'];
const GLUE = /^[\s:,.;–—|()-]+|[\s:,;–—|()-]+$/g;

/** "Day 1: 2026-03-10", "Tuesday 10 March: Foundations", "2026-03-10"; `null` for anything else. */
export function readDayLabel(text: string): DayLabel | null {
  if (text.length > 160) return null;
  const numbered = NUMBER.exec(text);
  const afterNumber = text.slice(numbered?.[0].length ?? 0).replace(/^[\s:,.–—(-]+/, '');
  const weekday = WEEKDAY.exec(afterNumber)?.[0] ?? '';
  const rest = afterNumber.slice(weekday.length);
  const found = findDates(rest)[0];
  const date = found && found.index <= 1 && !found.range ? found : null;
  if (!numbered && !date) return null;
  const title = oneLine(date ? rest.slice(0, date.index) + rest.slice(date.index + date.length) : rest);
  const trailing = title
    .replace(GLUE, '')
    .replace(new RegExp(`^${WEEKDAY.source.slice(1)}$`, 'i'), '')
    .replace(GLUE, '');
  const word = numbered?.[1]?.toLowerCase() ?? '';
  const number = numbered ? WORDS.indexOf(word) + 1 || Number(word) : null;
  if (!date && trailing !== '' && !/^\s*[:–—(-]/.test(text.slice(numbered?.[0].trimEnd().length ?? 0)))
    return null;
  return { number, date, title: trailing, read: oneLine(text.replace(trailing, ' ')) };
}

/** The date of a day by its label, else by the meeting's first day and the day's place. */
export function dateOfDay(
  label: DayLabel | null,
  index: number,
  first: CalendarDate | null,
): CalendarDate | null {
  const year = first ? Number(first.slice(0, 4)) : null;
  if (label?.date && (label.date.year !== null || year !== null)) {
    const date = calendarDate(label.date, year ?? 0);
    if (date !== null) return date;
  }
  return first === null ? null : addDays(first, (label?.number ?? index + 1) - 1);
}
