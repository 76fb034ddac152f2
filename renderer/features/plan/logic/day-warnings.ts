// What does not fit in a day's plan, and what could be done about it. Warnings say, they never forbid; each stands under
// the row it concerns. Words and buttons are made from this by the row.

import { parseEstimate } from '../../../../shared/domain/estimate.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Day, Person } from '../../../../shared/domain/meeting.ts';
import { type DayPlan, itemEstimate } from '../../../../shared/domain/plan-times.ts';
import { MINUTE } from '../../../../shared/domain/time.ts';
import type { PeopleById } from './person-search.ts';

export type DayWarning =
  /** `item` ends `by` minutes after the pinned start of `next`; `sure` is false when only its high estimate does. */
  | {
      readonly kind: 'overlap';
      readonly item: ItemId;
      readonly next: AgendaItem;
      readonly nextStart: number;
      readonly by: number;
      readonly sure: boolean;
      /** Length in minutes at which `item` would fit, `null` when no length would. */
      readonly fits: number | null;
    }
  | { readonly kind: 'unread-length'; readonly item: ItemId; readonly text: string }
  | { readonly kind: 'absent'; readonly item: ItemId; readonly person: Person };

/** Identifies a warning by what it says, so that *Leave it* holds until the facts change. */
export function warningKey(warning: DayWarning): string {
  switch (warning.kind) {
    case 'overlap':
      return `overlap ${warning.item} ${warning.next.id} ${warning.by} ${warning.sure}`;
    case 'unread-length':
      return `length ${warning.item} ${warning.text}`;
    case 'absent':
      return `absent ${warning.item} ${warning.person.id} ${warning.person.apology}`;
  }
}

export function dayWarnings(day: Day, plan: DayPlan, people: PeopleById): readonly DayWarning[] {
  const items = day.blocks.flatMap((block) => block.items).filter((item) => item.cancelled === null);
  const warnings: DayWarning[] = [];
  // Minutes by which the day may be later than its low estimates say, since the last pinned start.
  let drift = 0;
  items.forEach((item, i) => {
    const before = items[i - 1];
    const slot = plan.slots.get(item.id);
    if (before && slot?.pinned && slot.start !== null) {
      const late = slot.overlap > 0 ? slot.overlap : drift - slot.gap;
      if (late > 0) {
        const sure = slot.overlap > 0;
        const length = Math.round((itemEstimate(before)?.low ?? 0) / MINUTE);
        const fits = sure && length > late ? length - late : null;
        warnings.push({
          kind: 'overlap',
          item: before.id,
          next: item,
          nextStart: slot.start,
          by: late,
          sure,
          fits,
        });
      }
      drift = 0;
    }
    const estimate = itemEstimate(item);
    drift += estimate ? Math.round((estimate.high - estimate.low) / MINUTE) : 0;
    if (item.duration.trim() !== '' && parseEstimate(item.duration) === null)
      warnings.push({ kind: 'unread-length', item: item.id, text: item.duration });
    for (const id of item.presenters) {
      const person = people.get(id);
      if (person?.kind === 'absent') warnings.push({ kind: 'absent', item: item.id, person });
    }
  });
  return warnings;
}

/** By how many minutes the day's pinned starts are overrun, all together. */
export function minutesTooLong(warnings: readonly DayWarning[]): number {
  return warnings.reduce(
    (sum, warning) => sum + (warning.kind === 'overlap' && warning.sure ? warning.by : 0),
    0,
  );
}
