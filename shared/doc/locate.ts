// Finds what a command is about, and a place in a list. What is not shown (removed, or never heard of) is not found:
// the command then does nothing, because a peer was there first.

import type * as Y from 'yjs';
import type { AgendaItem, Block, Day, Meeting } from '../domain/meeting.ts';
import { keyBetween, keysFor } from './order-key.ts';
import { readMeeting } from './read-meeting.ts';
import { isRemoved } from './removal.ts';
import { type Entity, type EntityRoot, entityOf } from './schema.ts';

/** The entity if it is shown: not removed, or removed but kept for what it holds. */
export function findEntity(doc: Y.Doc, root: EntityRoot, id: string): Entity | null {
  const entity = entityOf(doc, root, id);
  if (!entity || !isRemoved(entity)) return entity;
  return holdsSomething(readMeeting(doc), root, id) ? entity : null;
}

function holdsSomething(meeting: Meeting, root: EntityRoot, id: string): boolean {
  if (root === 'days') return findDay(meeting, id) !== null;
  if (root === 'blocks') return findBlock(meeting, id) !== null;
  return root === 'items' && findItem(meeting, id) !== null;
}

export function findDay(meeting: Meeting, id: string): Day | null {
  return meeting.days.find((day) => day.id === id) ?? null;
}

export function findBlock(meeting: Meeting, id: string): Block | null {
  return meeting.days.flatMap((day) => day.blocks).find((block) => block.id === id) ?? null;
}

export function findItem(meeting: Meeting, id: string): AgendaItem | null {
  return itemsOf(meeting).find((item) => item.id === id) ?? null;
}

/** All items in agenda order, slots after their round. */
export function itemsOf(meeting: Meeting): AgendaItem[] {
  const tops = meeting.days.flatMap((day) => day.blocks.flatMap((block) => block.items));
  return tops.flatMap((item) => [item, ...item.slots]);
}

/**
 * The order key that puts `id` at `index` of a list of the ids `shown`. Only entities that `belong` to the list by
 * their own fields have a comparable key. Where the keys leave no room, the list is numbered afresh.
 */
export function orderKeyAt(
  doc: Y.Doc,
  root: EntityRoot,
  shown: readonly string[],
  place: { readonly id: string; readonly index?: number | undefined },
  belongs: (entity: Entity) => boolean = () => true,
): string {
  const others = shown.filter((id) => id !== place.id);
  const own = (ids: readonly string[]) => ids.flatMap((id) => entityOf(doc, root, id) ?? []).filter(belongs);
  const siblings = own(others);
  const at = own(others.slice(0, Math.max(0, place.index ?? others.length))).length;
  const orderOf = (i: number) => (siblings[i] ? String(siblings[i].get('order')) : null);
  const key = keyBetween(orderOf(at - 1), orderOf(at), place.id);
  if (key !== null) return key;
  const keys = keysFor(siblings.toSpliced(at, 0, ...siblings.slice(0, 1)).map((_, i) => `${place.id}${i}`));
  for (const [i, sibling] of siblings.entries()) sibling.set('order', keys[i < at ? i : i + 1]);
  return keys[at] ?? '';
}
