import type { Day } from '../../../../shared/domain/meeting.ts';
import { type DayPlan, planDay } from '../../../../shared/domain/plan-times.ts';

const plans = new WeakMap<Day, DayPlan>();

/** `planDay`, computed once for a day as it stands: the proposals and the lists of places all ask for it. */
export function dayPlan(day: Day): DayPlan {
  const known = plans.get(day) ?? planDay(day);
  plans.set(day, known);
  return known;
}
