// Days, items and people for the tests of the plan, with only the fields a test speaks of.

import { BLANK_PERSON } from '../../../../shared/domain/blank-person.ts';
import type { BlockId, DayId, ItemId, PersonId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day, Person } from '../../../../shared/domain/meeting.ts';
import { parseClock } from '../../../../shared/domain/plan-times.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';

type ItemFields = Omit<Partial<AgendaItem>, 'start' | 'id'> & { readonly at?: string };

export function item(id: string, { at, ...fields }: ItemFields = {}): AgendaItem {
  return {
    id: id as ItemId,
    kind: 'topic',
    title: id,
    presenters: [],
    presenterNote: '',
    start: at === undefined ? null : parseClock(at),
    duration: '',
    cancelled: null,
    tickets: [],
    slots: [],
    ...fields,
  };
}

/** A day of blocks; block `n` of day `d` has the id `d.n`. */
export function day(id: string, ...blocks: readonly (readonly AgendaItem[])[]): Day {
  return {
    id: id as DayId,
    date: '2026-03-10' as CalendarDate,
    title: '',
    blocks: blocks.map((items, i) => ({ id: `${id}.${i}` as BlockId, title: '', moderators: [], items })),
  };
}

export function person(name: string, fields: Partial<Person> = {}): Person {
  return {
    id: name.toLowerCase() as PersonId,
    kind: 'attendee',
    name,
    ...BLANK_PERSON,
    ...fields,
  };
}
