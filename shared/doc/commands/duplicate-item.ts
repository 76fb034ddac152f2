import type * as Y from 'yjs';
import type { ItemId, NewId } from '../../domain/ids.ts';
import type { AgendaItem } from '../../domain/meeting.ts';
import { copyText } from '../copy-text.ts';
import { command } from '../entity.ts';
import { findItem, itemsOf } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { itemText } from '../texts.ts';
import { addItem, addSlot } from './items.ts';

/**
 * Puts a copy after the item: what was planned (fields, preparation notes, slots), not what came of it (minutes,
 * a cancellation), and without the pinned start, which only one of them can keep.
 */
export function duplicateItem(doc: Y.Doc, newId: NewId, id: ItemId): ItemId | null {
  const meeting = readMeeting(doc);
  const item = findItem(meeting, id);
  if (!item) return null;
  const round = itemsOf(meeting).find(({ slots }) => slots.some((slot) => slot.id === id));
  const blocks = meeting.days.flatMap((day) => day.blocks);
  return command(doc, () => {
    if (round) {
      const index = round.slots.findIndex((slot) => slot.id === id) + 1;
      return withPrep(doc, newId, id, addSlot(doc, newId, round.id, plannedOf(item), index));
    }
    const block = blocks.find(({ items }) => items.some((other) => other.id === id));
    if (!block) return null;
    const index = block.items.findIndex((other) => other.id === id) + 1;
    const copy = withPrep(doc, newId, id, addItem(doc, newId, block.id, plannedOf(item), index));
    if (copy === null) return null;
    for (const slot of item.slots) {
      withPrep(doc, newId, slot.id, addSlot(doc, newId, copy, plannedOf(slot)));
    }
    return copy;
  });
}

function plannedOf({ kind, title, presenters, presenterNote, duration, tickets }: AgendaItem) {
  return { kind, title, presenters, presenterNote, duration, tickets };
}

function withPrep(doc: Y.Doc, newId: NewId, from: ItemId, to: ItemId | null): ItemId | null {
  const source = itemText(doc, from, 'prep');
  const target = to && itemText(doc, to, 'prep');
  if (source && target) copyText(source, target, newId);
  return to;
}
