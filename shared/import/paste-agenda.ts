// Text pasted as an agenda (cells of a spreadsheet, a table, a list of lines) to days of items for a meeting that exists.
// Whatever is pasted gives an answer: items, and findings about what was not understood. It changes no meeting.

import { fail, ok, type Result } from '../base/result.ts';
import type { NewId } from '../domain/ids.ts';
import type { Day, Person, RecordItem } from '../domain/meeting.ts';
import type { CalendarDate } from '../domain/time.ts';
import type { DayDraft } from './agenda-draft.ts';
import { readAgenda } from './agenda-reader.ts';
import { buildDays } from './build-agenda.ts';
import { calendarDate } from './dates.ts';
import { draftReport, type Finding, type FindingKind } from './fidelity-report.ts';
import { TooComplex } from './html-tree.ts';
import { type PastedLine, readAgendaLines } from './paste-lines.ts';
import { pastedParts } from './paste-rows.ts';
import { createPeopleBook, type PeopleBook } from './people-book.ts';
import { placedText } from './placed-part.ts';

export interface PasteOptions {
  readonly newId: NewId;
  /** Of the meeting. */
  readonly people: readonly Person[];
  /** The name of a person for one that was pasted; the same where there is none. */
  readonly meant: (name: string) => string;
  /** Date of the day that it is pasted into. */
  readonly date: CalendarDate;
  /** Reads a line in the app's own short form; `null` for one that is not in it. */
  readonly readLine: (line: string) => PastedLine | null;
}

export interface PastedAgenda {
  readonly days: readonly PastedDay[];
  /** Those who are not of the meeting yet. */
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
}

export interface PastedDay extends Day<RecordItem> {
  /** The text itself says which day it is. */
  readonly isDated: boolean;
}

export type PasteProblem = 'empty' | 'too-long';

export const LONGEST_PASTE = 200_000;
/** More than any agenda has, and as much as one act should add. */
const MOST_ITEMS = 1000;

/** What a page should say, and a pasted agenda need not. */
const EXPECTED: readonly FindingKind[] = ['person', 'preparation', 'untimed', 'date'];

export function readPastedAgenda(text: string, options: PasteOptions): Result<PastedAgenda, PasteProblem> {
  if (text.trim() === '') return fail('empty');
  if (text.length > LONGEST_PASTE) return fail('too-long');
  const { newId, date, meant } = options;
  const report = draftReport();
  const known = new Set(options.people.map(({ id }) => id));
  const book = createPeopleBook(newId, report, options.people);
  const people: PeopleBook = {
    ...book,
    name: (name, line, as) => book.name(meant(name), line, as),
    isKnown: (name) => book.isKnown(meant(name)),
  };
  try {
    const parts = pastedParts(text);
    const accepts = (name: string) => people.isKnown(name) || (people.isEmpty() && name.includes(' '));
    const drafts =
      parts.kind === 'lines'
        ? readAgendaLines(parts.lines, { report, accepts, readLine: options.readLine })
        : readAgenda([placedText('agenda', '', parts.table)], { report, accepts });
    if (countItems(drafts) === 0) return fail('empty');
    if (countItems(drafts) > MOST_ITEMS) return fail('too-long');
    const context = {
      newId,
      report,
      people,
      from: date,
      firstDay: date,
      today: date,
      opening: null,
      moderators: [],
    };
    const days = buildDays(drafts, context).map((day, i) => ({ ...day, isDated: isDated(drafts[i], date) }));
    const fresh = book.finish().filter(({ id }) => !known.has(id));
    return ok({
      days,
      // Who presents in a meeting comes to it.
      people: fresh.map((person) => ({ ...person, kind: 'attendee' })),
      findings: report.finish().findings.filter(({ kind }) => !EXPECTED.includes(kind)),
    });
  } catch (error) {
    if (error instanceof TooComplex) return fail('too-long');
    throw error;
  }
}

function countItems(drafts: readonly DayDraft[]): number {
  return drafts.reduce(
    (sum, { blocks }) => sum + blocks.reduce((all, { items }) => all + items.length, 0),
    0,
  );
}

function isDated(draft: DayDraft | undefined, date: CalendarDate): boolean {
  const written = draft?.label?.date;
  return written != null && calendarDate(written, Number(date.slice(0, 4))) !== null;
}
