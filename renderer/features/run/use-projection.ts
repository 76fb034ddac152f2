import { useMemo } from 'react';
import type { Day } from '../../../shared/domain/meeting.ts';
import { planDay } from '../../../shared/domain/plan-times.ts';
import { type DayProjection, projectDay } from '../../../shared/domain/project-day.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { useRun } from './run-context.tsx';
import { useTick } from './use-tick.ts';

/** Projections are read to the minute: looking again this often is enough. */
const LOOK_EVERY = 15_000;

/** Where a day is heading; empty for a day on which nothing is live. */
export function useProjection(day: Day): DayProjection {
  const { state, plans, zone } = useRun();
  const at = useTick((now) => Math.floor(now / LOOK_EVERY) * LOOK_EVERY) as Instant;
  const plan = plans.get(day.id);
  return useMemo(() => projectDay(day, plan ?? planDay(day), state, zone, at), [day, plan, state, zone, at]);
}
