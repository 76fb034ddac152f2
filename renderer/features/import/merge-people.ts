import type { PersonId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';

/** Takes two people of a record for one: every mention of `from` becomes `to`, and `from` leaves the list. */
export function mergePeople(record: MeetingRecord, from: PersonId, to: PersonId): MeetingRecord {
  const people = record.people.filter(({ id }) => id !== from);
  return replaceIn({ ...record, people }, from, to);
}

/** Ids are unlike any other text, so a value equal to one is a mention of it, wherever it stands. */
function replaceIn<T>(value: T, from: string, to: string): T;
function replaceIn(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) {
    const list = value.map((entry) => replaceIn(entry, from, to));
    return value.includes(from) ? [...new Set(list)] : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaceIn(entry, from, to)]));
}
