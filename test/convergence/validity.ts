// What must hold in every document whatever was done to it: an independent look at the entities, not at the code that
// arranges them.

import { expect } from 'vitest';
import * as Y from 'yjs';
import { readRecord } from '../../shared/doc/record.ts';
import { isRemoved } from '../../shared/doc/removal.ts';
import { type Entity, type EntityRoot, rootOf } from '../../shared/doc/schema.ts';
import type { MeetingRecord, RecordItem } from '../../shared/domain/meeting.ts';
import type { RichDoc } from '../../shared/domain/rich-text.ts';
import { checkRichDoc } from '../../shared/domain/rich-text-check.ts';

export function textsOf(record: MeetingRecord): RichDoc[] {
  const texts = allItems(record).flatMap(({ prep, minutes }) => [prep, minutes]);
  return [...texts, ...record.proposals.map(({ notes }) => notes)];
}

export function expectValid(doc: Y.Doc): void {
  const record = readRecord(doc);
  const items = allItems(record);
  const blocks = record.days.flatMap((day) => day.blocks);
  expectShownOnce(doc, 'items', items, (id) => (items.find((item) => item.id === id)?.slots.length ?? 0) > 0);
  expectShownOnce(
    doc,
    'blocks',
    blocks,
    (id) => (blocks.find((block) => block.id === id)?.items.length ?? 0) > 0,
  );
  const held = (id: string) => (record.days.find((day) => day.id === id)?.blocks.length ?? 0) > 0;
  expectShownOnce(doc, 'days', record.days, held);
  for (const root of ['people', 'logistics', 'proposals', 'attachments', 'next'] as const) {
    expectShownOnce(doc, root, record[root], () => false);
    expectSorted(doc, root, record[root]);
  }
  for (const { items: list } of blocks) for (const item of list) expectSlots(doc, item);
  expect(record.days.map(({ date }) => date)).toEqual(record.days.map(({ date }) => date).toSorted());
  expectReferences(record, items);
  for (const text of textsOf(record)) expect(checkRichDoc(text)).toEqual({ ok: true, value: text });
}

function allItems(record: MeetingRecord): RecordItem[] {
  const tops = record.days.flatMap((day) => day.blocks.flatMap((block) => block.items));
  return tops.flatMap((item) => [item, ...item.slots]);
}

/** Shown are those that are not removed, once each, and removed ones only for what they hold. */
function expectShownOnce(
  doc: Y.Doc,
  root: EntityRoot,
  shown: readonly { readonly id: string }[],
  holds: (id: string) => boolean,
): void {
  const ids = shown.map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  for (const [id, entity] of rootOf(doc, root)) {
    if (!(entity instanceof Y.Map)) continue;
    const removed = isRemoved(entity as Entity);
    if (!removed) expect(ids).toContain(id);
    else if (ids.includes(id)) expect(holds(id)).toBe(true);
  }
}

function expectSorted(doc: Y.Doc, root: EntityRoot, shown: readonly { readonly id: string }[]): void {
  const keys = shown.map(({ id }) => `${(rootOf(doc, root).get(id) as Entity).get('order')} ${id}`);
  expect(keys).toEqual(keys.toSorted());
}

function expectSlots(doc: Y.Doc, item: RecordItem): void {
  if (item.kind !== 'round') expect(item.slots).toEqual([]);
  for (const slot of item.slots) expect(slot.slots).toEqual([]);
  expect(rootOf(doc, 'items').get(item.id)).toBeInstanceOf(Y.Map);
}

function expectReferences(record: MeetingRecord, items: readonly RecordItem[]): void {
  const people = new Set(record.people.map(({ id }) => id));
  const known = new Set(items.map(({ id }) => id));
  const named = [
    ...items.flatMap(({ presenters }) => presenters),
    ...record.days.flatMap((day) => day.blocks.flatMap(({ moderators }) => moderators)),
    ...record.proposals.flatMap(({ requestedBy, presenters }) => [...requestedBy, ...presenters]),
    ...record.attendance.map(({ person }) => person),
  ];
  for (const id of named) expect(people).toContain(id);
  for (const { guestOf } of record.people) for (const id of guestOf) expect(known).toContain(id);
  const proposals = new Set(record.proposals.map(({ id }) => id));
  for (const { proposal } of record.comments) expect(proposals).toContain(proposal);
  for (const { id, item, mergedInto, state } of record.proposals) {
    if (item !== null) expect(known).toContain(item);
    if (state === 'scheduled') expect(item).not.toBeNull();
    if (state === 'merged') expect(item ?? mergedInto).not.toBeNull();
    expect(mergedInto).not.toBe(id);
  }
}
