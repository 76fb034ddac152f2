// What is known of the meetings before and after this one: those it announces, and those of its series on this computer.
// Pure; a meeting that is planned stands with its announcement, by series and date.

import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { NextMeeting } from '../../../../shared/domain/meeting.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { datesOf } from '../../../../shared/import/read-dates.ts';

export interface SeriesMeeting {
  readonly id: MeetingId;
  readonly title: string;
  readonly series: string;
  readonly template: boolean;
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
}

export interface Span {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export interface NextEntry {
  /** `null` where the series goes on without a word of it here. */
  readonly announced: NextMeeting | null;
  readonly span: Span | null;
  readonly planned: SeriesMeeting | null;
}

export interface Neighbours {
  readonly before: SeriesMeeting | null;
  /** By date; those without one last, as they were announced. */
  readonly next: readonly NextEntry[];
}

export function spanOf(dates: string): Span | null {
  const { first, last } = datesOf(dates);
  return first && last ? { first, last } : null;
}

export function neighboursOf(
  own: SeriesMeeting,
  announced: readonly NextMeeting[],
  meetings: readonly SeriesMeeting[],
): Neighbours {
  const series = meetings.filter(
    (other) => other.id !== own.id && !other.template && other.series === own.series && own.series !== '',
  );
  const from = own.firstDay;
  const isAfter = (other: SeriesMeeting) => from !== null && other.firstDay !== null && other.firstDay > from;
  const before = series
    .filter((other) => from !== null && other.firstDay !== null && other.firstDay < from)
    .toSorted(byStart)
    .at(-1);
  const entries = announced.map((entry): NextEntry => {
    const span = spanOf(entry.dates);
    return { announced: entry, span, planned: series.find((other) => span && isWithin(other, span)) ?? null };
  });
  const shown = new Set(entries.map(({ planned }) => planned?.id));
  const others = series
    .filter((other) => isAfter(other) && !shown.has(other.id))
    .map((planned): NextEntry => ({ announced: null, span: spanOfMeeting(planned), planned }));
  return { before: before ?? null, next: [...entries, ...others].toSorted(bySpan) };
}

function isWithin({ firstDay }: SeriesMeeting, { first, last }: Span): boolean {
  return firstDay !== null && firstDay >= first && firstDay <= last;
}

function spanOfMeeting({ firstDay, lastDay }: SeriesMeeting): Span | null {
  return firstDay && lastDay ? { first: firstDay, last: lastDay } : null;
}

function byStart(a: SeriesMeeting, b: SeriesMeeting): number {
  return (a.firstDay ?? '').localeCompare(b.firstDay ?? '');
}

function bySpan(a: NextEntry, b: NextEntry): number {
  return (a.span?.first ?? '9999').localeCompare(b.span?.first ?? '9999');
}
