import { useMemo } from 'react';
import { itemEstimate } from '../../../shared/domain/plan-times.ts';
import { type Clock, clockAt } from '../../../shared/domain/run-state.ts';
import type { Duration } from '../../../shared/domain/time.ts';
import { useRun } from './run-context.tsx';
import { useTick } from './use-tick.ts';

export interface LiveClock extends Clock {
  /** How long the pause lasts already. */
  readonly paused: Duration;
}

/** The clock of the live item, or of the one that is to be started. Renders once a second. */
export function useClock(): LiveClock {
  const { state, live, next } = useRun();
  const item = (live ?? next)?.item;
  const planned = useMemo(() => (item ? (itemEstimate(item)?.low ?? null) : null), [item]);
  const kind = item?.kind ?? 'topic';
  const shown = useTick((now) => {
    const clock = clockAt(state, planned, kind, now);
    const paused =
      state.pausedAt === null ? 0 : Math.max(0, Math.floor((now - state.pausedAt) / 1000) * 1000);
    return JSON.stringify({ ...clock, paused });
  });
  return useMemo(() => JSON.parse(shown) as LiveClock, [shown]);
}
