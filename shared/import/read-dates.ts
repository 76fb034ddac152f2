// What a page says of the meeting's date, opening time and zone outside its agenda.

import type { CalendarDate, TimeOfDay, TimeZone } from '../domain/time.ts';
import { isTimeZone } from '../domain/zones.ts';
import { calendarDate, findDates } from './dates.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { oneLine, textOf } from './html-text.ts';
import { linesWithin, type NodeLine } from './label-lines.ts';
import type { Placed } from './placed-part.ts';
import { readTime } from './times.ts';
import type { Zone } from './vocabulary.ts';

export interface PageDates {
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly opening: TimeOfDay | null;
  readonly line: number;
  /** A zone named exactly beside the date. */
  readonly zone: TimeZone | null;
}

const LONGEST_LINE = 2000;
const FILLER =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:to|from|at|until|and|on|through)\b|[^\p{L}\p{N}]+/giu;
const ZONE = /\b[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2}\b/;
const ABBREVIATION =
  /\b(?:UTC|GMT|MST|MDT|PST|PDT|EST|EDT|CST|CDT|CET|CEST|BST|IST|JST|AEST|AEDT|EET|EEST|WET|WEST|CLT|CLST|HST|AKST|SGT|KST|NZST|NZDT)\b(?:\s?[+−-]\s?\d{1,2})?/;

export function linesOfZone(parts: readonly Placed[], zone: Zone): NodeLine[] {
  return parts.flatMap((placed) => {
    if (placed.zone !== zone || !('under' in placed)) return [];
    const { part } = placed;
    if (part.kind === 'text') return linesWithin(part.nodes, part.line);
    return part.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.text !== '').map(({ nodes, line }) => ({ nodes, line, listed: false })),
    );
  });
}

/** Dates of the section about them, else of the title; a title keeps its words. */
export function readPageDates(
  parts: readonly Placed[],
  title: string,
  titleLine: number,
  report: ReportDraft,
): PageDates {
  let dates: PageDates = { first: null, last: null, opening: null, line: titleLine, zone: null };
  for (const { nodes, line } of linesOfZone(parts, 'date')) {
    const text = textOf(nodes);
    if (text.length > LONGEST_LINE) {
      report.find('leftover', line, text, 'This is too long for a date. It was not imported.');
      continue;
    }
    const found = datesOf(text);
    const zone = ZONE.exec(text)?.[0] ?? '';
    const opening = openingOf(isTimeZone(zone) ? text.replace(zone, ' ') : text);
    if (found.first === null && opening.start === null) {
      report.find('leftover', line, text, 'No date or time was recognised here. It was not imported.');
      continue;
    }
    dates = {
      first: dates.first ?? found.first,
      last: found.last ?? dates.last,
      opening: dates.opening ?? opening.start,
      line,
      zone: dates.zone ?? (isTimeZone(zone) ? zone : null),
    };
    const rest = oneLine(opening.rest.replace(FILLER, ' '));
    report.read(line, rest === '' ? text : withoutWords(text, rest), 'date');
    if (rest === '') continue;
    if (!ABBREVIATION.test(rest))
      report.find('leftover', line, rest, 'These words beside the date were not understood.');
    else
      report.find(
        'leftover',
        line,
        rest,
        'These words beside the date say something of the time zone. Choose the zone yourself.',
      );
  }
  return dates.first === null ? { ...dates, ...datesOf(title) } : dates;
}

/** A line that says when the meeting is, and nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > 120 || datesOf(text).first === null) return false;
  return oneLine(openingOf(text).rest.replace(ABBREVIATION, ' ').replace(FILLER, ' ')) === '';
}

function withoutWords(text: string, words: string): string {
  const taken = new Set(words.split(' '));
  return text
    .split(/\s+/)
    .filter((word) => !taken.has(word.replace(/[^\p{L}\p{N}]+/gu, '')))
    .join(' ');
}

/** The first and the last day of which a line speaks; `null` without a year. */
export function datesOf(text: string): { first: CalendarDate | null; last: CalendarDate | null } {
  const found = findDates(text);
  const year = found.find((date) => date.year !== null)?.year ?? null;
  if (year === null) return { first: null, last: null };
  const days = found.flatMap((date) => {
    const first = calendarDate(date, year);
    const to = date.range
      ? /(\d{1,2})(?:st|nd|rd|th)?\s*$/.exec(rangeText(text, date.index, date.length))?.[1]
      : undefined;
    const last = to === undefined ? null : calendarDate({ ...date, day: Number(to) }, year);
    return [first, last].filter((value) => value !== null);
  });
  const sorted = days.toSorted();
  return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
}

/** The days of a range, without its month and year: "10–12 March 2026" is "10–12". */
function rangeText(text: string, index: number, length: number): string {
  const range = text.slice(index, index + length);
  const days = /\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—/]|to|and)\s*\d{1,2}(?:st|nd|rd|th)?(?!\d)/.exec(
    range.replace(/^\d{4}-\d\d-/, ''),
  );
  return days?.[0] ?? range;
}

function openingOf(text: string): { start: TimeOfDay | null; rest: string } {
  let rest = text;
  for (const date of findDates(text).toReversed()) {
    rest = `${rest.slice(0, date.index)} ${rest.slice(date.index + date.length)}`;
  }
  for (const match of rest.matchAll(/(?<![\d:.])\d{1,2}/g)) {
    const time = readTime(rest.slice(match.index));
    if (time) return { start: time.start, rest: `${rest.slice(0, match.index)} ${time.rest}` };
  }
  return { start: null, rest };
}

/** Only an exact zone name counts as stated; anything else is left to the user, with what the page says of it. */
export function readTimeZone(
  parts: readonly Placed[],
  given: TimeZone | null,
  beside: TimeZone | null,
  words: readonly { line: number; text: string }[],
  report: ReportDraft,
): TimeZone | null {
  let stated = beside;
  for (const { nodes, line } of linesOfZone(parts, 'time-zone')) {
    const text = textOf(nodes);
    if (text.includes('/') && isTimeZone(text)) {
      stated ??= text;
      report.read(line, text, 'time zone');
    } else
      report.find(
        'leftover',
        line,
        text,
        'This is said of the time zone, but it is no zone name. Choose the zone yourself.',
      );
  }
  const zone = given ?? stated;
  if (zone !== null) return zone;
  const mention = words
    .map(({ line, text }) => ({ line, text: ABBREVIATION.exec(text)?.[0] }))
    .find(({ text }) => text !== undefined);
  const hint = mention ? ` “${mention.text}” is mentioned in line ${mention.line}.` : '';
  report.find(
    'time-zone',
    mention?.line ?? null,
    mention?.text ?? '',
    `The page does not state the time zone of its times. Choose it.${hint}`,
  );
  return null;
}
