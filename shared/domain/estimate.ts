// Planned lengths as people write them: "15", "1h30", "1 hour?", "30 mins+", "45-60 min", "half an hour". The text is
// what is kept; this reads it into a range and says whether the writer was sure. It knows nothing of agendas.

import type { Duration } from './time.ts';
import { MINUTE } from './time.ts';

export interface Estimate {
  readonly low: Duration;
  readonly high: Duration;
  /** False for "?", "+", ranges, "about": sums that contain it are uncertain too. */
  readonly sure: boolean;
}

/** "30+" is read as 30 to 45: open-ended estimates overrun by about half in the records this was tried on. */
const OPEN_ENDED = 1.5;
const LONGEST_MINUTES = 24 * 60;
/** More than this is prose; the patterns below are not for prose of any length. */
const LONGEST_TEXT = 120;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bthree[- ]quarters? of an hour\b/g, '45 min'],
  [/\b(?:a )?quarter of an hour\b|\b(?:a )?quarter[- ]hour\b/g, '15 min'],
  [/\bhalf an hour\b|\b(?:a )?half[- ]hour\b/g, '30 min'],
  [/\b(?:an |one |1 )?hour and a half\b/g, '90 min'],
  [/\band a half\b/g, '1/2'],
  [/½/g, ' 1/2'],
  [/¼/g, ' 1/4'],
  [/¾/g, ' 3/4'],
];

const HOUR = '(?:hours?|hrs?|h)';
const MIN = "(?:minutes?|mins?|min|m|'|′)";
const NUM = String.raw`(?:\d+\s+\d+/\d+|\d+/\d+|\d+(?:[.,]\d+)?)`;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?$/;
const HOURS_MINUTES = new RegExp(
  String.raw`^(${NUM})?\s*${HOUR}\.?(?:\s*(?:and|,)?\s*(\d+)\s*(?:${MIN}\.?)?)?$`,
);
const MINUTES = new RegExp(String.raw`^(${NUM})?\s*${MIN}\.?$`);
const BARE = new RegExp(`^${NUM}$`);
const LEADING = new RegExp(
  String.raw`^(?:${NUM}\s*${HOUR}(?:\s*\d+\s*(?:${MIN})?)?|${NUM}\s*${MIN})(?=[\s.,;:])`,
);
const DOUBT =
  /\?|~|\b(?:about|approx(?:imately|\.)?|around|circa|ca\.?|roughly|maybe|up to|tb[cda])(?=\W|$)/g;

/** Reads a planned length; `null` when nothing of it is understood. Bare whole numbers are minutes. */
export function parseEstimate(text: string): Estimate | null {
  if (text.length > LONGEST_TEXT) return null;
  let rest = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\u00a0/g, ' ');
  const doubt = rest.search(DOUBT) >= 0;
  rest = rest.replace(DOUBT, ' ').replace(/\([^)]*\)/g, ' ');
  for (const [phrase, plain] of PHRASES) rest = rest.replace(phrase, plain);
  rest = rest.replace(/(?<![a-z\d])[a-z]+(?:-five)?(?![a-z\d])/g, (word) =>
    String(NUMBER_WORDS[word] ?? word),
  );
  rest = rest.replace(/\s+/g, ' ').trim();
  const open = /\+(?!\s*\d)|\bor more\b|\band up\b|\bat least\b/.test(rest);
  rest = rest
    .replace(/\+(?!\s*\d)|\bor more\b|\band up\b|\bat least\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  rest = rest.replace(/^(?:min|max)\.? | (?:max\.?|each)$/g, '').trim();

  const range = readRange(rest) ?? readSum(rest) ?? readLeading(rest);
  if (!range) return null;
  const high = open ? Math.round(range.high * OPEN_ENDED) : range.high;
  if (high > LONGEST_MINUTES) return null;
  return {
    low: (range.low * MINUTE) as Duration,
    high: (high * MINUTE) as Duration,
    sure: !doubt && !open && range.sure,
  };
}

interface MinuteRange {
  readonly low: number;
  readonly high: number;
  readonly sure: boolean;
}

function readRange(text: string): MinuteRange | null {
  const parts = /^(.*?\S)\s*(?:-|\bto\b|\bor\b)\s*(\S.*)$/.exec(text);
  const [, first, last] = parts ?? [];
  if (first === undefined || last === undefined) return null;
  const high = readAmount(last);
  if (high === null) return null;
  // "1-2 hours": the first number has the unit of the second, unless that makes the range run backwards ("45 - 1 h").
  const unit = BARE.test(first) ? (/[a-z'′]+\.?$/.exec(last)?.[0] ?? '') : '';
  const inherited = readAmount(`${first} ${unit}`.trim());
  const low = inherited !== null && inherited > high ? readAmount(first) : inherited;
  if (low === null) return null;
  return { low: Math.min(low, high), high: Math.max(low, high), sure: low === high };
}

/** One amount, several added ("20 + 10 min" of talk and questions), or one many times ("2 x 30 min"). */
function readSum(text: string): MinuteRange | null {
  const times = /^(\d{1,2})\s*[x×*]\s*(\S.*)$/.exec(text);
  const amount = times?.[2];
  const parts = (amount ?? text).split('+').map((part) => readAmount(part.trim()));
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  const total = sum * (times ? Number(times[1]) : 1);
  return { low: total, high: total, sure: true };
}

/** "30 min with questions": the words after an amount with a unit leave it uncertain. */
function readLeading(text: string): MinuteRange | null {
  const amount = readAmount(LEADING.exec(text)?.[0] ?? '');
  return amount === null ? null : { low: amount, high: amount, sure: false };
}

function readAmount(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hours = HOURS_MINUTES.exec(text);
  if (hours) return whole(readNumber(hours[1] ?? '1') * 60 + Number(hours[2] ?? 0));
  const mins = MINUTES.exec(text);
  if (mins?.[1] !== undefined) return whole(readNumber(mins[1]));
  if (!BARE.test(text)) return null;
  const bare = readNumber(text);
  if (Number.isInteger(bare)) return bare;
  // Nobody plans 1.5 minutes: a broken number without a unit is hours.
  return bare < 10 ? whole(bare * 60) : null;
}

function whole(minutes: number): number | null {
  return Number.isFinite(minutes) ? Math.round(minutes) : null;
}

function readNumber(text: string): number {
  let sum = 0;
  for (const part of text.split(/\s+/)) {
    const [above, below] = part.replace(',', '.').split('/');
    sum += Number(above) / Number(below ?? 1);
  }
  return sum;
}

/** "45 min", "1 h", "1 h 15"; rounded to whole minutes, a negative difference with a minus sign. */
export function formatDuration(d: Duration): string {
  const total = Math.round(Math.abs(d) / MINUTE);
  const sign = d < 0 && total > 0 ? '−' : '';
  const hours = Math.floor(total / 60);
  if (hours === 0) return `${sign}${total} min`;
  return `${sign}${hours} h${total % 60 === 0 ? '' : ` ${total % 60}`}`;
}

/** "1 h", or "2 h 15 – 3 h" for a range. */
export function formatEstimate(estimate: Pick<Estimate, 'low' | 'high'>): string {
  const low = formatDuration(estimate.low);
  const high = formatDuration(estimate.high);
  return low === high ? low : `${low} – ${high}`;
}

/**
 * What an estimate may well come to. One number that its writer was not sure of is taken for a quarter less or more, in
 * steps that people think in (5 min; below a quarter of an hour 1 min): "1 hour?" is 45 to 75 min.
 */
export function likelyRange({ low, high, sure }: Estimate): Pick<Estimate, 'low' | 'high'> {
  if (sure || low !== high || low === 0) return { low, high };
  const step = (low < 15 * MINUTE ? 1 : 5) * MINUTE;
  const spread = Math.max(step, Math.round(low / 4 / step) * step);
  return { low: Math.max(0, low - spread) as Duration, high: (high + spread) as Duration };
}

/** Adds estimates; one that is missing counts as nothing and makes the sum uncertain. */
export function sumEstimates(list: readonly (Estimate | null)[]): Estimate {
  let low = 0;
  let high = 0;
  let sure = true;
  for (const estimate of list) {
    low += estimate?.low ?? 0;
    high += estimate?.high ?? 0;
    sure &&= estimate?.sure ?? false;
  }
  return { low: low as Duration, high: high as Duration, sure };
}
