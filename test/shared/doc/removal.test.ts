import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addBlock, editBlock, moveBlock, removeBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay, removeDay } from '../../../shared/doc/commands/days.ts';
import { addSlot, cancelItem, editItem, moveItem, removeItem } from '../../../shared/doc/commands/items.ts';
import { addPerson, editPerson, removePerson, setPresenters } from '../../../shared/doc/commands/people.ts';
import { addProposal, removeProposal } from '../../../shared/doc/commands/proposals.ts';
import { readMeeting } from '../../../shared/doc/read-meeting.ts';
import { isRemoved } from '../../../shared/doc/removal.ts';
import { entityOf, rootOf } from '../../../shared/doc/schema.ts';
import { itemText, proposalNotes } from '../../../shared/doc/texts.ts';
import { createScene, date, fork, itemOf, meet, newId, outline, present, type } from './peers.ts';

describe('a removal', () => {
  test('D20: keeps the texts of the entity where they are', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const minutes = itemText(doc, id, 'minutes');
    type(minutes, 'kept');
    removeItem(doc, id);
    expect(outline(doc)).toEqual(['Morning: ']);
    expect(itemText(doc, id, 'minutes')).toBe(minutes);
    expect(String(minutes)).toContain('kept');
  });

  const changes: readonly [
    string,
    (doc: Y.Doc, id: ReturnType<ReturnType<typeof createScene>['item']>) => void,
  ][] = [
    ['wrote a word of the minutes', (doc, id) => type(itemText(doc, id, 'minutes'), 'a word')],
    [
      'typed inside a paragraph',
      (doc, id) => {
        const paragraph = itemText(doc, id, 'prep')?.get(0);
        if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('x')]);
      },
    ],
    ['gave it a title', (doc, id) => editItem(doc, id, { title: 'A' })],
    ['cancelled it', (doc, id) => cancelItem(doc, id, 'no time')],
    ['added a ticket', (doc, id) => editItem(doc, id, { tickets: ['T-1'] })],
  ];
  test.each(changes)('D21: does not take an item away from a peer who meanwhile %s', (_, change) => {
    const { doc, item } = createScene();
    const id = item({ title: 'A?' });
    const peer = fork(doc);
    removeItem(doc, id);
    change(peer, id);
    meet(doc, peer);
    expect(itemOf(doc, id)).toEqual(itemOf(peer, id));
  });

  test('D21: takes away what the remover had seen, whoever wrote it', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    type(itemText(peer, id, 'minutes'), 'from a peer');
    meet(doc, peer);
    removeItem(doc, id);
    meet(doc, peer);
    expect(outline(peer)).toEqual(['Morning: ']);
  });

  test('D21: of two people at once takes effect, and can be followed by another after an edit', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    removeItem(doc, id);
    removeItem(peer, id);
    meet(doc, peer);
    expect([outline(doc), outline(peer)]).toEqual([['Morning: '], ['Morning: ']]);
  });

  test('D21: holds for people and proposals too', () => {
    const { doc } = createScene();
    const person = addPerson(doc, newId, { name: 'Anna' });
    const proposal = addProposal(doc, newId, { title: 'Later' });
    const peer = fork(doc);
    removePerson(doc, person);
    removeProposal(doc, proposal);
    editPerson(peer, person, { email: 'anna@example.org' });
    type(proposalNotes(peer, proposal), 'why it matters');
    meet(doc, peer);
    expect(readMeeting(doc).people.map(({ name }) => name)).toEqual(['Anna']);
    expect(readMeeting(doc).proposals.map(({ title }) => title)).toEqual(['Later']);
  });

  test('D21: of an item that was kept can be done again', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    removeItem(doc, id);
    editItem(peer, id, { title: 'B' });
    meet(doc, peer);
    expect(removeItem(doc, id)).toBe(true);
    meet(doc, peer);
    expect(outline(peer)).toEqual(['Morning: ']);
  });

  test('D2: a mark that is none hides nothing', () => {
    const { doc, item } = createScene();
    const entity = present(entityOf(doc, 'items', item({ title: 'A' })));
    for (const mark of [true, 'yes', 7, [], { seen: null }, { seen: 3 }, {}, { seen: { x: 'y' } }, null]) {
      entity.set('removed', mark);
      expect(isRemoved(entity)).toBe(false);
    }
  });

  test('a nest of maps without end does not run reading out of stack', () => {
    const { doc, item } = createScene();
    const entity = present(entityOf(doc, 'items', item({ title: 'A' })));
    doc.transact(() => {
      let inner: Y.Map<unknown> = entity;
      for (let i = 0; i < 20_000; i += 1) inner = inner.set('x', new Y.Map<unknown>());
    });
    removeItem(doc, entity._item?.parentSub as never);
    expect(outline(doc)).toEqual(['Morning: ']);
  });
});

describe('what holds something', () => {
  test('D22: a block removed by one peer is shown while another has put an item into it', () => {
    const { doc, block, day, item } = createScene();
    item({ title: 'Old' });
    const other = present(addBlock(doc, newId, day, { title: 'Noon' }));
    const moved = item({ title: 'Moved' });
    moveItem(doc, moved, { block: other, index: 0 });
    const peer = fork(doc);
    removeBlock(doc, block);
    moveItem(peer, moved, { block, index: 0 });
    meet(doc, peer);
    expect(outline(doc)).toEqual(['Morning: Moved', 'Noon: ']);
    expect(outline(peer)).toEqual(outline(doc));
    expect(editBlock(doc, block, { title: 'Morning again' })).toBe(true);
    expect(outline(doc)).toEqual(['Morning again: Moved', 'Noon: ']);
  });

  test('D22: a day removed by one peer is shown while another has moved a block into it', () => {
    const { doc, day, block, item } = createScene();
    const second = addDay(doc, newId, { date: date('2026-03-11') });
    item({ title: 'A' });
    const peer = fork(doc);
    removeDay(doc, second);
    moveBlock(peer, block, { day: second, index: 0 });
    meet(doc, peer);
    expect(readMeeting(doc).days.map(({ id, blocks }) => [id, blocks.length])).toEqual([
      [day, 0],
      [second, 1],
    ]);
  });

  test('D22: an item moved out of a block in time is not removed with it', () => {
    const { doc, day, block, item } = createScene();
    const rescued = item({ title: 'Rescued' });
    item({ title: 'Gone' });
    const other = present(addBlock(doc, newId, day, { title: 'Noon' }));
    const peer = fork(doc);
    removeBlock(doc, block);
    moveItem(peer, rescued, { block: other, index: 0 });
    meet(doc, peer);
    expect(outline(doc)).toEqual(['Noon: Rescued']);
  });

  test('D22: a round removed by one peer is shown while another has added a slot', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'Reports' });
    addSlot(doc, newId, round, { title: 'North' });
    const peer = fork(doc);
    removeItem(doc, round);
    addSlot(peer, newId, round, { title: 'South' });
    meet(doc, peer);
    expect(outline(doc)).toEqual(['Morning: Reports (South)']);
  });

  test('D23: a day takes its blocks, their items and slots with it', () => {
    const { doc, day, item } = createScene();
    const round = item({ kind: 'round', title: 'Reports' });
    addSlot(doc, newId, round, { title: 'North' });
    removeDay(doc, day);
    expect(readMeeting(doc).days).toEqual([]);
    const kept = [...rootOf(doc, 'items').values()].map((entity) => isRemoved(entity as Y.Map<unknown>));
    expect(kept).toEqual([true, true]);
  });
});

describe('references', () => {
  test('D13: to a removed person are left out and come back with the person', () => {
    const { doc, item } = createScene();
    const [anna, ben] = [addPerson(doc, newId, { name: 'Anna' }), addPerson(doc, newId, { name: 'Ben' })];
    const id = item({ title: 'A' });
    setPresenters(doc, id, [ben, anna]);
    removePerson(doc, ben);
    expect(itemOf(doc, id).presenters).toEqual([anna]);
    setPresenters(doc, id, []);
    present(entityOf(doc, 'people', ben)).set('removed', false);
    expect(itemOf(doc, id).presenters).toEqual([ben]);
  });
});
