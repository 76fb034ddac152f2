import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId, DayId, ItemId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../shared/domain/meeting.ts';
import { formatClock, parseClock, planDay } from '../../../shared/domain/plan-times.ts';
import type { CalendarDate, TimeOfDay } from '../../../shared/domain/time.ts';
import { MINUTE } from '../../../shared/domain/time.ts';

let made = 0;

function item(fields: Omit<Partial<AgendaItem>, 'start'> & { at?: string } = {}): AgendaItem {
  made += 1;
  const { at, ...rest } = fields;
  return {
    id: `i${made}` as ItemId,
    kind: 'topic',
    title: '',
    presenters: [],
    presenterNote: '',
    start: at === undefined ? null : parseClock(at),
    duration: '',
    cancelled: null,
    tickets: [],
    slots: [],
    ...rest,
  };
}

function day(...blocks: readonly (readonly AgendaItem[])[]): Day {
  return {
    id: 'd' as DayId,
    date: '2026-03-10' as CalendarDate,
    title: '',
    blocks: blocks.map((items, i) => ({ id: `b${i}` as BlockId, title: '', moderators: [], items })),
  };
}

function times(subject: Day): string[] {
  const { slots } = planDay(subject);
  return subject.blocks
    .flatMap((block) => block.items.flatMap((entry) => [entry, ...entry.slots]))
    .map(({ id }) => {
      const { start, end } = slots.get(id) ?? { start: null, end: null };
      return `${start === null ? '?' : formatClock(start)}-${end === null ? '?' : formatClock(end)}`;
    });
}

describe('the planned times of a day', () => {
  test('items follow one another from the first pinned start, across blocks', () => {
    const subject = day(
      [item({ at: '9:00', duration: '10' }), item({ duration: '20' })],
      [item({ duration: '1 hour?' })],
    );
    expect(times(subject)).toEqual(['09:00-09:10', '09:10-09:30', '09:30-10:30']);
    expect(planDay(subject)).toMatchObject({ start: 540, end: 630 });
  });

  test('nothing is guessed before the first pinned start', () => {
    const subject = day([item({ duration: '10' }), item({ at: '9:00', duration: '10' })]);
    expect(times(subject)).toEqual(['?-?', '09:00-09:10']);
    expect(planDay(day([item({ duration: '10' })]))).toMatchObject({ start: null, end: null });
  });

  test('untimed and cancelled items take no time and keep their place', () => {
    const subject = day([
      item({ at: '9:00', duration: '30' }),
      item(),
      item({ duration: '30', cancelled: 'presenter unavailable' }),
      item({ at: '14:00', duration: '30', cancelled: '' }),
      item({ duration: '15' }),
    ]);
    expect(times(subject)).toEqual([
      '09:00-09:30',
      '09:30-09:30',
      '09:30-09:30',
      '14:00-14:00',
      '09:30-09:45',
    ]);
    expect(planDay(subject).end).toBe(9 * 60 + 45);
  });

  test('a pinned start absorbs what comes before it, and says by how much it overlaps or waits', () => {
    const late = item({ at: '10:00', duration: '30' });
    const waiting = item({ at: '11:00', duration: '30' });
    const plan = planDay(day([item({ at: '9:00', duration: '75' }), late, waiting, item({ duration: '5' })]));
    expect(plan.slots.get(late.id)).toEqual({ start: 600, end: 630, pinned: true, overlap: 15, gap: 0 });
    expect(plan.slots.get(waiting.id)).toEqual({ start: 660, end: 690, pinned: true, overlap: 0, gap: 30 });
    expect(plan.end).toBe(695);
  });

  test('a range flows with its low end and counts in full in the block', () => {
    const subject = day([
      item({ at: '9:00', duration: '30+' }),
      item({ duration: '15', kind: 'break' }),
      item({ duration: '60', cancelled: '' }),
      item({ duration: '15' }),
    ]);
    expect(times(subject).at(-1)).toBe('09:45-10:00');
    expect(planDay(subject).blocks.get('b0' as BlockId)).toEqual({
      start: 540,
      end: 600,
      low: 45 * MINUTE,
      high: 60 * MINUTE,
    });
  });

  test('a day runs past midnight', () => {
    const subject = day([
      item({ at: '23:00', duration: '50' }),
      item({ at: '0:30', duration: '45' }),
      item({ duration: '1 h' }),
      item({ at: '2:00', duration: '10' }),
    ]);
    expect(times(subject)).toEqual([
      '23:00-23:50',
      '00:30 +1-01:15 +1',
      '01:15 +1-02:15 +1',
      '02:00 +1-02:10 +1',
    ]);
  });

  test('the sub-slots of a round flow inside it, and give it their length when it has none', () => {
    const round = item({
      at: '9:00',
      kind: 'round',
      slots: [item({ duration: '10' }), item({ duration: '5', cancelled: '' }), item({ duration: '10' })],
    });
    expect(times(day([round, item({ duration: '5' })]))).toEqual([
      '09:00-09:20',
      '09:00-09:10',
      '09:10-09:10',
      '09:10-09:20',
      '09:20-09:25',
    ]);
  });

  test('no plan has negative time: slots end at or after their start, overlap and gap exclude one another', () => {
    const anyItem = fc
      .record({
        start: fc.option(fc.nat(1439), { freq: 3 }),
        duration: fc.constantFrom('', '0', '15', '30+', '1 hour?', '45-60', 'nonsense'),
        cancelled: fc.option(fc.constant('ill'), { freq: 5 }),
        kind: fc.constantFrom('topic', 'break', 'close') as fc.Arbitrary<AgendaItem['kind']>,
      })
      .map(({ start, ...rest }) => ({ ...item(rest), start: start as TimeOfDay | null }));
    fc.assert(
      fc.property(fc.array(fc.array(anyItem, { maxLength: 6 }), { maxLength: 4 }), (blocks) => {
        const subject = day(...blocks);
        const plan = planDay(subject);
        let before: number | null = null;
        for (const entry of blocks.flat()) {
          const slot = plan.slots.get(entry.id);
          if (!slot) throw new Error('every item has a slot');
          expect(Math.min(slot.overlap, slot.gap)).toBe(0);
          expect(slot.pinned).toBe(entry.start !== null);
          if (slot.start === null || slot.end === null) {
            expect([slot.end, before, entry.start]).toEqual([null, null, null]);
            continue;
          }
          expect(slot.end).toBeGreaterThanOrEqual(slot.start);
          expect(slot.start).toBeGreaterThanOrEqual(0);
          if (entry.start !== null) expect((slot.start - entry.start) % 1440).toBe(0);
          if (entry.cancelled !== null) continue;
          if (before !== null) expect(slot.start - before).toBe(slot.gap - slot.overlap);
          before = slot.end;
        }
        for (const block of plan.blocks.values()) expect(block.high).toBeGreaterThanOrEqual(block.low);
      }),
    );
  });
});

describe('a time of day', () => {
  test.each([
    ['9:10', 550],
    ['09.10', 550],
    ['9h10', 550],
    ['9h', 540],
    ['0910', 550],
    ['930', 570],
    ['9', 540],
    ['9 am', 540],
    ['1:30 pm', 810],
    ['1.30p.m.', 810],
    ['12:30 AM', 30],
    ['12 pm', 720],
    ['noon', 720],
    [' 23:59 ', 1439],
    ['9:10:00', 550],
  ])('%s is read', (text, expected) => {
    expect(parseClock(text)).toBe(expected);
  });

  test.each(['', '24:00', '9:60', '13 pm', '0 am', '9:1', 'soon', '-9:00', '9:10 x', '99999'])(
    '%j is not a time of day',
    (text) => {
      expect(parseClock(text)).toBeNull();
    },
  );

  test('is read back from its own words', () => {
    fc.assert(
      fc.property(fc.nat(1439), (at) => {
        expect(parseClock(formatClock(at))).toBe(at);
      }),
    );
  });

  test('says when it is on another day', () => {
    expect(formatClock(1500)).toBe('01:00 +1');
    expect(formatClock(1440 * 2)).toBe('00:00 +2');
    expect(formatClock(-60)).toBe('23:00 −1');
  });
});
