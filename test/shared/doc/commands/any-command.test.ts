import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editAction } from '../../../../shared/doc/commands/actions.ts';
import {
  addAttachment,
  editAttachment,
  removeAttachment,
} from '../../../../shared/doc/commands/attachments.ts';
import {
  addAttendance,
  editAttendance,
  removeAttendance,
} from '../../../../shared/doc/commands/attendance.ts';
import { addBlock, editBlock, moveBlock, removeBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addComment, editComment, removeComment } from '../../../../shared/doc/commands/comments.ts';
import { editDay, removeDay } from '../../../../shared/doc/commands/days.ts';
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
import type { EventId } from '../../../../shared/domain/ids.ts';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';
import { createScene, date, newId, present, updatesOf } from '../peers.ts';

const NOWHERE = 'nowhere' as never;

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

  test('D92: refuses to write into a meeting of a newer version', () => {
    const { doc, block, item } = createScene();
    const id = item({ title: 'A' });
    doc.getMap('meta').set('schema', 2);
    const press = { id: 'e' as EventId, at: 1 as Instant, by: '', type: 'start', item: id } as const;
    const commands = [
      () => editMeta(doc, { title: 'B' }),
      () => items.addItem(doc, newId, block, { title: 'B' }),
      () => items.editItem(doc, id, { title: 'B' }),
      () => items.removeItem(doc, id),
      () => people.addPerson(doc, newId, { name: 'Anna' }),
      () => appendRunEvent(doc, press),
    ];
    const written = updatesOf(doc, () => {
      for (const run of commands) expect(run).toThrow(/newer version/);
    });
    expect(written).toBe(0);
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
        addComment(doc, newId, NOWHERE, { by: '', at: 0 as Instant, text: '' }),
        editComment(doc, NOWHERE, 'x'),
        removeComment(doc, NOWHERE),
        addAttendance(doc, newId, NOWHERE, { from: 0 as Instant }),
        editAttendance(doc, NOWHERE, { note: 'x' }),
        removeAttendance(doc, NOWHERE),
        people.setProposalPresenters(doc, NOWHERE, []),
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

test('D6: everything that can be added has its defaults', () => {
  const doc = new Y.Doc();
  createMeeting(doc, { title: 'M', timeZone: 'Europe/Berlin' as TimeZone, createdAt: 5 as Instant });
  addNextMeeting(doc, newId, { title: 'Autumn' });
  addAttachment(doc, newId, { name: 'slides.pdf' });
  addJoinWay(doc, newId, {});
  people.addPerson(doc, newId, { name: 'Anna' });
  proposals.addProposal(doc, newId, {});
  const { next, attachments, logistics, people: list, proposals: asked, meta } = readMeeting(doc);
  expect(meta).toEqual({
    ...{ title: 'M', series: '', timeZone: 'Europe/Berlin', state: 'draft' },
    ...{ template: false, createdAt: 5 },
  });
  expect(next).toMatchObject([{ title: 'Autumn', dates: '', mode: '', note: '' }]);
  expect(attachments).toMatchObject([
    { name: 'slides.pdf', size: null, sha256: null, item: null, date: null },
  ]);
  expect(logistics).toMatchObject([{ kind: 'link', label: '', value: '', details: '' }]);
  expect(list).toMatchObject([{ name: 'Anna', kind: 'attendee', apology: null, guestOf: [] }]);
  expect(asked).toMatchObject([{ title: '', state: 'open', reason: '', item: null }]);
});
