// Filters and groups the register for the table. Pure: today is passed in.

import type { RegisteredAction } from '../../../shared/domain/registers.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { addDays } from '../../../shared/domain/zones.ts';

export type Show = 'open' | 'overdue' | 'done' | 'deferred' | 'all';

export interface ActionGroup {
  readonly id: 'overdue' | 'week' | 'later' | 'undated' | 'deferred' | 'done' | 'cancelled';
  readonly title: string;
  readonly actions: readonly RegisteredAction[];
}

const TITLES: readonly (readonly [ActionGroup['id'], string])[] = [
  ['overdue', 'Overdue'],
  ['week', 'Next 7 days'],
  ['later', 'Later'],
  ['undated', 'No date'],
  ['deferred', 'Deferred'],
  ['done', 'Done'],
  ['cancelled', 'Cancelled'],
];

export function isOpen({ action }: RegisteredAction): boolean {
  return action.attrs.status === 'open' || action.attrs.status === 'in-progress';
}

export function isOverdue(entry: RegisteredAction, today: CalendarDate): boolean {
  const { due } = entry.action.attrs;
  return isOpen(entry) && due !== null && due < today;
}

export function isShown(entry: RegisteredAction, show: Show, today: CalendarDate): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return isOpen(entry);
    case 'overdue':
      return isOverdue(entry, today);
    case 'done':
    case 'deferred':
      return entry.action.attrs.status === show;
  }
}

/** Groups in the order of urgency, the earliest due first; empty groups are left out. */
export function groupActions(
  actions: readonly RegisteredAction[],
  today: CalendarDate,
): readonly ActionGroup[] {
  return TITLES.map(([id, title]) => ({
    id,
    title,
    actions: actions.filter((entry) => groupOf(entry, today) === id).toSorted(byDue),
  })).filter((group) => group.actions.length > 0);
}

function groupOf(entry: RegisteredAction, today: CalendarDate): ActionGroup['id'] {
  const { status, due } = entry.action.attrs;
  if (status === 'done' || status === 'cancelled' || status === 'deferred') return status;
  if (due === null) return 'undated';
  if (due < today) return 'overdue';
  return due <= addDays(today, 7) ? 'week' : 'later';
}

function byDue(a: RegisteredAction, b: RegisteredAction): number {
  const due = (entry: RegisteredAction) => entry.action.attrs.due ?? '9999';
  return due(a).localeCompare(due(b)) || a.number - b.number;
}
