// An agenda item written as one line: "09:00–09:30 Budget (Wanda Ferro, 30 min)", "11:00 Search index trial — Jonas Lindqvist".

import { parseEstimate } from '../domain/estimate.ts';
import type { TimeOfDay } from '../domain/time.ts';
import { oneLine } from './html-text.ts';
import { splitNames } from './names.ts';
import { readTime } from './times.ts';

export interface ItemLine {
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  readonly duration: string;
  readonly title: string;
  readonly presenters: readonly string[];
  readonly presenterNote: string;
  readonly cancelled: boolean;
  /** The words that are not in the fields as written. */
  readonly read: readonly string[];
}

const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[A-Z]\.)\s+/;
const CANCELLED_LABEL =
  /^\s*(?:cancell?ed|dropped|withdrawn)\s*[:–—-]\s*|\s*[([]\s*(?:cancell?ed|dropped|withdrawn)\s*[)\]]\s*$/i;
const TAIL = /\s*[([]([^()[\]]{1,120})[)\]]\s*$/;
const BY = /(?:\s+[–—]\s+|\s+-\s+|,?\s+(?:presented by|led by|presenter:|speaker:|lead:)\s+)([^–—]{3,120})$/i;

/** A title that is nothing but one: only the word that cancels it is taken out. */
export function readTitle(text: string): ItemLine {
  const label = CANCELLED_LABEL.exec(text);
  const title = label ? oneLine(text.replace(label[0], ' ')) : text;
  const none = { start: null, end: null, duration: '', presenters: [], presenterNote: '' };
  return { ...none, title, cancelled: label !== null, read: label ? [label[0]] : [] };
}

/** `accepts` says whether a name at the end of the line is one of a person. */
export function readItemLine(text: string, accepts: (name: string) => boolean): ItemLine {
  const read: string[] = [];
  let rest = oneLine(text);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) {
      read.push(match[0]);
      rest = oneLine(rest.slice(0, match.index) + rest.slice(match.index + match[0].length));
    }
    return match;
  };
  if (readTime(rest) === null) take(NUMBER);
  const time = readTime(rest);
  if (time) {
    read.push(time.text);
    rest = time.rest;
    take(/^\s*[:–—|.,-]+\s*/);
  }
  const cancelled = take(CANCELLED_LABEL) !== null;
  let duration = '';
  const presenters: string[] = [];
  const notes: string[] = [];
  for (let tail = TAIL.exec(rest); tail; tail = TAIL.exec(rest)) {
    const parts = readTail(tail[1] ?? '', accepts);
    if (!parts || (parts.duration !== '' && duration !== '')) break;
    duration = parts.duration || duration;
    presenters.unshift(...parts.names);
    take(TAIL);
  }
  const loose = duration === '' ? /(?:,|\s[–—-])\s*(~?\d[\w ~?+.-]{0,14})$/.exec(rest) : null;
  if (loose && parseEstimate(loose[1] ?? '') && /[a-z]/i.test(loose[1] ?? '')) {
    duration = oneLine(loose[1] ?? '');
    take(/(?:,|\s[–—-])\s*(~?\d[\w ~?+.-]{0,14})$/);
  }
  const by = presenters.length === 0 ? BY.exec(rest) : null;
  if (by) {
    const found = splitNames(by[1] ?? '');
    const isLabelled = !/^\s+[–—-]\s/.test(by[0]);
    const fits = found.names.length > 0 && found.rest.length === 0;
    if (fits && (isLabelled || found.names.every(accepts))) {
      presenters.push(...found.names);
      notes.push(...found.notes);
      take(BY);
    }
  }
  return {
    start: time?.start ?? null,
    end: time?.end ?? null,
    duration,
    title: rest,
    presenters,
    presenterNote: notes.join('; '),
    cancelled,
    read,
  };
}

/** Parentheses at the end of a line that hold a length, names, or both, and nothing else. */
function readTail(
  text: string,
  accepts: (name: string) => boolean,
): { duration: string; names: string[] } | null {
  if (parseEstimate(text)) return /^\d{1,3}$/.test(text.trim()) ? null : { duration: text.trim(), names: [] };
  let duration = '';
  const names: string[] = [];
  for (const piece of text.split(/\s*[,;/]\s*/)) {
    const { names: found, rest } = splitNames(piece, true);
    if (parseEstimate(piece) && duration === '') duration = piece.trim();
    else if (rest.length === 0 && found.length > 0 && found.every(accepts)) {
      names.push(...found);
    } else return null;
  }
  return { duration, names };
}
