// A meeting, or its days alone, moved to other dates.

import { Temporal } from 'temporal-polyfill';
import { mapBlocks } from './map-blocks.ts';
import type { MeetingRecord, RecordItem } from './meeting.ts';
import type { RichBlock } from './rich-text.ts';
import type { CalendarDate } from './time.ts';
import { addDays, daysBetween } from './zones.ts';

/**
 * The same meeting `by` days later: its days, due dates, progress notes and dates of files. Dates that are words of a
 * text stay as written, and so does the run: it is what happened.
 */
export function shiftDates(record: MeetingRecord, by: number): MeetingRecord {
  const later = <D extends CalendarDate | null>(date: D) => (date === null ? date : (addDays(date, by) as D));
  const shiftBlock = (block: RichBlock): RichBlock =>
    block.type === 'actionItem'
      ? {
          ...block,
          attrs: { ...block.attrs, due: later(block.attrs.due) },
          content: block.content.map((child) =>
            child.type === 'progressNote'
              ? { ...child, attrs: { ...child.attrs, date: later(child.attrs.date) } }
              : child,
          ),
        }
      : block;
  const shiftItem = (item: RecordItem): RecordItem => ({
    ...item,
    prep: mapBlocks(item.prep, shiftBlock),
    minutes: mapBlocks(item.minutes, shiftBlock),
    slots: item.slots.map(shiftItem),
  });
  return {
    ...record,
    days: record.days.map((day) => ({
      ...day,
      date: later(day.date),
      blocks: day.blocks.map((block) => ({ ...block, items: block.items.map(shiftItem) })),
    })),
    attachments: record.attachments.map((file) => ({ ...file, date: later(file.date) })),
  };
}

/**
 * The days of a meeting (in their order) moved so that the first is `first`. Days that all lie from Monday to Friday stay
 * as many working days apart, so that none of them comes to lie on a weekend; others keep their distance.
 */
export function shiftDays(dates: readonly CalendarDate[], first: CalendarDate): readonly CalendarDate[] {
  const [from] = dates;
  if (from === undefined) return [];
  if ([first, ...dates].every(isWorkingDay)) {
    const start = workingDay(first);
    return dates.map((date) => dateOfWorkingDay(start + workingDay(date) - workingDay(from)));
  }
  return dates.map((date) => addDays(first, daysBetween(from, date)));
}

/** `count` days from `first` on, as far apart as those of `dates`; further ones follow one another, working days if those are. */
export function spreadDays(
  dates: readonly CalendarDate[],
  first: CalendarDate,
  count: number,
): readonly CalendarDate[] {
  const days = [...shiftDays(dates.length === 0 ? [first] : dates.slice(0, count), first)];
  const next = days.every(isWorkingDay) ? workingDayFrom : (date: CalendarDate) => date;
  while (days.length < count) days.push(next(addDays(days.at(-1) ?? first, 1)));
  return days;
}

export function isWorkingDay(date: CalendarDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/** The date itself, or the Monday after a weekend. */
export function workingDayFrom(date: CalendarDate): CalendarDate {
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  return day <= 5 ? date : addDays(date, 8 - day);
}

const MONDAY = '1970-01-05' as CalendarDate;

/** Working days count without gaps, five a week. */
function workingDay(date: CalendarDate): number {
  const day = Temporal.PlainDate.from(date).dayOfWeek - 1;
  return ((daysBetween(MONDAY, date) - day) / 7) * 5 + day;
}

function dateOfWorkingDay(count: number): CalendarDate {
  const week = Math.floor(count / 5);
  return addDays(MONDAY, week * 7 + (count - week * 5));
}
