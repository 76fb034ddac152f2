// Clock times at the head of a cell or heading: "09:00", "9.10 am", "09:00-09:30", "13:00 to 14:00 MST". Approximate ones
// ("13:00ish", "~9:00") are not read: their words are kept and no start is set.

import { parseClock } from '../domain/plan-times.ts';
import type { TimeOfDay } from '../domain/time.ts';

export interface WrittenTime {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay | null;
  /** The words that were read. */
  readonly text: string;
  /** What follows them. */
  readonly rest: string;
}

const HALF = '(?:\\s?[ap]\\.?m\\b\\.?)';
// "1.10" numbers a section; with a dot the hour has two digits.
const CLOCK = `(?:(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d(?:${HALF})?|${HALF})|(?:[01]\\d|2[0-4])\\.[0-5]\\d(?:${HALF})?)`;
const HOUR = `(?:[01]?\\d|2[0-4])(?:[:.h][0-5]\\d)?(?:${HALF})?`;
const TO = '\\s*(?:-|–|—|−|→|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*';
// Either side of a range may be a bare hour ("9-10:30"), never both.
const RANGE = new RegExp(
  `^(?:(${CLOCK})${TO}(${HOUR})|(${HOUR})${TO}(${CLOCK}))(?![\\w:.]\\d|[\\p{L}\\d])`,
  'iu',
);
const SINGLE = new RegExp(`^(${CLOCK})(?![\\p{L}\\d]|[:.]\\d)`, 'iu');

export function readTime(text: string): WrittenTime | null {
  const trimmed = text.trim();
  const word = /^(?:noon|midday|midnight)(?!\p{L})/iu.exec(trimmed)?.[0];
  const named = word === undefined ? null : parseClock(word);
  if (word !== undefined && named !== null) {
    return { start: named, end: null, text: word, rest: trimmed.slice(word.length).trim() };
  }
  const range = RANGE.exec(trimmed);
  const match = range ?? SINGLE.exec(trimmed);
  if (!match) return null;
  const last = match[2] ?? match[4];
  const first = match[1] ?? match[3] ?? '';
  const half = /[ap]\.?m\b/i.exec(last ?? '')?.[0];
  const end = last === undefined ? null : readClock(last);
  const own = readClock(first);
  // "1:00-2:30 pm": the half of the day is written once.
  const shared = half !== undefined && !/[ap]\.?m/i.test(first) ? readClock(`${first} ${half}`) : null;
  const start = shared !== null && end !== null && shared <= end ? shared : own;
  if (start === null || (last !== undefined && end === null)) return null;
  return { start, end, text: match[0], rest: trimmed.slice(match[0].length).trim() };
}

function readClock(text: string): TimeOfDay | null {
  const bare = /^\d{1,2}$/.test(text.trim());
  return parseClock(bare ? `${text.trim()}:00` : text.replaceAll('.m', 'm').replace(/m\.$/i, 'm'));
}
