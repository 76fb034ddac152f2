// Why a meeting does not open, in the words the user reads.

import { MINUTE } from '../../shared/domain/time.ts';
import type { Damage } from './load-meeting.ts';
import { type SaveProblem, saveProblem } from './save-problem.ts';

export type OpenError =
  | { readonly code: 'not-found'; readonly message: string }
  /** Open it as `recovered` or as `whole-copy` (library.ts). */
  | { readonly code: 'damaged'; readonly message: string; readonly advice: string; readonly damage: Damage }
  | { readonly code: 'storage'; readonly message: string; readonly problem: SaveProblem };

export function damagedError(damage: Damage): OpenError {
  return {
    code: 'damaged',
    message: 'This meeting’s file is damaged.',
    advice: damageAdvice(damage),
    damage,
  };
}

function damageAdvice({ wholeUntil, lastAt }: Damage): string {
  if (wholeUntil === null) return 'No copy of it is whole. What can be read can be opened.';
  const minutes = Math.ceil((lastAt - wholeUntil) / MINUTE);
  const clock = new Date(wholeUntil).toLocaleString(undefined, clockFormat(lastAt - wholeUntil));
  const missing = minutes <= 1 ? 'at most 1 minute' : `at most ${formatLength(minutes)}`;
  return `The copy of ${clock} is whole and misses ${missing}.`;
}

function clockFormat(distance: number): Intl.DateTimeFormatOptions {
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  return distance < 12 * 60 * MINUTE ? clock : { ...clock, day: 'numeric', month: 'short' };
}

function formatLength(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`;
}

export function storageError(error: unknown): OpenError {
  const problem = saveProblem(error);
  return { code: 'storage', message: 'The storage of this computer does not answer.', problem };
}
