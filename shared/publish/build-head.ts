// The title block: when and where, who steered, wrote, came and did not, and the ways to join.

import type { Day, JoinWay, MeetingRecord, Person, RecordItem } from '../domain/meeting.ts';
import { planDay } from '../domain/plan-times.ts';
import { safeHref } from '../domain/safe-href.ts';
import type { CalendarDate } from '../domain/time.ts';
import { formatDate, formatDateRange, instantOf, wallTime, zoneCity, zoneLabel } from '../domain/zones.ts';
import type { BuildContext } from './build-context.ts';
import { formatSpan } from './build-days.ts';
import type { Fact, FactValue } from './printable.ts';

const NOTE_TAKER = /note.?taker|minutes|scribe|secretary/iu;

export function noteTakers(record: MeetingRecord): readonly Person[] {
  return record.people.filter((person) => NOTE_TAKER.test(person.role));
}

export function meetingDates(record: MeetingRecord): string {
  const dates = record.days.map((day) => day.date).sort();
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? formatDate(first, 'long') : formatDateRange(first, last);
}

/** Dates · times with their zone · the reader's own times where they differ · place. */
export function buildSubtitle(record: MeetingRecord, context: BuildContext): readonly string[] {
  return [meetingDates(record), timesLine(record, context), placeLine(record)].filter((part) => part !== '');
}

function timesLine(record: MeetingRecord, context: BuildContext): string {
  const spans = record.days.map(daySpan);
  const [first] = spans;
  const same = first && spans.every((span) => span.text === first.text) ? first : null;
  const date = record.days[0]?.date;
  const zone = record.meta.timeZone;
  const times = same?.text ?? '';
  if (zone === null || date === undefined) {
    return times === '' ? '' : `${times} (time zone not stated)`;
  }
  const at = instantOf(date, same?.start ?? 12 * 60, zone);
  const own = context.options.ownZone;
  const label = zoneLabel(zone, at);
  const main = times === '' ? `times in ${label}` : `${times} ${label}`;
  if (own === undefined || same === null || same.start === null || zoneLabel(own, at) === label) return main;
  const start = wallTime(at, own);
  const end = same.end === null ? null : start.minutes + same.end - same.start;
  const shift = dayShift(date, start.date);
  return `${main}, ${formatSpan(start.minutes, end)}${shift} in ${zoneCity(own)}`;
}

function dayShift(date: CalendarDate, other: CalendarDate): string {
  if (date === other) return '';
  return other > date ? ' the day after' : ' the day before';
}

function daySpan(day: Day<RecordItem>): { text: string; start: number | null; end: number | null } {
  const { start, end } = planDay(day);
  return { text: formatSpan(start, end), start, end };
}

/** A place is named in the subtitle; what reads like a sentence stands among the ways to join only. */
const LONGEST_PLACE = 40;

function placeLine({ logistics }: MeetingRecord): string {
  const places = logistics
    .filter((way) => way.kind === 'place')
    .map((way) => way.value || way.label)
    .filter((place) => place.length <= LONGEST_PLACE);
  const online = logistics.some((way) => way.kind === 'link' || way.kind === 'phone' || way.kind === 'room');
  return [...(online ? ['online'] : []), ...places].join(', and ');
}

export function buildFacts(record: MeetingRecord, context: BuildContext): readonly Fact[] {
  const { people } = record;
  const minutes = context.options.what === 'minutes';
  const of = (kind: Person['kind']): readonly Person[] => people.filter((person) => person.kind === kind);
  const facts: readonly Fact[] = [
    { label: 'Moderators', values: moderators(record, context), layout: 'run-on' },
    { label: 'Minutes by', values: minutes ? noteTakers(record).map(nameOnly) : [], layout: 'run-on' },
    { label: minutes ? 'Present' : 'Attendees', values: of('attendee').map(withRemark), layout: 'run-on' },
    { label: 'Guests', values: of('guest').map((person) => guest(person, context)), layout: 'run-on' },
    { label: 'Apologies', values: people.filter(isExcused).map(apology), layout: 'lines' },
    {
      label: 'Absent',
      values: of('absent')
        .filter((p) => !isExcused(p))
        .map(withRemark),
      layout: 'run-on',
    },
    { label: 'To join', values: record.logistics.filter(isWayIn).map(wayIn), layout: 'lines' },
    {
      label: 'Slides',
      values: record.logistics.filter((way) => way.kind === 'slides').map(wayIn),
      layout: 'lines',
    },
  ];
  return facts.filter((fact) => fact.values.length > 0);
}

function moderators(record: MeetingRecord, { namesOf }: BuildContext): readonly FactValue[] {
  const ids = new Set(record.days.flatMap((day) => day.blocks.flatMap((block) => block.moderators)));
  return namesOf([...ids]).map((text) => ({ text, remark: '', href: null }));
}

function nameOnly(person: Person): FactValue {
  return { text: person.name, remark: '', href: null };
}

function withRemark(person: Person): FactValue {
  const role = NOTE_TAKER.test(person.role) ? '' : person.role;
  const remark = [person.organisation, role, person.remark].filter((part) => part !== '').join(', ');
  return { text: person.name, remark, href: null };
}

function guest(person: Person, context: BuildContext): FactValue {
  const numbers = person.guestOf.flatMap((id) => context.referTo(id)?.number ?? []);
  const own = withRemark(person).remark;
  const items = numbers.length === 0 ? '' : `item ${numbers.join(', ')}`;
  return { text: person.name, remark: [own, items].filter((part) => part !== '').join('; '), href: null };
}

function isExcused(person: Person): boolean {
  return person.apology !== null;
}

function apology(person: Person): FactValue {
  const reason = person.apology ?? '';
  return { text: reason === '' ? person.name : `${person.name}: ${reason}`, remark: '', href: null };
}

function isWayIn(way: JoinWay): boolean {
  return way.kind !== 'slides';
}

function wayIn(way: JoinWay): FactValue {
  // "Slides: Slides: ..." says it twice.
  const label = way.label.toLowerCase() === way.kind ? '' : way.label;
  const text = [label, way.value].filter((part) => part !== '').join(': ');
  return { text, remark: way.details, href: safeHref(way.value) };
}
