import { describe, expect, test } from 'vitest';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addItem, editItem, removeItem } from '../../../shared/doc/commands/items.ts';
import { addPerson, setPresenters } from '../../../shared/doc/commands/people.ts';
import { addProposal, scheduleProposal } from '../../../shared/doc/commands/proposals.ts';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import { readMeeting } from '../../../shared/doc/read-meeting.ts';
import { itemText } from '../../../shared/doc/texts.ts';
import { createUndoManager } from '../../../shared/doc/undo.ts';
import type { EventId, ItemId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { createScene, fork, itemOf, meet, newId, outline, present, type } from './peers.ts';

describe('undo', () => {
  test('D30: takes back commands one by one, and brings them again', () => {
    const { doc, item } = createScene();
    const undo = createUndoManager(doc);
    const id = item({ title: 'A' });
    editItem(doc, id, { title: 'B' });
    removeItem(doc, id);
    const steps = () => outline(doc)[0];
    const back = [steps()];
    while (undo.undo()) back.push(steps());
    expect(back).toEqual(['Morning: ', 'Morning: B', 'Morning: A', 'Morning: ']);
    const again = [steps()];
    while (undo.redo()) again.push(steps());
    expect(again).toEqual(back.toReversed());
    undo.destroy();
  });

  test('D30: does not touch what peers did, what was typed, nor the run', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    const undo = createUndoManager(doc);
    type(itemText(doc, id, 'minutes'), 'typed');
    appendRunEvent(doc, { id: 'e' as EventId, at: 0 as Instant, by: 'Anna', type: 'start', item: id });
    editItem(peer, id, { title: 'by a peer' });
    meet(doc, peer);
    expect(undo.undo()).toBeNull();
    undo.destroy();
  });

  test('D31: of an addition keeps the texts in place, through undo and redo', () => {
    const { doc, item } = createScene();
    const undo = createUndoManager(doc);
    const id = item({ title: 'A', tickets: ['T-1'] });
    const minutes = itemText(doc, id, 'minutes');
    type(minutes, 'typed by me');
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: ']);
    undo.redo();
    expect(itemOf(doc, id)).toMatchObject({ title: 'A', tickets: ['T-1'] });
    expect(itemText(doc, id, 'minutes')).toBe(minutes);
    expect(String(minutes)).toContain('typed by me');
    undo.undo();
    undo.redo();
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: ']);
    undo.destroy();
  });

  test('D31: of an addition does not take away what others put into it', () => {
    const { doc, item } = createScene();
    const undo = createUndoManager(doc);
    const id = item({ title: 'A' });
    const peer = fork(doc);
    type(itemText(peer, id, 'minutes'), 'three pages');
    meet(doc, peer);
    undo.undo();
    meet(doc, peer);
    expect(outline(peer)).toEqual(['Morning: A']);
    undo.destroy();
  });

  test('D31: of an addition loses against what a peer writes at the same time', () => {
    const { doc, item } = createScene();
    const undo = createUndoManager(doc);
    const id = item({ title: 'A' });
    const peer = fork(doc);
    undo.undo();
    type(itemText(peer, id, 'prep'), 'written meanwhile');
    meet(doc, peer);
    expect([outline(doc), outline(peer)]).toEqual([['Morning: A'], ['Morning: A']]);
    undo.destroy();
  });

  test('D31: of one addition does not swallow the step before', () => {
    const { doc, day, item } = createScene();
    const undo = createUndoManager(doc);
    const id = item({ title: 'A' });
    const noon = present(addBlock(doc, newId, day, { title: 'Noon' }));
    addItem(doc, newId, noon, { title: 'B' });
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: A', 'Noon: ']);
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: A']);
    const anna = addPerson(doc, newId, { name: 'Anna' });
    setPresenters(doc, id, [anna]);
    undo.undo();
    expect(itemOf(doc, id).presenters).toEqual([]);
    undo.redo();
    expect(itemOf(doc, id).presenters).toEqual([anna]);
    undo.destroy();
  });

  test('D31: of scheduling takes the item away and opens the proposal again', () => {
    const { doc, block } = createScene();
    const proposal = addProposal(doc, newId, { title: 'Later' });
    const undo = createUndoManager(doc);
    scheduleProposal(doc, newId, proposal, block) satisfies ItemId | null;
    undo.undo();
    expect(outline(doc)).toEqual(['Morning: ']);
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'open', item: null }]);
    undo.redo();
    expect(outline(doc)).toEqual(['Morning: Later']);
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'scheduled' }]);
    undo.destroy();
  });
});
