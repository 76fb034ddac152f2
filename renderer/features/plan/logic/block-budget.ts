// How much of a block's time its items take: "105 of 90". Only where something pinned after the block says when it must
// end; nothing is guessed otherwise.

import type { AgendaItem, Day } from '../../../../shared/domain/meeting.ts';
import { type DayPlan, itemEstimate } from '../../../../shared/domain/plan-times.ts';
import { MINUTE } from '../../../../shared/domain/time.ts';

/** In minutes; breaks count neither as used nor as available. */
export interface BlockBudget {
  readonly used: number;
  readonly usedAtMost: number;
  readonly available: number;
}

export function blockBudget(day: Day, index: number, plan: DayPlan): BlockBudget | null {
  const block = day.blocks[index];
  const planned = block && plan.blocks.get(block.id);
  if (!block || !planned || planned.start === null) return null;
  const items = block.items.filter(takesTime);
  const lastTopic = items.findLastIndex((item) => item.kind !== 'break');
  if (lastTopic < 0) return null;
  const after = [
    ...items.slice(lastTopic + 1),
    ...day.blocks.slice(index + 1).flatMap((next) => next.items.filter(takesTime)),
  ];
  const limit = pinnedLimit(after, plan);
  if (limit === null) return null;
  const breaks = items.slice(0, lastTopic).filter((item) => item.kind === 'break');
  return {
    used: Math.round(planned.low / MINUTE),
    usedAtMost: Math.round(planned.high / MINUTE),
    available: Math.max(0, limit - planned.start - minutesOf(breaks)),
  };
}

function takesTime(item: AgendaItem): boolean {
  return item.cancelled === null;
}

/** When the first pinned start after the block must begin, less the loose breaks that stand before it. */
function pinnedLimit(after: readonly AgendaItem[], plan: DayPlan): number | null {
  const loose: AgendaItem[] = [];
  for (const item of after) {
    const start = plan.slots.get(item.id)?.start ?? null;
    if (item.start !== null && start !== null) return start - minutesOf(loose);
    if (item.kind !== 'break') return null;
    loose.push(item);
  }
  return null;
}

function minutesOf(items: readonly AgendaItem[]): number {
  return items.reduce((sum, item) => sum + Math.round((itemEstimate(item)?.low ?? 0) / MINUTE), 0);
}
