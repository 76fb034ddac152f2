// Moments of the run in words: when it starts, until when a break lasts. Pure.

import { formatClock } from '../../../shared/domain/plan-times.ts';
import { heldOn } from '../../../shared/domain/project-day.ts';
import type { Clock } from '../../../shared/domain/run-state.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { formatDate, zoneLetters } from '../../../shared/domain/zones.ts';
import { clockOf } from './pace-words.ts';
import type { Run } from './run-context.tsx';

type Moment = Pick<Run, 'next' | 'plans' | 'state' | 'zone' | 'floating' | 'days' | 'ownZone' | 'live'>;

/** "Starts Wed 11 Mar 11:00"; "Day ended" when all is done. */
export function startWord({ next, plans, state, days }: Moment): string | null {
  const day = next?.day;
  if (!day) return state.phase === 'ended' ? 'Ended' : null;
  const start = plans.get(day.id)?.slots.get(next.item.id)?.start ?? null;
  const date = days.length > 1 ? `${formatDate(day.date, 'short')} ` : '';
  if (start === null) return date ? `Starts ${date.trim()}` : null;
  return `Starts ${date}${formatClock(start)}`;
}

/** "11:00 MST (19:00 here)": when the break that is live is to end. */
export function untilWord(
  { live, state, zone, floating, ownZone }: Moment,
  { length, elapsed }: Clock,
): string | null {
  if (!live || state.startedAt === null || length === null) return null;
  const stay = elapsed - (state.done.get(live.item.id)?.spent ?? 0);
  const end = (state.startedAt + (length - elapsed) + stay + state.pausedFor) as Instant;
  const date = heldOn(live.day, state, zone);
  const there = clockOf(end, zone, date);
  if (floating) return there;
  const letters = zoneLetters(zone, end);
  const here = clockOf(end, ownZone, date);
  return `${there}${letters ? ` ${letters}` : ''}${here === there ? '' : ` (${here} here)`}`;
}
