import { describe, expect, test } from 'vitest';
import {
  groupActions,
  isOverdue,
  isShown,
  type Show,
} from '../../../../renderer/features/actions/group-actions.ts';
import { collectRegisters } from '../../../../shared/domain/registers.ts';
import type { ActionStatus } from '../../../../shared/domain/rich-text.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { action, day, doc, emptyRecord, item } from '../../../shared/publish/sample-record.ts';

const today = '2026-03-11' as CalendarDate;

type Entry = readonly [text: string, due: string | null, status?: ActionStatus];

function register(...entries: readonly Entry[]) {
  const nodes = entries.map(([id, due, status = 'open']) =>
    action(id, id, { due: due as CalendarDate | null, status }),
  );
  const record = emptyRecord({ days: [day('d1', '2026-03-11', [item('i1', { minutes: doc(...nodes) })])] });
  return collectRegisters(record).actions;
}

const grouped = (...entries: readonly Entry[]) =>
  groupActions(register(...entries), today).map((group) => [
    group.title,
    ...group.actions.map(({ text }) => text),
  ]);

describe('action items', () => {
  test('stand in groups of urgency, the earliest due first', () => {
    expect(
      grouped(
        ['later', '2026-04-01'],
        ['in a week', '2026-03-18'],
        ['today', '2026-03-11'],
        ['undated', null],
        ['late', '2026-03-10'],
        ['very late', '2026-01-10'],
      ),
    ).toEqual([
      ['Overdue', 'very late', 'late'],
      ['Next 7 days', 'today', 'in a week'],
      ['Later', 'later'],
      ['No date', 'undated'],
    ]);
  });

  test('that are not open stand by their state, whenever they were due', () => {
    expect(
      grouped(['a', '2026-01-01', 'done'], ['b', '2026-01-01', 'deferred'], ['c', null, 'cancelled']),
    ).toEqual([
      ['Deferred', 'b'],
      ['Done', 'a'],
      ['Cancelled', 'c'],
    ]);
  });

  test('are overdue only while somebody still has to do them', () => {
    const late = (status: ActionStatus) =>
      register(['x', '2026-03-10', status]).some((entry) => isOverdue(entry, today));
    expect(late('open')).toBe(true);
    expect(late('in-progress')).toBe(true);
    expect(late('done')).toBe(false);
    expect(late('deferred')).toBe(false);
  });

  test('are filtered by what one wants to see', () => {
    const all = register(
      ['a', '2026-03-10'],
      ['b', null, 'in-progress'],
      ['c', null, 'done'],
      ['d', null, 'deferred'],
    );
    const shown = (show: Show) => all.filter((entry) => isShown(entry, show, today)).map(({ text }) => text);
    expect(shown('open')).toEqual(['a', 'b']);
    expect(shown('overdue')).toEqual(['a']);
    expect(shown('done')).toEqual(['c']);
    expect(shown('deferred')).toEqual(['d']);
    expect(shown('all')).toEqual(['a', 'b', 'c', 'd']);
  });
});
