import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Instant, TimeZone } from '../../shared/domain/time.ts';
import { wallTime } from '../../shared/domain/zones.ts';
import type { MeetingView } from './paths.ts';

/** The view that the day asks for: Plan before the meeting, Run on its days, Actions after the last one. */
export function viewOfDay({ days, meta, run }: Meeting, now: Instant, ownZone: TimeZone): MeetingView {
  const today = wallTime(now, meta.timeZone ?? ownZone).date;
  const dates = days.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return 'plan';
  if (meta.state === 'closed' || meta.state === 'published' || today > last) return 'actions';
  return today < first && run.length === 0 ? 'plan' : 'run';
}
