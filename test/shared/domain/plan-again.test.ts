import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRecord, writeRecord } from '../../../shared/doc/record.ts';
import type { CommentId, ItemId, NewId, ProposalId } from '../../../shared/domain/ids.ts';
import type { Comment, MeetingRecord } from '../../../shared/domain/meeting.ts';
import { type PlanAgain, planAgain } from '../../../shared/domain/plan-again.ts';
import { agendaItems, collectRegisters, plainText } from '../../../shared/domain/registers.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../shared/domain/time.ts';
import {
  action,
  at,
  day,
  doc,
  emptyRecord,
  ids,
  item,
  para,
  person,
  sampleRecord,
} from '../publish/sample-record.ts';

let made = 0;
const newId: NewId = () => {
  made += 1;
  return `new-${made}`;
};

const how = (fields: Partial<PlanAgain> = {}): PlanAgain => ({
  title: 'Summer review',
  series: 'Platform leads',
  timeZone: 'America/Phoenix' as TimeZone,
  template: false,
  dates: ['2026-06-09', '2026-06-10', '2026-06-11'] as CalendarDate[],
  agenda: 'all',
  prep: true,
  proposals: true,
  next: [],
  createdAt: 5 as Instant,
  ...fields,
});
const titles = (record: MeetingRecord) => agendaItems(record).map(({ title }) => title);

describe('a meeting planned again', () => {
  test('keeps who, where and what is planned, and nothing of what came of it', () => {
    const sample = sampleRecord();
    const again = planAgain(sample, how(), newId);
    expect(again.logistics).toEqual(sample.logistics);
    expect(again.days.map(({ date }) => date)).toEqual(how().dates.slice(0, again.days.length));
    expect(again.meta).toMatchObject({
      title: 'Summer review',
      state: 'draft',
      template: false,
      createdAt: 5,
    });
    expect([again.run, again.attendance, again.attachments, again.next]).toEqual([[], [], [], []]);
    expect(agendaItems(again).every(({ minutes }) => plainText(minutes.content) === '')).toBe(true);
    expect(agendaItems(again).some(({ prep }) => plainText(prep.content) !== '')).toBe(true);
    expect(agendaItems(again).every(({ cancelled }) => cancelled === null)).toBe(true);
    expect(again.people.every(({ apology, remark }) => apology === null && remark === '')).toBe(true);
    expect(again.people.find(({ name }) => name === 'Sten Krol')?.kind).toBe('attendee');
  });

  test('is a meeting that can be written and read again', () => {
    for (const agenda of ['all', 'frame', 'none'] as const) {
      const again = planAgain(sampleRecord(), how({ agenda }), newId);
      const written = new Y.Doc();
      writeRecord(written, again);
      expect(readRecord(written)).toEqual(again);
    }
  });

  test('has action items of its own, and still knows who they are for', () => {
    const sample = sampleRecord();
    const before = collectRegisters(sample).actions.map((entry) => entry.action.attrs.id);
    const { actions } = collectRegisters(planAgain(sample, how(), newId));
    expect(actions.map(({ text }) => text)).toEqual(['Bring the list of public holidays']);
    expect(actions.some(({ action: node }) => before.includes(node.attrs.id))).toBe(false);
    const helper = emptyRecord({
      people: [person('n', 'Named Only', { kind: 'named' }), person('m', 'Not Wanted', { kind: 'named' })],
      days: [day('d', '2026-03-10', [item('a', { prep: doc(action('x', 'Ask', { assignees: ids('n') })) })])],
    });
    expect(planAgain(helper, how(), newId).people.map(({ name }) => name)).toEqual(['Named Only']);
  });

  test('takes open proposals with their comments, or none', () => {
    const sample = sampleRecord();
    const proposals = sample.proposals.map((each, i) =>
      i === 0 ? { ...each, state: 'open' as const } : each,
    );
    const open = proposals.slice(0, 1).map(({ id }) => id);
    const comment = (proposal: ProposalId): Comment => ({
      id: `c-${proposal}` as CommentId,
      proposal,
      by: 'Mara',
      at: 1 as Instant,
      text: 'Yes',
    });
    const record = {
      ...sample,
      proposals,
      comments: proposals.map(({ id }) => comment(id)),
    };
    expect(proposals.length).toBeGreaterThan(1);
    const again = planAgain(record, how(), newId);
    expect(again.proposals.map(({ id }) => id)).toEqual(open);
    expect(again.comments.map(({ proposal }) => proposal)).toEqual(open);
    expect(planAgain(record, how({ proposals: false }), newId).comments).toEqual([]);
  });

  test('has as many days as dates: the last ones go, further ones are empty', () => {
    const sample = sampleRecord();
    const dates = ['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'] as CalendarDate[];
    const more = planAgain(sample, how({ dates }), newId);
    expect(more.days.length).toBe(5);
    expect(more.days.at(-1)?.blocks).toMatchObject([{ title: '', items: [] }]);
    expect(planAgain(sample, how({ dates: dates.slice(0, 1) }), newId).days.length).toBe(1);
  });
});

describe('the frame of an agenda', () => {
  const record = emptyRecord({
    people: [person('g', 'Guest', { kind: 'guest', guestOf: ['news' as ItemId] })],
    days: [
      day('d', '2026-03-10', [
        item('welcome', { start: at(9), duration: '10' }),
        item('pause', { kind: 'break', duration: '15' }),
        item('round', { kind: 'round', duration: '30', slots: [item('slot', { prep: doc(para('x')) })] }),
        item('news', { duration: '20' }),
        item('gone', { cancelled: '' }),
        item('close', { kind: 'close', duration: '' }),
      ]),
    ],
  });

  test('has breaks, rounds and the close at the times they had, without the topics', () => {
    const frame = planAgain(record, how({ agenda: 'frame', prep: false }), newId);
    expect(titles(frame)).toEqual(['pause', 'round', 'slot', 'close']);
    expect(frame.days[0]?.blocks[0]?.items.map(({ start }) => start)).toEqual([at(9, 10), null, at(10, 15)]);
    expect(frame.people).toEqual([]);
  });

  test('where nothing is left out nothing is pinned', () => {
    const all = planAgain(record, how(), newId);
    expect(titles(all)).toEqual(['welcome', 'pause', 'round', 'slot', 'news', 'close']);
    expect(agendaItems(all).map(({ start }) => start)).toEqual([at(9), null, null, null, null, null]);
  });

  test('of nothing is one empty block a day', () => {
    const none = planAgain(record, how({ agenda: 'none' }), newId);
    expect(none.days[0]?.blocks).toMatchObject([{ title: '', moderators: [], items: [] }]);
  });
});
