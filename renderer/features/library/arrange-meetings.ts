// Puts the meetings of this computer in the order Home shows them. Pure: day and zone are passed in. It does not know
// what a line of it looks like.

import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';
import type { MeetingSummary } from './meeting-summary.ts';

export interface ArrangedMeetings {
  /** In none of the other lists. */
  readonly templates: readonly MeetingSummary[];
  readonly live: readonly MeetingSummary[];
  /** From today on, the next first. */
  readonly upcoming: readonly MeetingSummary[];
  /** Without a day yet, the last changed first. */
  readonly undated: readonly MeetingSummary[];
  /** The last first. */
  readonly past: readonly MeetingSummary[];
}

export function arrangeMeetings(list: readonly MeetingSummary[], today: CalendarDate): ArrangedMeetings {
  const meetings = list.filter((meeting) => !isTemplate(meeting));
  const live = meetings.filter((meeting) => meeting.live !== null);
  const rest = meetings.filter((meeting) => meeting.live === null);
  const dated = rest.filter((meeting) => meeting.firstDay !== null);
  return {
    templates: templatesOf(list),
    live,
    upcoming: dated.filter((meeting) => !isPast(meeting, today)).toSorted(byStart),
    undated: rest
      .filter((meeting) => meeting.firstDay === null)
      .toSorted((a, b) => b.updatedAt - a.updatedAt),
    past: dated.filter((meeting) => isPast(meeting, today)).toSorted((a, b) => byStart(b, a)),
  };
}

export function isTemplate({ template }: MeetingSummary): boolean {
  return template;
}

/** By their names. */
export function templatesOf(list: readonly MeetingSummary[]): readonly MeetingSummary[] {
  return list.filter(isTemplate).toSorted((a, b) => a.title.localeCompare(b.title));
}

export function isPast(meeting: MeetingSummary, today: CalendarDate): boolean {
  if (meeting.state === 'closed' || meeting.state === 'published') return true;
  return (meeting.lastDay ?? today) < today;
}

function byStart(a: MeetingSummary, b: MeetingSummary): number {
  const dates = (a.firstDay ?? '').localeCompare(b.firstDay ?? '');
  return dates || (a.startMinutes ?? 0) - (b.startMinutes ?? 0) || a.title.localeCompare(b.title);
}

/** The view a meeting opens in: Plan before it, Run on its days, Actions after the last one. */
export function viewForDay(meeting: MeetingSummary, today: CalendarDate): 'plan' | 'run' | 'actions' {
  if (isTemplate(meeting)) return 'plan';
  if (meeting.live) return 'run';
  if (meeting.firstDay === null || today < meeting.firstDay) return 'plan';
  return isPast(meeting, today) ? 'actions' : 'run';
}

/** Time a running meeting is behind its plan (negative: ahead) if the live item ends on time or, when over, now. */
export function behindPlan(
  plannedStart: Instant,
  startedAt: Instant,
  elapsed: number,
  planned: number | null,
  now: Instant,
): number {
  const late = startedAt - plannedStart;
  if (planned === null) return late;
  return elapsed > planned ? now - (plannedStart + planned) : late;
}
