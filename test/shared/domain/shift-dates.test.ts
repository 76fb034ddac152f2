import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectRegisters } from '../../../shared/domain/registers.ts';
import type { ActionItemNode } from '../../../shared/domain/rich-text.ts';
import { isWorkingDay, shiftDates, shiftDays } from '../../../shared/domain/shift-dates.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { addDays } from '../../../shared/domain/zones.ts';
import { longRecord } from '../publish/sample-record.ts';

const dues = (record: Parameters<typeof collectRegisters>[0]): (string | null)[] =>
  collectRegisters(record).actions.map(({ action }) => action.attrs.due);

describe('a meeting moved to other dates', () => {
  const record = longRecord();
  const days = record.days.map(({ date }) => date);

  test('moves its days together, over the end of a month', () => {
    expect(shiftDates({ ...record, days: record.days.slice(0, 1) }, 30).days.map(({ date }) => date)).toEqual(
      [new Date(Date.parse(days[0] ?? '') + 30 * 86_400_000).toISOString().slice(0, 10)],
    );
  });

  test('moves due dates wherever they stand, and leaves actions without one alone', () => {
    const before = dues(record);
    expect(before.some((due) => due !== null)).toBe(true);
    expect(dues(shiftDates(record, 0))).toEqual(before);
    const after = dues(shiftDates(record, 7));
    expect(after.map((due) => due === null)).toEqual(before.map((due) => due === null));
    expect(after).not.toEqual(before);
  });

  test('moved there and back it is the same', () => {
    expect(shiftDates(shiftDates(record, 100), -100)).toEqual(record);
  });

  test('moves the date of a progress note with its action', () => {
    const action = {
      type: 'actionItem',
      attrs: { due: '2026-03-02' },
      content: [{ type: 'paragraph' }, { type: 'progressNote', attrs: { date: '2026-02-28', by: null } }],
    } as unknown as ActionItemNode;
    const [day] = record.days;
    const [block] = day?.blocks ?? [];
    const [item] = block?.items ?? [];
    if (!day || !block || !item) throw new Error('The sample record has no item');
    const minutes = { type: 'doc' as const, content: [action] };
    const one = { ...record, days: [{ ...day, blocks: [{ ...block, items: [{ ...item, minutes }] }] }] };
    expect(shiftDates(one, 1).days[0]?.blocks[0]?.items[0]?.minutes.content[0]).toMatchObject({
      attrs: { due: '2026-03-03' },
      content: [{ type: 'paragraph' }, { attrs: { date: '2026-03-01' } }],
    });
  });
});

describe('the days of a meeting moved to another first day', () => {
  const dates = (...list: string[]) => list as CalendarDate[];
  const date = (text: string) => text as CalendarDate;

  test('keep their distance over whole weeks', () => {
    expect(shiftDays(dates('2026-03-10', '2026-03-11', '2026-03-13'), date('2026-05-12'))).toEqual(
      dates('2026-05-12', '2026-05-13', '2026-05-15'),
    );
  });

  test('leave the weekend out when they were all working days', () => {
    expect(shiftDays(dates('2026-03-10', '2026-03-11', '2026-03-12'), date('2026-05-14'))).toEqual(
      dates('2026-05-14', '2026-05-15', '2026-05-18'),
    );
    expect(shiftDays(dates('2026-03-12', '2026-03-13', '2026-03-16'), date('2026-05-11'))).toEqual(
      dates('2026-05-11', '2026-05-12', '2026-05-13'),
    );
  });

  test('go through the weekend when one of them was there, or the first is to be', () => {
    expect(shiftDays(dates('2026-03-13', '2026-03-14'), date('2026-05-14'))).toEqual(
      dates('2026-05-14', '2026-05-15'),
    );
    expect(shiftDays(dates('2026-03-12', '2026-03-13'), date('2026-05-16'))).toEqual(
      dates('2026-05-16', '2026-05-17'),
    );
    expect(shiftDays([], date('2026-05-16'))).toEqual([]);
  });

  const anyDate = fc.integer({ min: -9000, max: 9000 }).map((by) => addDays(date('2026-03-11'), by));
  const anyDays = fc
    .tuple(anyDate, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 }))
    .map(([first, gaps]) => {
      const days = [first];
      for (const gap of gaps) days.push(addDays(days.at(-1) ?? first, gap));
      return days;
    });

  test('begin on it, keep their order, stay working days, and come back the way they went', () => {
    fc.assert(
      fc.property(anyDays, anyDate, (days, first) => {
        const moved = shiftDays(days, first);
        expect(moved[0]).toBe(first);
        expect([...new Set(moved)].toSorted()).toEqual(moved);
        if (!days.every(isWorkingDay) || !isWorkingDay(first)) return;
        expect(moved.every(isWorkingDay)).toBe(true);
        expect(shiftDays(moved, days[0] ?? first)).toEqual(days);
      }),
    );
  });

  test('by whole weeks move as the whole meeting does', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: -50, max: 50 }), (days, weeks) => {
        const by = weeks * 7;
        expect(shiftDays(days, addDays(days[0] ?? date('2026-03-11'), by))).toEqual(
          days.map((day) => addDays(day, by)),
        );
      }),
    );
  });
});
