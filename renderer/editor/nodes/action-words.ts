// An action item in words: for its view, and for those who hear it. Pure.

import type { Node } from '@tiptap/pm/model';
import type { Person } from '../../../shared/domain/meeting.ts';
import type { ActionItemNode, ActionStatus } from '../../../shared/domain/rich-text.ts';
import { isCalendarDate } from '../../../shared/domain/rich-text-attrs.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/zones.ts';

export type ActionAttrs = ActionItemNode['attrs'];

export interface ActionWords {
  /** "Action item, Jonas Lindqvist, due Mon 16 Mar, open". */
  readonly name: string;
  readonly assignees: string;
  readonly helpers: string;
  /** Due date or state, whichever says more; `null` when nothing is set. */
  readonly chip: string | null;
  readonly tone: 'neutral' | 'accent' | 'ok' | 'warn';
  readonly details: string;
}

export const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  deferred: 'Deferred',
  cancelled: 'Cancelled',
};

const TONES: Readonly<Record<ActionStatus, ActionWords['tone']>> = {
  open: 'neutral',
  'in-progress': 'accent',
  done: 'ok',
  deferred: 'warn',
  cancelled: 'neutral',
};

/** Attributes of an action item's node. The editor is only mounted on texts whose attributes were checked. */
export function readAction(node: Node): ActionAttrs {
  return node.attrs as ActionAttrs;
}

export function describeAction(action: ActionAttrs, people: readonly Person[]): ActionWords {
  const assignees = names(action.assignees, people);
  const helpers = names(action.helpers, people);
  const due = action.due === null ? '' : dateWords(action.due);
  const state = stateWords(action);
  const details = [
    assignees || 'nobody assigned',
    helpers && `with ${helpers}`,
    due && `due ${due}`,
    state.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
  return {
    name: `Action item, ${details}`,
    assignees,
    helpers,
    chip: chipOf(action, state, due, assignees),
    tone: TONES[action.status] ?? 'neutral',
    details,
  };
}

function chipOf(action: ActionAttrs, state: string, due: string, assignees: string): string | null {
  if (action.status === 'in-progress' && due) return `${state}, ${due}`;
  if (action.status !== 'open') return state;
  return due || (assignees ? 'No date' : null);
}

function stateWords(action: ActionAttrs): string {
  const word = STATUS_WORDS[action.status] ?? action.status;
  return action.status === 'deferred' && action.deferredTo ? `${word} to ${action.deferredTo}` : word;
}

function names(ids: readonly string[], people: readonly Person[]): string {
  return ids
    .map((id) => people.find((person) => person.id === id)?.name ?? 'somebody no longer listed')
    .join(', ');
}

function dateWords(date: CalendarDate): string {
  return isCalendarDate(date) ? formatDate(date, 'short') : String(date);
}
