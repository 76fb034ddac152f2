// The clock in words: what stands over the numerals, in the chip, and what is said aloud. Pure.

import { type Clock, formatTimer } from '../../../shared/domain/run-state.ts';
import type { Duration } from '../../../shared/domain/time.ts';
import { MINUTE } from '../../../shared/domain/time.ts';

export type ClockTone = 'neutral' | 'accent' | 'ok' | 'warn' | 'over';
/** What the numerals count; over always counts what is over. */
export type Counting = 'remaining' | 'elapsed';

const TONES: Readonly<Record<Clock['phase'], ClockTone>> = {
  before: 'neutral',
  'on-time': 'accent',
  'wrap-up': 'warn',
  'last-minute': 'warn',
  over: 'over',
  paused: 'neutral',
  break: 'ok',
  untimed: 'accent',
};

export function clockTone(clock: Clock): ClockTone {
  return TONES[clock.phase];
}

/** "4:36"; "+2:10" when over. Before the start the whole length. */
export function numerals(clock: Clock, counting: Counting): string {
  const { remaining, elapsed, length } = clock;
  if (clock.phase === 'before') return formatTimer(length ?? (0 as Duration));
  if (remaining === null || (counting === 'elapsed' && remaining > 0)) return formatTimer(elapsed);
  return remaining > 0 ? formatTimer(remaining) : `+${formatTimer(remaining)}`;
}

/** What the numerals are. */
export function countingWord(clock: Clock, counting: Counting): string {
  if (clock.phase === 'before') return 'Planned';
  if (clock.remaining === null) return 'Elapsed';
  if (clock.remaining <= 0) return 'Over';
  return counting === 'elapsed' ? 'Elapsed' : 'Remaining';
}

/** The phase in a chip; `null` where the word over the numerals says all. `until` is the planned end of a break. */
export function phaseWord(clock: Clock, paused: Duration, until: string | null): string | null {
  const { phase, remaining } = clock;
  switch (phase) {
    case 'wrap-up':
      return `Wrap up, ${minutesUp(remaining)} min left`;
    case 'last-minute':
      return 'Last minute';
    case 'over': {
      const over = Math.floor(Math.abs(remaining ?? 0) / MINUTE);
      return over === 0 ? 'Time is up' : `Over by ${over} min`;
    }
    case 'paused':
      return `Paused ${formatTimer(paused)}`;
    case 'break':
      return until === null ? 'Break' : `Break until ${until}`;
    case 'untimed':
      return 'No length planned';
    default:
      return null;
  }
}

/** The timer's name for those who hear it: whole minutes, so that it does not change every second. */
export function timerName(clock: Clock): string {
  const { phase, remaining, elapsed, length } = clock;
  if (phase === 'before') return 'Not started';
  if (remaining === null || length === null) return `${Math.floor(elapsed / MINUTE)} minutes elapsed`;
  const paused = phase === 'paused' ? ', paused' : '';
  if (remaining <= 0) return `Over by ${Math.floor(-remaining / MINUTE)} minutes${paused}`;
  return `${minutesUp(remaining)} minutes left of ${Math.round(length / MINUTE)}${paused}`;
}

/** What is said when a phase begins; '' for those that are not said. */
export function spokenPhase(clock: Clock): string {
  const left = minutesUp(clock.remaining);
  switch (clock.phase) {
    case 'wrap-up':
      return left === 1 ? '1 minute left.' : `${left} minutes left.`;
    case 'last-minute':
      return '1 minute left.';
    case 'over':
      return 'Over time.';
    default:
      return '';
  }
}

function minutesUp(remaining: Duration | null): number {
  return Math.ceil((remaining ?? 0) / MINUTE);
}
