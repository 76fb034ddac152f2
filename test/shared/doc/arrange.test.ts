import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay, editDay } from '../../../shared/doc/commands/days.ts';
import { addSlot, editItem, moveItem, removeItem } from '../../../shared/doc/commands/items.ts';
import { readMeeting } from '../../../shared/doc/read-meeting.ts';
import { entityOf, rootOf } from '../../../shared/doc/schema.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { createScene, date, newId, outline, present } from './peers.ts';

function setField(doc: Y.Doc, id: ItemId, field: string, value: unknown): void {
  present(entityOf(doc, 'items', id)).set(field, value);
}

describe('order', () => {
  test('D10: days are sorted by date, whatever the order they were added in', () => {
    const { doc, day } = createScene();
    const second = addDay(doc, newId, { date: date('2026-03-12') });
    const third = addDay(doc, newId, { date: date('2026-03-09') });
    expect(readMeeting(doc).days.map(({ id }) => id)).toEqual([third, day, second]);
    editDay(doc, third, { date: date('2026-04-01') });
    expect(readMeeting(doc).days.map(({ id }) => id)).toEqual([day, second, third]);
  });

  test('D10: equal keys are sorted by id, no key comes last', () => {
    const { doc, item } = createScene();
    const [a, b, c] = [item({ title: 'A' }), item({ title: 'B' }), item({ title: 'C' })];
    setField(doc, a, 'order', 7);
    setField(doc, b, 'order', 'V');
    setField(doc, c, 'order', 'V');
    expect(outline(doc)).toEqual(['Morning: B, C, A']);
  });

  test('D11: where keys leave no room the list gets new ones and the item its place', () => {
    const { doc, item } = createScene();
    const ids = ['A', 'B', 'C', 'D'].map((title) => item({ title }));
    for (const id of ids.slice(0, 3)) setField(doc, id, 'order', 'same!');
    moveItem(doc, present(ids[3]), { block: readMeeting(doc).days[0]?.blocks[0]?.id as never, index: 1 });
    expect(outline(doc)).toEqual(['Morning: A, D, B, C']);
  });
});

describe('what has no place', () => {
  test('D24: an item of an unknown block is shown in a block of that id on the last day', () => {
    const { doc, item } = createScene();
    addDay(doc, newId, { date: date('2026-03-11') });
    setField(doc, item({ title: 'Lost' }), 'block', 'nowhere');
    const [first, last] = readMeeting(doc).days;
    expect(first?.blocks.map(({ items }) => items.length)).toEqual([0]);
    expect(last?.blocks).toMatchObject([{ id: 'nowhere', title: '', items: [{ title: 'Lost' }] }]);
  });

  test('D24: it goes home when its block arrives', () => {
    const { doc, block, item } = createScene();
    const blocks = rootOf(doc, 'blocks');
    item({ title: 'A' });
    const late = new Y.Doc();
    const before = Y.encodeStateAsUpdate(doc);
    blocks.delete(block);
    expect(readMeeting(doc).days[0]?.blocks).toMatchObject([{ id: block, title: '' }]);
    Y.applyUpdate(late, before);
    expect(outline(late)).toEqual(['Morning: A']);
  });

  test('D24: a block of an unknown day is shown at the end of the last day', () => {
    const { doc, day, block } = createScene();
    present(entityOf(doc, 'blocks', block)).set('day', 'never');
    addBlock(doc, newId, day, { title: 'Noon' });
    expect(outline(doc)).toEqual(['Noon: ', 'Morning: ']);
  });

  test('D24: where there is no day at all there is one that is called unplaced', () => {
    const { doc, day, item } = createScene();
    item({ title: 'A' });
    rootOf(doc, 'days').delete(day);
    expect(readMeeting(doc).days).toMatchObject([{ id: 'unplaced', date: '2026-01-02' }]);
    expect(outline(doc)).toEqual(['Morning: A']);
  });

  test('D24: an item that names no block at all is shown too', () => {
    const { doc, item } = createScene();
    const [first, second] = [item({ title: 'A' }), item({ title: 'B' })];
    setField(doc, first, 'block', { not: 'an id' });
    setField(doc, second, 'block', '"><b>not an id');
    expect(outline(doc)).toEqual(['Morning: ', '-: A, B']);
    expect(readMeeting(doc).days[0]?.blocks[1]?.id).toBe('unplaced');
  });
});

describe('slots', () => {
  test('D25: stand in their round, in order', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'Reports' });
    addSlot(doc, newId, round, { title: 'South' });
    addSlot(doc, newId, round, { title: 'North' }, 0);
    item({ title: 'Next' });
    expect(outline(doc)).toEqual(['Morning: Reports (North, South), Next']);
  });

  test('D25: follow an item that is no round any more', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'Reports' });
    addSlot(doc, newId, round, { title: 'South' });
    item({ title: 'Next' });
    editItem(doc, round, { kind: 'topic' });
    expect(outline(doc)).toEqual(['Morning: Reports, South, Next']);
    removeItem(doc, round);
    expect(outline(doc)).toEqual(['Morning: South, Next']);
  });

  test('D25: of a slot follow that slot', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'R' });
    const slot = present(addSlot(doc, newId, round, { title: 'S' }));
    addSlot(doc, newId, round, { title: 'T' });
    setField(doc, item({ title: 'under S' }), 'parent', slot);
    expect(outline(doc)).toEqual(['Morning: R (S, under S, T)']);
    removeItem(doc, slot);
    expect(outline(doc)).toEqual(['Morning: R (under S, T)']);
  });

  test('D25: whose round is unknown stand in their block', () => {
    const { doc, item } = createScene();
    setField(doc, item({ title: 'S' }), 'parent', 'unknown');
    expect(outline(doc)).toEqual(['Morning: S']);
  });

  test('D25: in a circle of parents the least id stands at the head', () => {
    const { doc, item } = createScene();
    const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((title) => item({ title })) as [
      ItemId,
      ItemId,
      ItemId,
      ItemId,
    ];
    setField(doc, a, 'parent', b);
    setField(doc, b, 'parent', c);
    setField(doc, c, 'parent', a);
    setField(doc, d, 'parent', c);
    setField(doc, a, 'kind', 'round');
    expect(outline(doc)).toEqual(['Morning: A (C, B, D)']);
    const own = item({ title: 'Own parent' });
    setField(doc, own, 'parent', own);
    expect(outline(doc).join()).toContain('A (C, B, D)');
    expect(outline(doc).join()).toContain('Own parent');
  });

  test('D25: a chain of thousands of parents is read in no time', () => {
    const { doc, block } = createScene();
    doc.transact(() => {
      for (let i = 4999; i >= 0; i -= 1) {
        const entries = { block, title: `${i}`, parent: i > 0 ? `chain-${i - 1}` : '', order: 'V' };
        rootOf(doc, 'items').set(`chain-${i}`, new Y.Map(Object.entries(entries)));
      }
    });
    expect(readMeeting(doc).days[0]?.blocks[0]?.items.map(({ title }) => title)).toHaveLength(5000);
  });
});
