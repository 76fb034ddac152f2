// The words of one line of Home: when, what, and in which state. Pure.

import { formatClock } from '../../../shared/domain/plan-times.ts';
import type { Instant, TimeZone } from '../../../shared/domain/time.ts';
import {
  addDays,
  formatDate,
  formatDateRange,
  instantOf,
  wallTime,
  zoneCity,
} from '../../../shared/domain/zones.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { MeetingSummary } from './meeting-summary.ts';

export interface StateWords {
  readonly text: string;
  readonly tone: Tone;
}

/** What state the agenda is in, or after the meeting the minutes. */
export function stateOf(meeting: MeetingSummary, past: boolean): StateWords {
  if (meeting.waiting) return { text: 'Waiting for the first copy', tone: 'neutral' };
  if (meeting.state === 'published') return { text: 'Published', tone: 'ok' };
  if (meeting.live) return { text: 'Live', tone: 'over' };
  const minuted = meeting.state === 'closed' || meeting.actionCount + meeting.decisionCount > 0;
  if (past && minuted) return { text: 'Minutes not published', tone: 'warn' };
  if (past) return { text: 'Agenda only', tone: 'neutral' };
  if (meeting.itemCount === 0) return { text: 'Draft', tone: 'neutral' };
  return meeting.state === 'draft'
    ? { text: 'Draft agenda', tone: 'neutral' }
    : { text: 'Agenda ready', tone: 'ok' };
}

/** "Mon 18:15–19:00 (10:15 Los Angeles)": in one's own zone, the meeting's in brackets when they differ. */
export function whenOf(meeting: MeetingSummary, ownZone: TimeZone): string {
  const { firstDay, lastDay, dayCount, timeZone, startMinutes, endMinutes } = meeting;
  if (meeting.waiting) return 'Joined with an invite';
  if (firstDay === null || lastDay === null) return 'No date yet';
  if (dayCount > 1) return `${formatDateRange(firstDay, lastDay)}, ${dayCount} days`;
  if (startMinutes === null) return formatDate(firstDay, 'weekday');
  const end = endMinutes ?? startMinutes;
  if (timeZone === null) {
    return `${weekday(firstDay)} ${clockRange(startMinutes, end)}, no time zone yet`;
  }
  const startsAt = instantOf(firstDay, startMinutes, timeZone);
  const own = wallTime(startsAt, ownZone);
  const range = `${weekday(own.date)} ${clockRange(own.minutes, own.minutes + end - startMinutes)}`;
  const same = own.minutes === startMinutes % (24 * 60) && own.date === dateOf(meeting, startsAt);
  return same ? range : `${range} (${formatClock(startMinutes)} ${zoneCity(timeZone)})`;
}

function dateOf(meeting: MeetingSummary, startsAt: Instant) {
  return meeting.timeZone ? wallTime(startsAt, meeting.timeZone).date : meeting.firstDay;
}

function weekday(date: Parameters<typeof formatDate>[0]): string {
  return formatDate(date, 'short').split(' ')[0] ?? '';
}

function clockRange(start: number, end: number): string {
  return end > start ? `${formatClock(start)}–${formatClock(end)}` : formatClock(start);
}

/** The date to print large at the left: in one's own zone where the meeting's is known. */
export function dateMark(meeting: MeetingSummary, ownZone: TimeZone): { day: string; month: string } | null {
  if (meeting.firstDay === null) return null;
  const start = meeting.startMinutes ?? 12 * 60;
  const date =
    meeting.timeZone && meeting.dayCount === 1
      ? wallTime(instantOf(meeting.firstDay, start, meeting.timeZone), ownZone).date
      : addDays(meeting.firstDay, 0);
  const [, month = '', day = ''] = date.split('-');
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  return { day: String(Number(day)), month: name.format(new Date(Date.UTC(2000, Number(month) - 1, 1))) };
}

/** "6 items, 3 actions, 1 decision"; after a meeting how many actions are done. */
export function contentsOf(meeting: MeetingSummary, past: boolean): string {
  if (meeting.waiting) return 'nothing of it has come yet';
  const { itemCount, actionCount, actionsDone, decisionCount, peopleCount } = meeting;
  const parts = [count(itemCount, 'item')];
  if (actionCount > 0) parts.push(past ? actionsOf(actionCount, actionsDone) : count(actionCount, 'action'));
  if (decisionCount > 0) parts.push(count(decisionCount, 'decision'));
  if (!past && peopleCount > 0) parts.push(peopleCount === 1 ? '1 person' : `${peopleCount} people`);
  return parts.join(', ');
}

/** "3 days, 24 items, 18 people". */
export function templateWords({ dayCount, itemCount, peopleCount, series }: MeetingSummary): string {
  const parts = [count(dayCount, 'day'), count(itemCount, 'item')];
  if (peopleCount > 0) parts.push(peopleCount === 1 ? '1 person' : `${peopleCount} people`);
  return `${parts.join(', ')}${series && ` · ${series}`}`;
}

function actionsOf(all: number, done: number): string {
  if (done === 0) return count(all, 'action');
  if (done === all) return all === 1 ? '1 action, done' : `${all} actions, all done`;
  return `${count(all, 'action')}, ${done} done`;
}

function count(n: number, word: string): string {
  return n === 1 ? `1 ${word}` : `${n} ${word}s`;
}
