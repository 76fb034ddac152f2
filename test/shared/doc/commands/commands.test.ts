import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editAction } from '../../../../shared/doc/commands/actions.ts';
import {
  addAttachment,
  editAttachment,
  removeAttachment,
} from '../../../../shared/doc/commands/attachments.ts';
import { addBlock, editBlock, moveBlock, removeBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addDay, editDay, removeDay } from '../../../../shared/doc/commands/days.ts';
import { duplicateItem } from '../../../../shared/doc/commands/duplicate-item.ts';
import * as items from '../../../../shared/doc/commands/items.ts';
import {
  addJoinWay,
  editJoinWay,
  moveJoinWay,
  removeJoinWay,
} from '../../../../shared/doc/commands/join-ways.ts';
import { createMeeting, editMeta } from '../../../../shared/doc/commands/meeting.ts';
import {
  addNextMeeting,
  editNextMeeting,
  removeNextMeeting,
} from '../../../../shared/doc/commands/next-meetings.ts';
import * as people from '../../../../shared/doc/commands/people.ts';
import * as proposals from '../../../../shared/doc/commands/proposals.ts';
import { appendRunEvent } from '../../../../shared/doc/commands/run.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import { readRichText } from '../../../../shared/doc/read-rich-text.ts';
import { entityOf, runOf } from '../../../../shared/doc/schema.ts';
import { itemText, proposalNotes, writeRichText } from '../../../../shared/doc/texts.ts';
import type { ActionId, EventId, ItemId, PersonId } from '../../../../shared/domain/ids.ts';
import type { RichDoc } from '../../../../shared/domain/rich-text.ts';
import type { RunEvent } from '../../../../shared/domain/run-event.ts';
import type { Instant, TimeOfDay, TimeZone } from '../../../../shared/domain/time.ts';
import { createScene, date, fork, itemOf, meet, newId, outline, present, updatesOf } from '../peers.ts';

const NOWHERE = 'nowhere' as never;

const withAction: RichDoc = {
  type: 'doc',
  content: [
    {
      type: 'actionItem',
      attrs: {
        id: 'action' as ActionId,
        assignees: ['anna' as PersonId],
        helpers: [],
        due: null,
        status: 'open',
        deferredTo: null,
        carriedFrom: 'March',
      },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Book the room' }] }],
    },
  ],
};

describe('any command', () => {
  test('D4: is one transaction of this window', () => {
    const { doc, day } = createScene();
    const origins: unknown[] = [];
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    const updates = updatesOf(doc, () => {
      const block = present(addBlock(doc, newId, day));
      const round = present(
        items.addItem(doc, newId, block, { kind: 'round', title: 'R', tickets: ['1', '2'] }),
      );
      items.addSlot(doc, newId, round, { title: 'S' });
      duplicateItem(doc, newId, round);
      removeDay(doc, day);
    });
    expect(updates).toBe(5);
    expect(new Set(origins)).toEqual(new Set([LOCAL]));
  });

  test('D4: that changes nothing writes nothing', () => {
    const { doc, block, day, item } = createScene();
    const anna = people.addPerson(doc, newId, { name: 'Anna' });
    const id = item({ title: 'A', tickets: ['T-1'], presenters: [anna] });
    items.cancelItem(doc, id, 'late');
    const way = addJoinWay(doc, newId, { value: 'https://a.example' });
    expect(
      updatesOf(doc, () => {
        items.editItem(doc, id, { title: 'A', kind: 'topic', start: null, tickets: ['T-1'] });
        items.cancelItem(doc, id, 'late');
        people.setPresenters(doc, id, [anna]);
        people.editPerson(doc, anna, { name: 'Anna', apology: null });
        editBlock(doc, block, { title: 'Morning' });
        editDay(doc, day, { date: date('2026-03-10') });
        editMeta(doc, { title: 'Spring meeting', state: 'draft' });
        editJoinWay(doc, way, { value: 'https://a.example' });
      }),
    ).toBe(0);
  });

  test('D5: does nothing about what is not there', () => {
    const { doc, block, day, item } = createScene();
    const id = item({ title: 'gone' });
    items.removeItem(doc, id);
    const event = { id: 'e' as EventId, at: 0 as Instant, by: '', type: 'pause' } as const;
    appendRunEvent(doc, event);
    const outcomes: unknown[] = [];
    const updates = updatesOf(doc, () => {
      outcomes.push(
        items.editItem(doc, id, { title: 'x' }),
        items.removeItem(doc, id),
        items.cancelItem(doc, id, ''),
        items.restoreItem(doc, id),
        items.moveItem(doc, id, { block, index: 0 }),
        items.addItem(doc, newId, NOWHERE, {}),
        items.addSlot(doc, newId, id, {}),
        duplicateItem(doc, newId, id),
        people.setPresenters(doc, id, []),
        people.setModerators(doc, NOWHERE, []),
        people.setRequesters(doc, NOWHERE, []),
        people.setGuestOf(doc, NOWHERE, []),
        people.editPerson(doc, NOWHERE, { name: 'x' }),
        people.removePerson(doc, NOWHERE),
        addBlock(doc, newId, NOWHERE),
        editBlock(doc, NOWHERE, { title: 'x' }),
        moveBlock(doc, NOWHERE, { day, index: 0 }),
        moveBlock(doc, block, { day: NOWHERE, index: 0 }),
        removeBlock(doc, NOWHERE),
        editDay(doc, NOWHERE, { title: 'x' }),
        removeDay(doc, NOWHERE),
        proposals.editProposal(doc, NOWHERE, { title: 'x' }),
        proposals.scheduleProposal(doc, newId, NOWHERE, block),
        proposals.mergeProposal(doc, NOWHERE, id),
        proposals.declineProposal(doc, NOWHERE, ''),
        proposals.reopenProposal(doc, NOWHERE),
        proposals.removeProposal(doc, NOWHERE),
        editAction(doc, id, NOWHERE, { status: 'done' }),
        editJoinWay(doc, NOWHERE, { value: 'x' }),
        moveJoinWay(doc, NOWHERE, 0),
        removeJoinWay(doc, NOWHERE),
        editAttachment(doc, NOWHERE, { name: 'x' }),
        removeAttachment(doc, NOWHERE),
        editNextMeeting(doc, NOWHERE, { title: 'x' }),
        removeNextMeeting(doc, NOWHERE),
        appendRunEvent(doc, event),
        createMeeting(doc, { title: 'again', timeZone: null, createdAt: 0 as Instant }),
      );
    });
    expect(outcomes.filter((outcome) => outcome !== false && outcome !== null)).toEqual([]);
    expect(updates).toBe(0);
    expect(readMeeting(doc).meta.title).toBe('Spring meeting');
  });
});

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

describe('sets', () => {
  test('D12: keep their order, and what two people add at once', () => {
    const { doc, item } = createScene();
    const id = item();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => people.addPerson(doc, newId, { name })) as [
      PersonId,
      PersonId,
      PersonId,
      PersonId,
    ];
    people.setPresenters(doc, id, [c, a]);
    const peer = fork(doc);
    people.setPresenters(doc, id, [c, b, a]);
    people.setPresenters(peer, id, [c, a, d]);
    meet(doc, peer);
    expect(itemOf(doc, id).presenters).toEqual([c, b, a, d]);
    people.setPresenters(doc, id, [d, d, a]);
    expect(itemOf(doc, id).presenters).toEqual([d, a]);
  });

  test('D12: tickets and guests are sets too', () => {
    const { doc, item } = createScene();
    const id = item({ tickets: ['B', 'A'] });
    const guest = people.addPerson(doc, newId, { name: 'Lauren', kind: 'guest' });
    people.setGuestOf(doc, guest, [id]);
    items.editItem(doc, id, { tickets: ['B', 'C', 'A'] });
    expect(itemOf(doc, id).tickets).toEqual(['B', 'C', 'A']);
    expect(readMeeting(doc).people[0]?.guestOf).toEqual([id]);
    items.removeItem(doc, id);
    expect(readMeeting(doc).people[0]?.guestOf).toEqual([]);
  });
});

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

describe('duplicating', () => {
  test('D42: copies the plan after the item, and not what came of it', () => {
    const { doc, item } = createScene();
    const id = item({
      title: 'A',
      start: 540 as TimeOfDay,
      duration: '30',
      tickets: ['T'],
      cancelled: 'late',
    });
    item({ title: 'B' });
    present(entityOf(doc, 'items', id)).set('future', 1);
    writeRichText(present(itemText(doc, id, 'prep')), withAction);
    writeRichText(present(itemText(doc, id, 'minutes')), withAction);
    const copy = present(duplicateItem(doc, newId, id));
    expect(outline(doc)).toEqual(['Morning: A, A, B']);
    expect(itemOf(doc, copy)).toMatchObject({ start: null, duration: '30', tickets: ['T'], cancelled: null });
    expect(String(itemText(doc, copy, 'prep'))).toContain('Book the room');
    expect(String(itemText(doc, copy, 'prep'))).not.toContain('id="action"');
    expect(String(itemText(doc, copy, 'minutes'))).toBe('<paragraph></paragraph>');
  });

  test('D42: a round with its slots, and a slot within its round', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'R' });
    const slot = present(items.addSlot(doc, newId, round, { title: 'S' }));
    items.addSlot(doc, newId, round, { title: 'T' });
    duplicateItem(doc, newId, slot);
    expect(outline(doc)).toEqual(['Morning: R (S, S, T)']);
    duplicateItem(doc, newId, round);
    expect(outline(doc)).toEqual(['Morning: R (S, S, T), R (S, S, T)']);
  });
});

describe('the run', () => {
  const event = (id: string, extra: object): RunEvent =>
    ({ id, at: 1, by: 'Anna', ...extra }) as unknown as RunEvent;

  test('D50: is a log that passes over what it does not know and counts an id once', () => {
    const { doc } = createScene();
    const start = event('1', { type: 'start', item: 'x' as ItemId });
    expect(appendRunEvent(doc, start)).toBe(true);
    expect(appendRunEvent(doc, start)).toBe(false);
    const odd = [
      null,
      3,
      [],
      { type: 'dance', id: 'd', at: 1, by: '' },
      { ...start, id: '' },
      { type: 'toString' },
    ];
    const broken = [
      event('2', { type: 'next', from: 'x' }),
      event('3', { type: 'extend', item: 'x', minutes: '5' }),
    ];
    runOf(doc).push([...odd, ...broken, { ...start, by: 'twice' }, event('4', { type: 'pause', extra: 1 })]);
    expect(readMeeting(doc).run).toEqual([start, event('4', { type: 'pause' })]);
    expect(runOf(doc).length).toBe(11);
  });
});

describe('actions', () => {
  test('D51: are edited where they stand, everything else stays', () => {
    const { doc, item } = createScene();
    const id = item();
    writeRichText(present(itemText(doc, id, 'minutes')), withAction);
    const action = (itemText(doc, id, 'minutes') as Y.XmlFragment).get(0) as Y.XmlElement;
    action.setAttribute('colour', 'red');
    const patch = { status: 'done', due: date('2026-04-01'), helpers: ['ben' as PersonId] } as const;
    expect(editAction(doc, id, 'action' as ActionId, patch)).toBe(true);
    expect(action.getAttributes()).toEqual({
      id: 'action',
      assignees: ['anna'],
      helpers: ['ben'],
      due: '2026-04-01',
      status: 'done',
      carriedFrom: 'March',
      colour: 'red',
    });
    expect(updatesOf(doc, () => editAction(doc, id, 'action' as ActionId, patch))).toBe(0);
    editAction(doc, id, 'action' as ActionId, { due: null });
    expect(Object.hasOwn(action.getAttributes(), 'due')).toBe(false);
    expect(String(action)).toContain('Book the room');
  });
});

test('D6: everything that can be added has its defaults', () => {
  const doc = new Y.Doc();
  createMeeting(doc, { title: 'M', timeZone: 'Europe/Berlin' as TimeZone, createdAt: 5 as Instant });
  addNextMeeting(doc, newId, { title: 'Autumn' });
  addAttachment(doc, newId, { name: 'slides.pdf' });
  addJoinWay(doc, newId, {});
  people.addPerson(doc, newId, { name: 'Anna' });
  proposals.addProposal(doc, newId, {});
  const { next, attachments, logistics, people: list, proposals: asked, meta } = readMeeting(doc);
  expect(meta).toEqual({ title: 'M', series: '', timeZone: 'Europe/Berlin', state: 'draft', createdAt: 5 });
  expect(next).toMatchObject([{ title: 'Autumn', dates: '', mode: '', note: '' }]);
  expect(attachments).toMatchObject([
    { name: 'slides.pdf', size: null, sha256: null, item: null, date: null },
  ]);
  expect(logistics).toMatchObject([{ kind: 'link', label: '', value: '', details: '' }]);
  expect(list).toMatchObject([{ name: 'Anna', kind: 'attendee', apology: null, guestOf: [] }]);
  expect(asked).toMatchObject([{ title: '', state: 'open', reason: '', item: null }]);
});
