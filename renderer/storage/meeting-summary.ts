// What lists show of a meeting, derived from the meeting alone: the cache of it can be thrown away at any time.

import type { ItemId, MeetingId } from '../../shared/domain/ids.ts';
import type { AgendaItem, Day, ItemKind, MeetingRecord, MeetingState } from '../../shared/domain/meeting.ts';
import { itemEstimate, planDay } from '../../shared/domain/plan-times.ts';
import { collectRegisters } from '../../shared/domain/registers.ts';
import { deriveRun, type RunState } from '../../shared/domain/run-state.ts';
import type { CalendarDate, Duration, Instant, TimeZone } from '../../shared/domain/time.ts';

export interface MeetingSummary {
  readonly id: MeetingId;
  readonly title: string;
  readonly series: string;
  /** A pattern to make meetings from: listed apart, and never live. */
  readonly template: boolean;
  readonly timeZone: TimeZone | null;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  /** Planned start of the first day, in minutes since its midnight. */
  readonly startMinutes: number | null;
  /** Planned end of the last day, in minutes since its midnight. */
  readonly endMinutes: number | null;
  readonly state: MeetingState;
  readonly dayCount: number;
  /** Topics and rounds that are not cancelled. */
  readonly itemCount: number;
  readonly actionCount: number;
  readonly actionsDone: number;
  readonly decisionCount: number;
  /** Attendees and guests. */
  readonly peopleCount: number;
  readonly live: LiveItem | null;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  /** Joined, and nothing of it has come yet. */
  readonly waiting: boolean;
}

/** What runs now, with all that a clock and a day line need. */
export interface LiveItem {
  /** Title of the live item. */
  readonly item: string;
  readonly itemId: ItemId;
  readonly kind: ItemKind;
  /** Planned length; `null` without one. */
  readonly planned: Duration | null;
  /** Planned start in minutes since midnight of `date`. */
  readonly plannedStart: number | null;
  readonly date: CalendarDate;
  readonly run: RunState;
  /** The live day, cancelled items left out. */
  readonly line: readonly DayLineSegment[];
}

export interface DayLineSegment {
  readonly item: ItemId;
  readonly kind: ItemKind;
  readonly planned: Duration | null;
}

/** All but what the document does not know: whether it was deleted, or is still to come. */
export type MeetingFacts = Omit<MeetingSummary, 'deletedAt' | 'waiting'>;

export function buildFacts(id: MeetingId, record: MeetingRecord, updatedAt: Instant): MeetingFacts {
  const { meta, days, people } = record;
  const [first, last] = [days[0], days.at(-1)];
  const { actions, decisions } = collectRegisters(record);
  const items = days.flatMap((day) => day.blocks.flatMap((block) => block.items));
  return {
    id,
    title: meta.title,
    series: meta.series,
    template: meta.template,
    timeZone: meta.timeZone,
    firstDay: first?.date ?? null,
    lastDay: last?.date ?? null,
    startMinutes: first ? planDay(first).start : null,
    endMinutes: last ? planDay(last).end : null,
    state: meta.state,
    dayCount: days.length,
    itemCount: items.filter(isTopic).length,
    actionCount: actions.length,
    actionsDone: actions.filter(({ action }) => action.attrs.status === 'done').length,
    decisionCount: decisions.length,
    peopleCount: people.filter(({ kind }) => kind === 'attendee' || kind === 'guest').length,
    live: meta.template ? null : findLive(record, deriveRun(record.run)),
    updatedAt,
  };
}

function isTopic({ kind, cancelled }: AgendaItem): boolean {
  return (kind === 'topic' || kind === 'round') && cancelled === null;
}

function findLive({ days }: MeetingRecord, run: RunState): LiveItem | null {
  if (run.item === null || run.phase === 'ended') return null;
  for (const day of days) {
    const items = day.blocks.flatMap((block) => block.items);
    const item = items.flatMap(withSlots).find(({ id }) => id === run.item);
    if (item) return describeLive(day, item, items, run);
  }
  return null;
}

function describeLive(day: Day, item: AgendaItem, items: readonly AgendaItem[], run: RunState): LiveItem {
  return {
    item: item.title,
    itemId: item.id,
    kind: item.kind,
    planned: itemEstimate(item)?.low ?? null,
    plannedStart: planDay(day).slots.get(item.id)?.start ?? null,
    date: day.date,
    run,
    line: items
      .filter(({ cancelled }) => cancelled === null)
      .map((each) => ({ item: each.id, kind: each.kind, planned: itemEstimate(each)?.low ?? null })),
  };
}

function withSlots(item: AgendaItem): readonly AgendaItem[] {
  return [item, ...item.slots.flatMap(withSlots)];
}
