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

  test('D14: what two people move at once stands where one of them put it, whoever wins', () => {
    const outcomes = new Set<string>();
    for (const clients of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { doc, day, block, item } = createScene();
      const noon = present(addBlock(doc, newId, day, { title: 'Noon' }));
      for (const title of ['X', 'Y', 'Z']) items.addItem(doc, newId, noon, { title });
      const [a] = ['A', 'B', 'C'].map((title) => item({ title }));
      const [one, two] = [fork(doc), fork(doc)];
      one.clientID = clients[0];
      two.clientID = clients[1];
      items.moveItem(one, present(a), { block: noon, index: 0 });
      for (const index of [1, 2]) items.moveItem(two, present(a), { block, index });
      const apart = [one, two].map((peer) => outline(peer).join('; '));
      meet(one, two);
      expect(outline(two)).toEqual(outline(one));
      const merged = outline(one).join('; ');
      expect(apart).toContain(merged);
      outcomes.add(merged);
    }
    expect(outcomes).toEqual(new Set(['Morning: B, C; Noon: A, X, Y, Z', 'Morning: B, C, A; Noon: X, Y, Z']));
  });

  test('D14: a block that two people move at once stands where one of them put it, whoever wins', () => {
    for (const clients of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { doc, day, block } = createScene();
      const second = addDay(doc, newId, { date: date('2026-03-11') });
      for (const title of ['Noon', 'Evening']) addBlock(doc, newId, day, { title });
      for (const title of ['X', 'Y', 'Z']) addBlock(doc, newId, second, { title });
      const [one, two] = [fork(doc), fork(doc)];
      one.clientID = clients[0];
      two.clientID = clients[1];
      moveBlock(one, block, { day: second, index: 0 });
      moveBlock(two, block, { day, index: 2 });
      const apart = [outline(one), outline(two)];
      meet(one, two);
      expect(outline(two)).toEqual(outline(one));
      expect(apart).toContainEqual(outline(one));
    }
  });
});
