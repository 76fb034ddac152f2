// Meetings made of others: of a template, of a meeting that is held again. Fetched when it is asked for; it knows no
// screens.

import { writeRecord } from '../../../shared/doc/record.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { type PlanAgain, planAgain } from '../../../shared/domain/plan-again.ts';
import { nextFirstDay } from '../../../shared/domain/series.ts';
import { workingDayFrom } from '../../../shared/domain/shift-dates.ts';
import { buildFromTemplate } from '../../../shared/domain/templates.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { addDays, wallTime } from '../../../shared/domain/zones.ts';
import type { Services } from '../../session/services.tsx';
import type { TemplateSource } from './library-question.ts';
import type { MeetingSummary } from './meeting-summary.ts';

/** What a meeting is to be made of, read. */
export interface Source {
  readonly title: string;
  readonly record: MeetingRecord;
  /** In their order. */
  readonly dates: readonly CalendarDate[];
  readonly openProposals: number;
}

export async function readSource(services: Services, from: TemplateSource): Promise<Source> {
  const record = from.kind === 'own' ? await services.library.read(from.id) : builtIn(services, from);
  return {
    title: record.meta.title,
    record,
    dates: record.days.map(({ date }) => date),
    openProposals: record.proposals.filter(({ state }) => state === 'open').length,
  };
}

/** A template begins on the next working day; a meeting goes on in the rhythm of its series. */
export function suggestFirstDay(
  { record, dates }: Source,
  meetings: readonly MeetingSummary[],
  today: CalendarDate,
): CalendarDate {
  const { template, series } = record.meta;
  if (template) return workingDayFrom(nextFirstDay([], today));
  const others = meetings.filter((other) => series !== '' && !other.template && other.series === series);
  return nextFirstDay([...dates.slice(0, 1), ...others.flatMap(({ firstDay }) => firstDay ?? [])], today);
}

/** From the next working day on, working days only. */
function builtIn(
  services: Services,
  { template }: Extract<TemplateSource, { kind: 'built-in' }>,
): MeetingRecord {
  const { newId, now, ownZone } = services;
  const first = workingDayFrom(nextFirstDay([], wallTime(now(), ownZone).date));
  const dates = template.days.reduce<CalendarDate[]>((list) => {
    const last = list.at(-1);
    return [...list, last === undefined ? first : workingDayFrom(addDays(last, 1))];
  }, []);
  const use = { title: template.title, timeZone: ownZone, dates, template: true, createdAt: now() };
  return buildFromTemplate(template, use, newId);
}

export interface MadeAgain {
  readonly title: string;
  readonly dates: readonly CalendarDate[];
  readonly proposals: boolean;
}

/** The plan of `source` as a new meeting. */
export function planNew(services: Services, source: Source, made: MadeAgain): Promise<MeetingId> {
  return create(services, source, { ...made, template: false });
}

export function saveTemplate(services: Services, source: Source): Promise<MeetingId> {
  const { title, dates } = source;
  return create(services, source, { title, dates, proposals: false, template: true });
}

function create(
  services: Services,
  { record }: Source,
  made: MadeAgain & Pick<PlanAgain, 'template'>,
): Promise<MeetingId> {
  const { library, newId, now } = services;
  const how: PlanAgain = {
    ...made,
    series: record.meta.series,
    timeZone: record.meta.timeZone,
    agenda: 'all',
    prep: true,
    next: [],
    createdAt: now(),
  };
  return library.create((doc) => writeRecord(doc, planAgain(record, how, newId)));
}
