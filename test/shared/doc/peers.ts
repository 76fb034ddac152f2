// Documents for tests: a small meeting to start from, fresh ids, and peers that meet when the test says so.

import * as Y from 'yjs';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../shared/doc/commands/days.ts';
import { addItem, type ItemFields } from '../../../shared/doc/commands/items.ts';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import { findItem } from '../../../shared/doc/locate.ts';
import { readMeeting } from '../../../shared/doc/read-meeting.ts';
import type { BlockId, DayId, ItemId, NewId } from '../../../shared/domain/ids.ts';
import type { AgendaItem } from '../../../shared/domain/meeting.ts';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';

let count = 0;
export const newId: NewId = () => `id-${String(count++).padStart(6, '0')}`;

export const date = (text: string): CalendarDate => text as CalendarDate;

export interface Scene {
  readonly doc: Y.Doc;
  readonly day: DayId;
  readonly block: BlockId;
  /** Adds an item to the block. */
  readonly item: (fields?: ItemFields) => ItemId;
}

/** A meeting with one day and one block in it. */
export function createScene(): Scene {
  const doc = new Y.Doc();
  createMeeting(doc, { title: 'Spring meeting', timeZone: null, createdAt: Date.UTC(2026, 0, 2) as Instant });
  const day = addDay(doc, newId, { date: date('2026-03-10') });
  const block = present(addBlock(doc, newId, day, { title: 'Morning' }));
  return { doc, day, block, item: (fields = {}) => present(addItem(doc, newId, block, fields)) };
}

export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The test expected something here');
  return value;
}

/** A second peer with all that the first one has. */
export function fork(doc: Y.Doc): Y.Doc {
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
  return peer;
}

/** Brings peers together: all have what any has. */
export function meet(...docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) exchange(from, to);
  for (const from of docs) for (const to of docs) if (from !== to) exchange(from, to);
}

function exchange(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

/** Titles of what is shown, a line per block: `Morning: A, B (B1, B2), C`. */
export function outline(doc: Y.Doc): string[] {
  const titleOf = (item: AgendaItem): string =>
    item.slots.length > 0 ? `${item.title} (${item.slots.map(titleOf).join(', ')})` : item.title;
  return readMeeting(doc).days.flatMap((day) =>
    day.blocks.map((block) => `${block.title || '-'}: ${block.items.map(titleOf).join(', ')}`),
  );
}

export function itemOf(doc: Y.Doc, id: ItemId): AgendaItem {
  return present(findItem(readMeeting(doc), id));
}

/** Types a paragraph at the end of a text, as an editor would. */
export function type(text: Y.XmlFragment | null, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  present(text).push([paragraph]);
}

/** Counts the updates a document gives off while something is done to it. */
export function updatesOf(doc: Y.Doc, act: () => void): number {
  let updates = 0;
  const onUpdate = () => {
    updates += 1;
  };
  doc.on('update', onUpdate);
  act();
  doc.off('update', onUpdate);
  return updates;
}
