import type { Day } from '../../../../shared/domain/meeting.ts';
import { type DayPlan, planDay } from '../../../../shared/domain/plan-times.ts';
import type { TimeZone } from '../../../../shared/domain/time.ts';

const plans = new WeakMap<Day, { readonly zone: TimeZone | null; readonly plan: DayPlan }>();

/** `planDay`, computed once for a day as it stands: the table, the proposals and the lists of places all ask for it. */
export function dayPlan(day: Day, zone: TimeZone | null): DayPlan {
  const known = plans.get(day);
  if (known && known.zone === zone) return known.plan;
  const plan = planDay(day);
  plans.set(day, { zone, plan });
  return plan;
}
