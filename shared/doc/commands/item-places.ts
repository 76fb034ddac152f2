// Where an item goes: the fields that put it at an index of a block or a round.

import type * as Y from 'yjs';
import type { BlockId, ItemId } from '../../domain/ids.ts';
import { findBlock, findEntity, findItem, orderKeyAt } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import type { Entity } from '../schema.ts';

export type Place =
  | { readonly block: BlockId; readonly index?: number | undefined }
  | { readonly round: ItemId; readonly index?: number | undefined };

export interface PlaceFields {
  readonly block: string;
  readonly parent: string | null;
  readonly order: string;
}

/** `null` if there is no such place (any more), or if a round was to go into a round. */
export function placeItem(doc: Y.Doc, id: ItemId, to: Place): PlaceFields | null {
  return 'block' in to
    ? placeInBlock(doc, id, to.block, to.index)
    : placeInRound(doc, id, to.round, to.index);
}

function placeInBlock(doc: Y.Doc, id: ItemId, block: BlockId, index?: number): PlaceFields | null {
  if (!findEntity(doc, 'blocks', block)) return null;
  const shown = findBlock(readMeeting(doc), block)?.items.map((item) => item.id) ?? [];
  const belongs = (item: Entity) => item.get('block') === block && !item.get('parent');
  return { block, parent: null, order: orderKeyAt(doc, 'items', shown, { id, index }, belongs) };
}

function placeInRound(doc: Y.Doc, id: ItemId, round: ItemId, index?: number): PlaceFields | null {
  const meeting = readMeeting(doc);
  const block = meeting.days
    .flatMap((day) => day.blocks)
    .find(({ items }) => items.some((item) => item.id === round && item.kind === 'round'));
  const holder = findItem(meeting, round);
  if (!block || !holder || round === id || findItem(meeting, id)?.slots.length) return null;
  const shown = holder.slots.map((slot) => slot.id);
  const belongs = (slot: Entity) => slot.get('parent') === round;
  // The block is kept as the place to fall back to, should the round never arrive at a peer.
  return {
    block: block.id,
    parent: round,
    order: orderKeyAt(doc, 'items', shown, { id, index }, belongs),
  };
}
