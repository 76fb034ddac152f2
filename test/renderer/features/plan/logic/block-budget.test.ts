import { expect, test } from 'vitest';
import { blockBudget } from '../../../../../renderer/features/plan/logic/block-budget.ts';
import type { AgendaItem } from '../../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../../shared/domain/plan-times.ts';
import { day, item } from '../builders.ts';

function budget(...blocks: readonly (readonly AgendaItem[])[]) {
  const subject = day('d', ...blocks);
  return blockBudget(subject, 0, planDay(subject));
}

const morning = [item('a', { at: '11:00', duration: '60' }), item('b', { duration: '45' })];

test('a block must end where a pinned break of its own begins', () => {
  expect(budget([...morning, item('lunch', { kind: 'break', at: '12:30', duration: '30' })])).toEqual({
    used: 105,
    usedAtMost: 105,
    available: 90,
  });
});

test('a loose break before the next pinned start takes its time from what is available', () => {
  const next = [item('c', { at: '13:00', duration: '10' })];
  expect(budget([...morning, item('lunch', { kind: 'break', duration: '30' })], next)?.available).toBe(90);
});

test('breaks in the middle count neither as used nor as available', () => {
  const items = [
    item('a', { at: '9:00', duration: '30+' }),
    item('x', { kind: 'break', duration: '15' }),
    item('b'),
  ];
  expect(budget(items, [item('c', { at: '10:00' })])).toEqual({ used: 30, usedAtMost: 45, available: 45 });
});

test('nothing is said when nothing pinned says where the block must end', () => {
  expect(budget(morning)).toBeNull();
  expect(budget(morning, [item('c', { duration: '10' })])).toBeNull();
  expect(budget([item('a', { duration: '60' })], [item('c', { at: '10:00' })])).toBeNull();
  expect(budget([], [item('c', { at: '10:00' })])).toBeNull();
});

test('cancelled items take no time and limit nothing', () => {
  const gone = item('x', { at: '11:30', duration: '90', cancelled: 'ill' });
  expect(budget([...morning, gone], [item('c', { at: '13:00' })])).toEqual({
    used: 105,
    usedAtMost: 105,
    available: 120,
  });
});
