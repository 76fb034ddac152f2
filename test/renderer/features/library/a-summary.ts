import type { MeetingSummary } from '../../../../renderer/features/library/meeting-summary.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../../shared/domain/time.ts';

/** A planned meeting of one day in Phoenix, 09:00 to 10:00. */
export function aSummary(fields: Partial<MeetingSummary> = {}): MeetingSummary {
  return {
    id: 'm1' as MeetingId,
    title: 'Weekly coordination',
    series: '',
    template: false,
    timeZone: 'America/Phoenix' as TimeZone,
    firstDay: '2026-03-10' as CalendarDate,
    lastDay: '2026-03-10' as CalendarDate,
    startMinutes: 540,
    endMinutes: 600,
    state: 'open',
    dayCount: 1,
    itemCount: 6,
    actionCount: 0,
    actionsDone: 0,
    decisionCount: 0,
    peopleCount: 0,
    live: null,
    updatedAt: 0 as Instant,
    deletedAt: null,
    waiting: false,
    ...fields,
  };
}

export const date = (text: string) => text as CalendarDate;
