// A new meeting made of the plan of another: what is decided before a meeting (who, where, the agenda, its preparation),
// not what came of it (minutes, the run, who was there, files). Pure; it does not choose dates, it is given them.

import type { ActionId, BlockId, DayId, DecisionId, NewId } from './ids.ts';
import { mapBlocks } from './map-blocks.ts';
import type { Block, Day, MeetingRecord, NextMeeting, Person, RecordItem } from './meeting.ts';
import { planDay } from './plan-times.ts';
import { agendaItems, collectRegisters, plainText } from './registers.ts';
import { EMPTY_RICH_DOC, type RichBlock, type RichDoc } from './rich-text.ts';
import { type CalendarDate, DAY_MINUTES, type Instant, type TimeOfDay, type TimeZone } from './time.ts';

/** `frame` is what recurs whatever is spoken about: blocks with their moderators, breaks, rounds and closes. */
export type AgendaTaken = 'all' | 'frame' | 'none';

export interface PlanAgain {
  readonly title: string;
  readonly series: string;
  readonly timeZone: TimeZone | null;
  readonly template: boolean;
  /** One for each day of the new meeting, in their order. More than there were: the further ones are empty. */
  readonly dates: readonly CalendarDate[];
  readonly agenda: AgendaTaken;
  /** Preparation notes of the items that are taken. */
  readonly prep: boolean;
  /** Proposals that are still open. */
  readonly proposals: boolean;
  readonly next: readonly NextMeeting[];
  readonly createdAt: Instant;
}

export function planAgain(record: MeetingRecord, how: PlanAgain, newId: NewId): MeetingRecord {
  const days = how.dates.map((date, i) => dayAgain(record.days[i], date, how, newId));
  const proposals = how.proposals ? record.proposals.filter(({ state }) => state === 'open') : [];
  const kept = new Set(proposals.map(({ id }) => id));
  const again: MeetingRecord = {
    meta: {
      title: how.title,
      series: how.series,
      timeZone: how.timeZone,
      state: 'draft',
      template: how.template,
      createdAt: how.createdAt,
    },
    logistics: record.logistics,
    people: record.people,
    days,
    proposals: proposals.map((proposal) => ({ ...proposal, notes: textAgain(proposal.notes, newId) })),
    comments: record.comments.filter(({ proposal }) => kept.has(proposal)),
    run: [],
    attendance: [],
    attachments: [],
    next: how.next,
  };
  return { ...again, people: peopleAgain(again) };
}

function dayAgain(
  day: Day<RecordItem> | undefined,
  date: CalendarDate,
  how: PlanAgain,
  newId: NewId,
): Day<RecordItem> {
  const empty = { id: newId() as BlockId, title: '', moderators: [], items: [] };
  if (!day) return { id: newId() as DayId, date, title: '', blocks: [empty] };
  const blocks = how.agenda === 'none' ? [] : blocksAgain(day, how, newId);
  return { id: day.id, date, title: day.title, blocks: blocks.length === 0 ? [empty] : blocks };
}

/** Where something before it is left out, an item is pinned to the start that it had. */
function blocksAgain(day: Day<RecordItem>, how: PlanAgain, newId: NewId): Block<RecordItem>[] {
  const { slots } = planDay(day);
  let isMoved = false;
  return day.blocks.map((block) => ({
    ...block,
    items: block.items.flatMap((item) => {
      if (item.cancelled !== null) return [];
      if (how.agenda === 'frame' && item.kind === 'topic') {
        isMoved = true;
        return [];
      }
      const planned = slots.get(item.id)?.start ?? null;
      const start = isMoved && planned !== null ? ((planned % DAY_MINUTES) as TimeOfDay) : item.start;
      isMoved = false;
      return [{ ...itemAgain(item, how.prep, newId), start }];
    }),
  }));
}

function itemAgain(item: RecordItem, prep: boolean, newId: NewId): RecordItem {
  return {
    ...item,
    prep: prep ? textAgain(item.prep, newId) : EMPTY_RICH_DOC,
    minutes: EMPTY_RICH_DOC,
    slots: item.slots
      .filter(({ cancelled }) => cancelled === null)
      .map((slot) => itemAgain(slot, prep, newId)),
  };
}

/** Action items and decisions of the new meeting are others than those of the old one. */
function textAgain(text: RichDoc, newId: NewId): RichDoc {
  if (plainText(text.content) === '') return EMPTY_RICH_DOC;
  return mapBlocks(text, (block): RichBlock => {
    switch (block.type) {
      case 'actionItem':
        return { ...block, attrs: { ...block.attrs, id: newId() as ActionId } };
      case 'decision':
        return { ...block, attrs: { id: newId() as DecisionId, replaces: null } };
      default:
        return block;
    }
  });
}

/** Apologies and remarks were about that meeting. Who was only named in it, or came for what is left out, is not asked. */
function peopleAgain(again: MeetingRecord): readonly Person[] {
  const items = agendaItems(again);
  const isThere = new Set(items.map(({ id }) => id));
  const wanted = new Set([
    ...items.flatMap(({ presenters }) => presenters),
    ...again.days.flatMap((day) => day.blocks.flatMap(({ moderators }) => moderators)),
    ...again.proposals.flatMap(({ requestedBy, presenters }) => [...requestedBy, ...presenters]),
    ...collectRegisters(again).actions.flatMap(({ action }) => [
      ...action.attrs.assignees,
      ...action.attrs.helpers,
    ]),
  ]);
  return again.people.flatMap((person) => {
    const guestOf = person.guestOf.filter((item) => isThere.has(item));
    const cameForOthers = person.kind === 'guest' && person.guestOf.length > 0 && guestOf.length === 0;
    if ((person.kind === 'named' || cameForOthers) && !wanted.has(person.id)) return [];
    const kind = person.kind === 'absent' ? 'attendee' : person.kind;
    return [{ ...person, kind, guestOf, apology: null, remark: '' }];
  });
}
