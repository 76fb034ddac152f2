import { writeRecord } from '../../../shared/doc/record.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { shiftDates } from '../../../shared/domain/shift-dates.ts';
import { addDays, daysBetween, formatDateRange, wallTime } from '../../../shared/domain/zones.ts';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import { datesOf } from '../../../shared/import/read-dates.ts';
import type { Services } from '../../session/services.tsx';

const NEW = { title: 'Platform leads, spring review', series: 'Platform leads', state: 'open' } as const;

/** Announced dates move with the meeting they follow. */
function later(dates: string, by: number): string {
  const { first, last } = datesOf(dates);
  return first && last ? formatDateRange(addDays(first, by), addDays(last, by)) : dates;
}

/** Makes a meeting with everything in it, to look at; its first day is today. Like any other: edit it, delete it. */
export async function createSample({ library, now, ownZone }: Services): Promise<MeetingId> {
  const { default: text } = await import('./sample-meeting.json?raw');
  const read = readMeetingJson(text);
  if (!read.ok)
    throw new Error(`The sample meeting does not match this version: ${JSON.stringify(read.error)}`);
  const today = wallTime(now(), ownZone).date;
  const [first] = read.value.days;
  const by = first ? daysBetween(first.date, today) : 0;
  const record = shiftDates(read.value, by);
  const next = record.next.map((entry) => ({ ...entry, dates: later(entry.dates, by) }));
  // The page it was imported from carries its dates in its title and lies in the past.
  const meta = { ...record.meta, ...NEW, createdAt: now() };
  return library.create((doc) => writeRecord(doc, { ...record, next, meta }));
}
