// Puts a meeting together from the sections of a page: people first, since names in texts are told by them; then the agenda;
// then what refers to its items.

import type { BlockId, DayId, NewId } from '../domain/ids.ts';
import type { Day, MeetingRecord, MeetingState, Person, RecordItem } from '../domain/meeting.ts';
import { plainText } from '../domain/registers.ts';
import type { CalendarDate, Instant, TimeZone } from '../domain/time.ts';
import { formatDate, wallTime } from '../domain/zones.ts';
import type { DayDraft } from './agenda-draft.ts';
import { readAgenda } from './agenda-reader.ts';
import { buildDays } from './build-agenda.ts';
import { calendarDate } from './dates.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { knownItems } from './finish-proposal.ts';
import { linesOf, textOf } from './html-text.ts';
import { namesOf } from './names.ts';
import { createPeopleBook, type PeopleBook } from './people-book.ts';
import type { PlacedPage } from './place-parts.ts';
import type { Placed } from './placed-part.ts';
import { readAttachments } from './read-attachments.ts';
import { linesOfZone, type PageDates, readPageDates, readTimeZone } from './read-dates.ts';
import { guestItems } from './read-guests.ts';
import { readLogistics } from './read-logistics.ts';
import { mentionedMeetings, readNextMeetings } from './read-next.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readPeople } from './read-people.ts';
import { readProposals } from './read-proposals.ts';

export interface ImportOptions {
  readonly newId: NewId;
  readonly now: Instant;
  /** The zone the user chose; with `null` times stay floating unless the page names a zone exactly. */
  readonly timeZone: TimeZone | null;
}

export function readRecord(placed: PlacedPage, report: ReportDraft, options: ImportOptions): MeetingRecord {
  const { newId, now } = options;
  const { parts } = placed;
  const people = createPeopleBook(newId, report);
  readPeople(parts, people, report);
  const accepts = (name: string): boolean => people.isKnown(name) || (people.isEmpty() && name.includes(' '));
  const agenda = readAgenda(parts, { report, accepts });
  const dates = readPageDates(parts, placed.title, placed.titleLine, report);
  const timeZone = readTimeZone(parts, options.timeZone, dates.zone, partLines(parts), report);
  const today = wallTime(now, timeZone ?? ('UTC' as TimeZone)).date;
  const from = dates.first ?? firstLabelled(agenda) ?? today;
  const text = { newId, report, people, from };
  const moderators = pageModerators(parts, report);
  const planned = buildDays(agenda, {
    ...text,
    firstDay: dates.first,
    today,
    opening: dates.opening,
    moderators,
  });
  reportDates(planned, dates, report);
  const days = withOutcomes(planned, readOutcomes(parts, planned, text), from, newId);
  const items = days.flatMap((day) => day.blocks.flatMap((block) => block.items));
  const proposals = readProposals(parts, knownItems(items), text);
  const attachments = readAttachments(parts, newId, report);
  const logistics = readLogistics(parts, newId, report);
  const next = [...readNextMeetings(parts, newId, report), ...agenda.flatMap((day) => mentioned(day, newId))];
  reportOthers(parts, report);
  return {
    meta: {
      title: placed.title === '' ? 'Untitled meeting' : placed.title,
      series: '',
      timeZone,
      state: stateOf(days, today),
      template: false,
      createdAt: now,
    },
    logistics,
    people: withGuests(people, items),
    days,
    proposals,
    comments: [],
    run: [],
    attendance: [],
    attachments,
    next,
  };
}

function firstLabelled(agenda: readonly DayDraft[]): CalendarDate | null {
  const date = agenda.map((day) => day.label?.date).find((label) => label != null && label.year !== null);
  return date ? calendarDate(date, 0) : null;
}

function pageModerators(parts: readonly Placed[], report: ReportDraft): string[] {
  return linesOfZone(parts, 'moderators').flatMap(({ nodes, line }) => {
    const { names, notes, rest } = namesOf(nodes);
    report.read(line, names.join(', '), 'moderator');
    for (const words of [...notes, ...rest]) {
      report.find(
        'leftover',
        line,
        words,
        'This stands beside the moderator and has no place in the meeting.',
      );
    }
    return names;
  });
}

function mentioned(day: DayDraft, newId: NewId): MeetingRecord['next'] {
  const items = day.blocks.flatMap((block) => block.items);
  return items.flatMap((item) => mentionedMeetings([...item.notes, ...item.minutes], newId));
}

/** Outcomes that stand apart from the agenda come last on the last day. */
function withOutcomes(
  days: readonly Day<RecordItem>[],
  outcomes: readonly RecordItem[],
  date: CalendarDate,
  newId: NewId,
): readonly Day<RecordItem>[] {
  if (outcomes.length === 0) return days;
  const last = days.at(-1) ?? { id: newId() as DayId, date, title: '', blocks: [] };
  const block = last.blocks.at(-1) ?? { id: newId() as BlockId, title: '', moderators: [], items: [] };
  const blocks = [...last.blocks.slice(0, -1), { ...block, items: [...block.items, ...outcomes] }];
  return [...days.slice(0, -1), { ...last, blocks }];
}

function reportDates(days: readonly Day[], dates: PageDates, report: ReportDraft): void {
  const sorted = days.map((day) => day.date).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || dates.first === null) return;
  if (first === dates.first && (dates.last ?? dates.first) === last) return;
  const words = `${formatDate(first, 'long')} to ${formatDate(last, 'long')}`;
  const message = `The head of the page gives other dates than its days, which go from ${words}. The days were kept.`;
  report.find('date', dates.line, `${dates.first} – ${dates.last ?? dates.first}`, message);
}

/** A meeting that is over and has minutes is closed; anything else is still being planned. */
function stateOf(days: readonly Day<RecordItem>[], today: CalendarDate): MeetingState {
  const isOver = days.length > 0 && days.every((day) => day.date < today);
  const items = days.flatMap((day) => day.blocks.flatMap((block) => block.items));
  return isOver && items.some((item) => plainText(item.minutes.content) !== '') ? 'closed' : 'draft';
}

function withGuests(people: PeopleBook, items: readonly RecordItem[]): readonly Person[] {
  return people.finish().map((person) => {
    if (person.kind !== 'guest' || person.guestOf.length > 0) return person;
    return { ...person, guestOf: guestItems(person.remark, items) };
  });
}

function partLines(parts: readonly Placed[]): { line: number; text: string }[] {
  return parts.flatMap((placed) => {
    const { part } = placed;
    if (part.kind === 'table') {
      return part.rows.flatMap((row) => row.cells.map((cell) => ({ line: row.line, text: cell.text })));
    }
    return [{ line: part.line, text: textOf(part.nodes) }];
  });
}

/** Everything in a section that nobody reads. */
function reportOthers(parts: readonly Placed[], report: ReportDraft): void {
  for (const placed of parts) {
    if (placed.zone !== 'other' || !('under' in placed)) continue;
    const { part, under } = placed;
    const where = under === '' ? '' : ` under “${under}”`;
    const message = `This text${where} has no place in the meeting. It was not imported.`;
    if (part.kind === 'text')
      for (const text of linesOf(part.nodes)) report.find('leftover', part.line, text, message);
    else {
      for (const row of part.rows) {
        const text = row.cells.map((cell) => cell.text).filter((cell) => cell !== '');
        if (text.length > 0) report.find('leftover', row.line, text.join(' | '), message);
      }
    }
  }
}
