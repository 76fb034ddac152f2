import { describe, expect, test } from 'vitest';
import { collectRegisters } from '../../../shared/domain/registers.ts';
import type { ActionItemNode } from '../../../shared/domain/rich-text.ts';
import { shiftDates } from '../../../shared/domain/shift-dates.ts';
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
