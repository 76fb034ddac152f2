import type * as Y from 'yjs';
import type { BlockId, ItemId, NewId } from '../../domain/ids.ts';
import type { AgendaItem } from '../../domain/meeting.ts';
import { change } from '../change.ts';
import { addEntity, command, patchEntity, replaceFields, setMembers } from '../entity.ts';
import { findEntity, findItem } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { markRemoved } from '../removal.ts';
import { entityOf } from '../schema.ts';
import { type Place, placeItem } from './item-places.ts';

export type ItemPatch = Partial<
  Pick<AgendaItem, 'kind' | 'title' | 'presenterNote' | 'start' | 'duration' | 'tickets'>
>;
export type ItemFields = ItemPatch & Partial<Pick<AgendaItem, 'presenters' | 'cancelled'>>;

const EMPTY = { kind: 'topic', title: '', presenterNote: '', start: null, duration: '', cancelled: null };

/** Adds an item to a block. `null` if a peer removed the block. Without `index` the item comes last. */
export function addItem(
  doc: Y.Doc,
  newId: NewId,
  block: BlockId,
  fields: ItemFields,
  index?: number,
): ItemId | null {
  return addItemAt(doc, newId, { block, index }, fields);
}

/** Adds a sub-slot to a round. `null` if a peer removed the round, or made it something else. */
export function addSlot(
  doc: Y.Doc,
  newId: NewId,
  round: ItemId,
  fields: ItemFields,
  index?: number,
): ItemId | null {
  return addItemAt(doc, newId, { round, index }, fields);
}

function addItemAt(doc: Y.Doc, newId: NewId, to: Place, fields: ItemFields): ItemId | null {
  const id = newId() as ItemId;
  return command(doc, () => {
    const place = placeItem(doc, id, to);
    if (!place) return null;
    const { tickets, presenters, ...values } = fields;
    const item = addEntity(doc, 'items', id, { ...EMPTY, ...values, ...place });
    if (tickets) setMembers(item, 'tickets', tickets);
    if (presenters) setMembers(item, 'presenters', presenters);
    return id;
  });
}

export function editItem(doc: Y.Doc, id: ItemId, patch: ItemPatch): boolean {
  const { tickets, ...values } = patch;
  return change(doc, 'items', id, (item) => {
    patchEntity(item, values);
    if (tickets) setMembers(item, 'tickets', tickets);
  });
}

/** A cancelled item stays on the agenda, struck through, and takes no time. */
export function cancelItem(doc: Y.Doc, id: ItemId, reason: string): boolean {
  return change(doc, 'items', id, (item) => patchEntity(item, { cancelled: reason }));
}

export function restoreItem(doc: Y.Doc, id: ItemId): boolean {
  return change(doc, 'items', id, (item) => patchEntity(item, { cancelled: null }));
}

/** Moves an item into a block or, as a sub-slot, into a round; `index` counts the list without this item. */
export function moveItem(doc: Y.Doc, id: ItemId, to: Place): boolean {
  const item = findEntity(doc, 'items', id);
  if (!item) return false;
  return command(doc, () => {
    const place = placeItem(doc, id, to);
    if (place) replaceFields(item, place);
    return place !== null;
  });
}

/** Removes the item and, of a round, its slots. */
export function removeItem(doc: Y.Doc, id: ItemId): boolean {
  if (!findEntity(doc, 'items', id)) return false;
  const item = findItem(readMeeting(doc), id);
  if (!item) return false;
  command(doc, () => markItemRemoved(doc, item));
  return true;
}

export function markItemRemoved(doc: Y.Doc, item: AgendaItem): void {
  for (const { id } of [...item.slots, item]) {
    const entity = entityOf(doc, 'items', id);
    if (entity) markRemoved(entity);
  }
}
