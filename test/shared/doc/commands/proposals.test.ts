import { describe, expect, test } from 'vitest';
import { addComment } from '../../../../shared/doc/commands/comments.ts';
import * as items from '../../../../shared/doc/commands/items.ts';
import * as people from '../../../../shared/doc/commands/people.ts';
import * as proposals from '../../../../shared/doc/commands/proposals.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { readRichText } from '../../../../shared/doc/read-rich-text.ts';
import { itemText, proposalNotes, writeRichText } from '../../../../shared/doc/texts.ts';
import { createUndoManager } from '../../../../shared/doc/undo.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { withAction } from '../action-doc.ts';
import { createScene, fork, itemOf, meet, newId, outline, present } from '../peers.ts';

describe('proposals', () => {
  test('D42: scheduling copies everything, and the notes with fresh ids', () => {
    const { doc, block } = createScene();
    const anna = people.addPerson(doc, newId, { name: 'Anna' });
    const proposal = proposals.addProposal(doc, newId, {
      title: 'Rooms',
      estimate: '30+',
      requestedBy: [anna],
    });
    writeRichText(present(proposalNotes(doc, proposal)), withAction);
    const id = present(proposals.scheduleProposal(doc, newId, proposal, block));
    expect(itemOf(doc, id)).toMatchObject({ title: 'Rooms', duration: '30+', presenters: [anna] });
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'scheduled', item: id }]);
    const { doc: prep } = readRichText(present(itemText(doc, id, 'prep')));
    expect(prep).toMatchObject({ content: [{ type: 'actionItem', attrs: { carriedFrom: 'March' } }] });
    expect(JSON.stringify(prep)).not.toContain('"id":"action"');
  });

  test('D40: reads as open again when its item is gone', () => {
    const { doc, block, item } = createScene();
    const proposal = proposals.addProposal(doc, newId, { title: 'Rooms' });
    const id = present(proposals.scheduleProposal(doc, newId, proposal, block));
    items.removeItem(doc, id);
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'open', item: null }]);
    const other = item({ title: 'Covers it' });
    expect(proposals.mergeProposal(doc, proposal, other)).toBe(true);
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'merged', item: other }]);
    proposals.declineProposal(doc, proposal, 'no time');
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'declined', item: null, reason: 'no time' }]);
    proposals.reopenProposal(doc, proposal);
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'open', reason: '' }]);
  });

  test('D40: covered by another proposal reads as open while that one is gone', () => {
    const { doc } = createScene();
    const [a, b] = ['A', 'B'].map((title) => proposals.addProposal(doc, newId, { title }));
    expect(proposals.mergeIntoProposal(doc, present(a), present(b))).toBe(true);
    expect(readMeeting(doc).proposals[0]).toMatchObject({ state: 'merged', mergedInto: b, item: null });
    expect(proposals.mergeIntoProposal(doc, present(b), present(a))).toBe(false);
    proposals.removeProposal(doc, present(b));
    expect(readMeeting(doc).proposals).toMatchObject([{ state: 'open', mergedInto: null }]);
  });

  test('D40: two that are merged into each other at once leave one of them open', () => {
    const { doc } = createScene();
    const [a, b, c] = ['A', 'B', 'C'].map((title) => present(proposals.addProposal(doc, newId, { title })));
    const peer = fork(doc);
    proposals.mergeIntoProposal(doc, present(a), present(b));
    proposals.mergeIntoProposal(doc, present(c), present(a));
    proposals.mergeIntoProposal(peer, present(b), present(a));
    meet(doc, peer);
    expect(readMeeting(doc).proposals.map(({ state, mergedInto }) => [state, mergedInto])).toEqual([
      ['open', null],
      ['merged', a],
      ['merged', a],
    ]);
    expect(readMeeting(peer)).toEqual(readMeeting(doc));
  });

  test('D43: comments go and come with their proposal, oldest first', () => {
    const { doc } = createScene();
    const proposal = proposals.addProposal(doc, newId, { title: 'Rooms' });
    const at = (n: number) => n as Instant;
    addComment(doc, newId, proposal, { by: 'Ben', at: at(2), text: 'second' });
    addComment(doc, newId, proposal, { by: 'Anna', at: at(1), text: 'first' });
    const undo = createUndoManager(doc);
    proposals.removeProposal(doc, proposal);
    expect(readMeeting(doc).comments).toEqual([]);
    undo.undo();
    expect(readMeeting(doc).comments.map(({ text }) => text)).toEqual(['first', 'second']);
  });

  test('a part is split off right after the whole, and given another place', () => {
    const { doc, block } = createScene();
    const anna = people.addPerson(doc, newId, { name: 'Anna' });
    const ben = people.addPerson(doc, newId, { name: 'Ben' });
    const whole = proposals.addProposal(doc, newId, { title: 'Rooms', requestedBy: [anna] });
    proposals.addProposal(doc, newId, { title: 'Food' });
    const part = present(proposals.splitProposal(doc, newId, whole, { title: 'Keys', estimate: '10' }));
    const titles = () => readMeeting(doc).proposals.map(({ title }) => title);
    expect(titles()).toEqual(['Rooms', 'Keys', 'Food']);
    expect(readMeeting(doc).proposals[1]).toMatchObject({ splitFrom: whole, requestedBy: [anna] });
    expect(proposals.moveProposal(doc, part, 2)).toBe(true);
    expect(titles()).toEqual(['Rooms', 'Food', 'Keys']);
    people.setProposalPresenters(doc, part, [ben]);
    const item = present(proposals.scheduleProposal(doc, newId, part, block));
    expect(itemOf(doc, item)).toMatchObject({ title: 'Keys', presenters: [ben] });
  });

  test('D41: scheduled by two people at once makes two items and names one of them', () => {
    const { doc, block } = createScene();
    const proposal = proposals.addProposal(doc, newId, { title: 'Rooms' });
    const peer = fork(doc);
    const ids = [doc, peer].map((at) => proposals.scheduleProposal(at, newId, proposal, block));
    meet(doc, peer);
    expect(outline(doc)).toEqual(['Morning: Rooms, Rooms']);
    expect(ids).toContain(readMeeting(doc).proposals[0]?.item);
    expect(readMeeting(peer)).toEqual(readMeeting(doc));
  });
});
