import { describe, expect, test } from 'vitest';
import * as items from '../../../../shared/doc/commands/items.ts';
import * as people from '../../../../shared/doc/commands/people.ts';
import * as proposals from '../../../../shared/doc/commands/proposals.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { readRichText } from '../../../../shared/doc/read-rich-text.ts';
import { itemText, proposalNotes, writeRichText } from '../../../../shared/doc/texts.ts';
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
