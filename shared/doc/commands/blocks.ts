import type * as Y from 'yjs';
import type { BlockId, DayId, NewId } from '../../domain/ids.ts';
import type { Block } from '../../domain/meeting.ts';
import { change, editEntity } from '../change.ts';
import { addEntity, command, replaceFields } from '../entity.ts';
import { findBlock, findDay, findEntity, orderKeyAt } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { markRemoved } from '../removal.ts';
import { entityOf } from '../schema.ts';
import { markItemRemoved } from './items.ts';

/** `null` if a peer removed the day. Without `index` the block comes last. */
export function addBlock(
  doc: Y.Doc,
  newId: NewId,
  day: DayId,
  fields: { readonly title?: string } = {},
  index?: number,
): BlockId | null {
  if (!findEntity(doc, 'days', day)) return null;
  const id = newId() as BlockId;
  command(doc, () => {
    const order = orderKeyInDay(doc, day, id, index);
    addEntity(doc, 'blocks', id, { title: '', ...fields, day, order });
  });
  return id;
}

export function editBlock(doc: Y.Doc, id: BlockId, patch: Partial<Pick<Block, 'title'>>): boolean {
  return editEntity(doc, 'blocks', id, patch);
}

/** `index` counts the blocks of the day without this one. */
export function moveBlock(
  doc: Y.Doc,
  id: BlockId,
  to: { readonly day: DayId; readonly index: number },
): boolean {
  if (!findEntity(doc, 'days', to.day)) return false;
  return change(doc, 'blocks', id, (block) => {
    replaceFields(block, { day: to.day, order: orderKeyInDay(doc, to.day, id, to.index) });
  });
}

/** Removes the block with all that is shown in it. */
export function removeBlock(doc: Y.Doc, id: BlockId): boolean {
  if (!findEntity(doc, 'blocks', id)) return false;
  const block = findBlock(readMeeting(doc), id);
  if (!block) return false;
  command(doc, () => markBlockRemoved(doc, block));
  return true;
}

export function markBlockRemoved(doc: Y.Doc, block: Block): void {
  for (const item of block.items) markItemRemoved(doc, item);
  const entity = entityOf(doc, 'blocks', block.id);
  if (entity) markRemoved(entity);
}

function orderKeyInDay(doc: Y.Doc, day: DayId, id: BlockId, index?: number): string {
  const shown = findDay(readMeeting(doc), day)?.blocks.map((block) => block.id) ?? [];
  return orderKeyAt(doc, 'blocks', shown, { id, index }, (block) => block.get('day') === day);
}
