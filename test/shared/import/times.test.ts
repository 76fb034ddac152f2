import { describe, expect, test } from 'vitest';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import { readTime } from '../../../shared/import/times.ts';

const read = (text: string) => {
  const time = readTime(text);
  if (!time) return null;
  return [formatClock(time.start), time.end === null ? null : formatClock(time.end), time.rest];
};

describe('readTime', () => {
  test.each([
    ['09:00', ['09:00', null, '']],
    ['9.30', null],
    ['09.30 Budget', ['09:30', null, 'Budget']],
    ['9:00 am', ['09:00', null, '']],
    ['1:30 p.m. Lunch', ['13:30', null, 'Lunch']],
    ['09:00-09:30', ['09:00', '09:30', '']],
    ['09:00 – 10:15 Search', ['09:00', '10:15', 'Search']],
    ['9-10:30', ['09:00', '10:30', '']],
    ['1:00-2:30 pm', ['13:00', '14:30', '']],
    ['11:30-1:00 pm', ['11:30', '13:00', '']],
    ['13:00 to 14:00 MST', ['13:00', '14:00', 'MST']],
  ])('reads %j', (text, time) => {
    expect(read(text)).toEqual(time);
  });

  test.each([
    '13:00ish',
    '~9:00',
    '2026-03-10',
    '10 March',
    '1.10 Welcome',
    '9',
    '25:00',
    'at 9:00',
    '3 is enough',
    '',
  ])('reads no time in %j', (text) => {
    expect(read(text)).toBeNull();
  });
});
