import { describe, expect, test } from 'vitest';
import { addBlock, moveBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../../shared/doc/commands/days.ts';
import * as items from '../../../../shared/doc/commands/items.ts';
import { addJoinWay, moveJoinWay } from '../../../../shared/doc/commands/join-ways.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { createScene, date, fork, meet, newId, outline, present } from '../peers.ts';

describe('moving', () => {
  test('D11: within a block, the index counts the others', () => {
    const { doc, block, item } = createScene();
    const [a, , c] = ['A', 'B', 'C', 'D'].map((title) => item({ title }));
    items.moveItem(doc, present(a), { block, index: 2 });
    expect(outline(doc)).toEqual(['Morning: B, C, A, D']);
    items.moveItem(doc, present(c), { block, index: -3 });
    items.moveItem(doc, present(a), { block, index: 99 });
    expect(outline(doc)).toEqual(['Morning: C, B, D, A']);
  });

  test('D11: an item becomes a slot, and an item again; a round does not go into a round', () => {
    const { doc, block, item } = createScene();
    const [round, other] = [item({ kind: 'round', title: 'R' }), item({ kind: 'round', title: 'Q' })];
    const id = item({ title: 'A' });
    expect(items.moveItem(doc, id, { round, index: 0 })).toBe(true);
    expect(outline(doc)).toEqual(['Morning: R (A), Q']);
    expect(items.moveItem(doc, round, { round: other, index: 0 })).toBe(false);
    expect(items.moveItem(doc, other, { round: other, index: 0 })).toBe(false);
    expect(items.moveItem(doc, id, { round: id, index: 0 })).toBe(false);
    items.moveItem(doc, id, { block, index: 0 });
    expect(outline(doc)).toEqual(['Morning: A, R, Q']);
  });

  test('D11: blocks and ways to join', () => {
    const { doc, day } = createScene();
    const second = addDay(doc, newId, { date: date('2026-03-11') });
    const noon = present(addBlock(doc, newId, day, { title: 'Noon' }, 0));
    expect(outline(doc)).toEqual(['Noon: ', 'Morning: ']);
    moveBlock(doc, noon, { day: second, index: 0 });
    expect(readMeeting(doc).days.map(({ blocks }) => blocks.map(({ title }) => title))).toEqual([
      ['Morning'],
      ['Noon'],
    ]);
    const ways = ['1', '2', '3'].map((value) => addJoinWay(doc, newId, { value }));
    moveJoinWay(doc, present(ways[2]), 0);
    expect(readMeeting(doc).logistics.map(({ value }) => value)).toEqual(['3', '1', '2']);
  });

  test('D10: what two people insert at one place both gets in, in the same order for both', () => {
    const { doc, block, item } = createScene();
    item({ title: 'A' });
    item({ title: 'B' });
    const peer = fork(doc);
    for (const at of [doc, peer]) items.addItem(at, newId, block, { title: 'new' }, 1);
    meet(doc, peer);
    expect(outline(doc)).toEqual(['Morning: A, new, new, B']);
    expect(readMeeting(peer)).toEqual(readMeeting(doc));
  });
});
