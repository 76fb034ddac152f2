// A kept state of a meeting in words: what it is, when, and why it was kept. Pure.

import type { TimeZone } from '../../../shared/domain/time.ts';
import { formatDate, wallTime } from '../../../shared/domain/zones.ts';
import type { KeptState } from '../../session/kept-states.ts';
import { clockAt } from '../../session/people/people-words.ts';

export interface KeptWords {
  readonly what: string;
  readonly when: string;
  readonly why: string;
}

export function keptWords({ state, at, keptAt, reason }: KeptState, zone: TimeZone): KeptWords {
  const day = (instant: typeof at) =>
    `${formatDate(wallTime(instant, zone).date, 'short')}, ${clockAt(instant, zone)}`;
  return {
    what: state === 'good' ? 'The last good state' : 'As it was when it was kept',
    when: `Last change ${day(at)}`,
    why: `Kept ${day(keptAt)}: ${reason}.`,
  };
}
