// The grammar of action items in running text: "Names — what is to be done. 16 Mar 2020 Update: how it went". Takes one line
// apart into assignees, helpers, text, due date and remarks. Knows no people: who is known is asked of `isKnown`.

import type { CalendarDate } from '../domain/time.ts';
import { calendarDate, findDates, type WrittenDate } from './dates.ts';
import { oneLine } from './html-text.ts';
import { looksLikeName, splitNames } from './names.ts';

export interface ActionContext {
  isKnown(name: string): boolean;
  /** First day of the meeting: the year of a due date written without one. */
  readonly from: CalendarDate | null;
}

/** Places in the line are offsets, so that its links and marks can be cut with it. */
export interface ActionText {
  readonly assignees: readonly string[];
  readonly helpers: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly due: CalendarDate | null;
  /** Remarks, in order: what is said of progress before the date, then what follows it. */
  readonly notes: readonly { readonly from: number; readonly to: number }[];
  readonly carriedFrom: string | null;
  /** Words that became attributes, and the glue between the parts. */
  readonly read: readonly string[];
}

const LONGEST_HEAD = 200;
const LONGEST_NAME = 5;
/** Between the names and the text. A hyphen or colon needs names that are known. */
const GLUE = /\s*(—|–|:| - )\s*/g;
/** A longer line is no action item that anybody wrote, and not worth the time of the patterns below. */
const LONGEST_LINE = 5000;
const SENTENCE_END = /(?<![.\s])[.!?)]\s+/g;
const STATUS_WORDS =
  /^(?:in progress|done|started|ongoing|under ?way|completed?|waiting|blocked|no progress|on hold)\b(?! by\b)/i;
const DUE_WORD = /(?:\bdue(?: date| by| on)?|\bby|\buntil|\bdeadline|\bby the)\s*:?\s*$/i;

export function readActionText(line: string, context: ActionContext): ActionText {
  if (line.length > LONGEST_LINE) return wholeLine(line);
  const head = readHead(line, context);
  const from = head?.end ?? 0;
  const due = findDue(line, from, context.from);
  const read = head ? [line.slice(0, head.end)] : [];
  let to = line.length;
  const notes: { from: number; to: number }[] = [];
  if (due) {
    to = due.start;
    read.push(line.slice(due.start, due.end));
    notes.push(...tailNote(line, due.end, read));
  }
  const carried = /\(?\s*\bcarried (?:over |in )?from:? ([^()]+?)\s*\)?\s*\.?\s*$/i.exec(
    line.slice(from, to),
  );
  if (carried) {
    read.push(line.slice(from + carried.index, to));
    to = from + carried.index;
  }
  const status = statusStart(line.slice(from, to));
  if (status > 0) {
    notes.unshift({ from: from + status, to });
    to = from + status;
  }
  return {
    assignees: head?.assignees ?? [],
    helpers: head?.helpers ?? [],
    from,
    to,
    due: due?.date ?? null,
    notes,
    carriedFrom: carried ? oneLine(carried[1] ?? '') : null,
    read,
  };
}

function wholeLine(line: string): ActionText {
  return {
    assignees: [],
    helpers: [],
    from: 0,
    to: line.length,
    due: null,
    notes: [],
    carriedFrom: null,
    read: [],
  };
}

/** Where the first sentence begins that tells of progress ("In progress on DM-1"), 0 without one. */
function statusStart(text: string): number {
  for (const match of text.matchAll(SENTENCE_END)) {
    const start = match.index + match[0].length;
    if (STATUS_WORDS.test(text.slice(start))) return start;
  }
  return 0;
}

interface Head {
  readonly assignees: string[];
  readonly helpers: string[];
  readonly end: number;
}

function readHead(line: string, context: ActionContext): Head | null {
  for (const match of line.slice(0, LONGEST_HEAD).matchAll(GLUE)) {
    const [whole, glue] = match;
    if (match.index === 0 && glue === '—') return { assignees: [], helpers: [], end: whole.length };
    const people = readPeople(line.slice(0, match.index), context, glue === '—' || glue === '–');
    if (people) return { ...people, end: match.index + whole.length };
    // A sentence has begun: a dash further on belongs to it.
    if (/[.!?]\s/.test(line.slice(0, match.index))) break;
  }
  return leadingPeople(line, context);
}

/** "Ben Osei print the sheets", "Ann Lee and Bo Ek to call": full names of known people, without anything behind them. */
function leadingPeople(line: string, context: ActionContext): Head | null {
  const assignees: string[] = [];
  let end = 0;
  for (;;) {
    const words = line.slice(end).split(' ', LONGEST_NAME);
    const count = [4, 3, 2].find((n) => words.length > n && context.isKnown(nameOf(words.slice(0, n))));
    if (count === undefined) break;
    const written = words.slice(0, count).join(' ');
    assignees.push(nameOf(words.slice(0, count)));
    end += written.length;
    const glue = /^(?:\s*[,/&]\s*|\s+and\s+)/.exec(line.slice(end))?.[0] ?? '';
    if (glue === '' && !/[,/&]$/.test(written)) break;
    end += glue === '' ? 1 : glue.length;
  }
  const rest =
    /^\s+(?:(?:to|will|should|shall)\s+)?(?=\p{Ll})(?!(?:is|was|has|had|and|or|are|were|says?|said|thinks?)\b)/u.exec(
      line.slice(end),
    );
  return assignees.length > 0 && rest ? { assignees, helpers: [], end: end + rest[0].length } : null;
}

function nameOf(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/^@/, '')
    .replace(/[,/&]$/, '');
}

function readPeople(
  text: string,
  context: ActionContext,
  loose: boolean,
): { assignees: string[]; helpers: string[] } | null {
  const withOthers =
    /[\s,(]+(?:with(?: help (?:from|of))?|helped by|assisted by|supported by)\s+([^()]+?)\)?\s*$/i.exec(text);
  const own = splitNames(withOthers ? text.slice(0, withOthers.index) : text);
  const others = withOthers ? splitNames(withOthers[1] ?? '') : null;
  const isPerson = (name: string): boolean => context.isKnown(name) || (loose && looksLikeName(name));
  const isFine = (found: typeof own): boolean =>
    found.names.length > 0 &&
    found.rest.length === 0 &&
    found.notes.length === 0 &&
    // One strange name among known ones is a person all the same.
    (found.names.every(isPerson) || (loose && found.names.some((name) => context.isKnown(name))));
  if (!isFine(own) || (others && !isFine(others))) return null;
  return { assignees: own.names, helpers: others?.names ?? [] };
}

interface Due {
  readonly start: number;
  readonly end: number;
  readonly date: CalendarDate;
}

/**
 * The last fully written date that stands where a due date stands: at the end, behind a sentence, or behind "by" or "due".
 * A date picked in a wiki (month by name) wins over one typed; ranges and dates inside sentences are none.
 */
function findDue(line: string, from: number, meeting: CalendarDate | null): Due | null {
  const dates = findDates(line)
    .filter((date) => date.index >= from && !date.range)
    .map((date) => dueAt(line, date, meeting))
    .filter((due) => due !== null);
  return dates.findLast((due) => due.named) ?? dates.at(-1) ?? null;
}

function dueAt(
  line: string,
  date: WrittenDate,
  meeting: CalendarDate | null,
): (Due & { named: boolean }) | null {
  const before = line.slice(0, date.index);
  const after = line.slice(date.index + date.length);
  const word = DUE_WORD.exec(before);
  const atEnd = /^[\s.)\]]*$/.test(after);
  if (date.year === null && !(word && atEnd)) return null;
  const afterSentence = /[.!?…)"”]\s*[([]?\s*$|^\s*$/.test(before);
  if (!(atEnd || afterSentence || word)) return null;
  const value = date.year === null ? nextDate(date, meeting) : calendarDate(date, 0);
  if (value === null) return null;
  let start = word ? word.index : date.index;
  let end = date.index + date.length;
  const bracket = /[([]\s*$/.exec(line.slice(0, start));
  if (bracket && /^\s*[)\]]/.test(after)) {
    start = bracket.index;
    end += /^\s*[)\]]/.exec(after)?.[0].length ?? 0;
  }
  return { start, end, date: value, named: date.named };
}

/** "by 16 March" said in December is next year's. */
function nextDate(date: WrittenDate, meeting: CalendarDate | null): CalendarDate | null {
  if (meeting === null) return null;
  const year = Number(meeting.slice(0, 4));
  const same = calendarDate(date, year);
  return same !== null && same >= meeting ? same : calendarDate(date, year + 1);
}

/** What follows the date, without the dash, label or parentheses around it. */
function tailNote(line: string, start: number, read: string[]): { from: number; to: number }[] {
  const lead = /^[\s.,;]*(?:[–—-]\s*)?(?:update\s*:\s*)?/i.exec(line.slice(start))?.[0] ?? '';
  let [from, to] = [start + lead.length, line.length];
  read.push(lead);
  const inner = line.slice(from, to).trim();
  if (/^\([^()]*\)\.?$/.test(inner)) {
    from = line.indexOf('(', from) + 1;
    to = line.lastIndexOf(')');
  }
  return oneLine(line.slice(from, to)) === '' ? [] : [{ from, to }];
}

const DEFERRAL =
  /\b(?:deferred|postponed|carried over|moved|scheduled|rescheduled|put off)\s+(?:to|for|until|till)\s+(?:the\s+)?(.+?)(?=,?\s+(?:due to|because|since|as|so that)\b|[;.]\s|[;,.)]*$)/i;

/** The meeting a remark puts an action off to; `null` when it does not. */
export function deferral(remark: string): string | null {
  return DEFERRAL.exec(remark.slice(0, 1000))?.[1]?.trim() ?? null;
}
