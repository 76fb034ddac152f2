import { describe, expect, test } from 'vitest';
import {
  neighboursOf,
  type SeriesMeeting,
  spanOf,
} from '../../../../../renderer/features/plan/facts/next-panel-entries.ts';
import type { MeetingId, NextMeetingId } from '../../../../../shared/domain/ids.ts';
import type { NextMeeting } from '../../../../../shared/domain/meeting.ts';
import type { CalendarDate } from '../../../../../shared/domain/time.ts';

const meeting = (id: string, day: string | null, fields: Partial<SeriesMeeting> = {}): SeriesMeeting => ({
  id: id as MeetingId,
  title: id,
  series: 'Leads',
  template: false,
  firstDay: day as CalendarDate | null,
  lastDay: day as CalendarDate | null,
  ...fields,
});
const next = (id: string, dates: string): NextMeeting => ({
  id: id as NextMeetingId,
  title: '',
  dates,
  mode: '',
  note: '',
});
const own = meeting('own', '2026-03-10');

function outline(announced: readonly NextMeeting[], others: readonly SeriesMeeting[], self = own) {
  const { before, next: entries } = neighboursOf(self, announced, others);
  return [before?.id ?? null, ...entries.map((entry) => [entry.announced?.id, entry.planned?.id])];
}

describe('the meetings around one', () => {
  test('are the one before and those after it, in its series and on this computer', () => {
    const others = [
      meeting('feb', '2026-02-10'),
      meeting('jan', '2026-01-10'),
      meeting('june', '2026-06-10'),
      meeting('april', '2026-04-10'),
      meeting('else', '2026-04-01', { series: 'Board' }),
      meeting('pattern', '2026-04-02', { template: true }),
      meeting('someday', null),
      own,
    ];
    expect(outline([], others)).toEqual(['feb', [undefined, 'april'], [undefined, 'june']]);
  });

  test('of a single meeting are none, however many single meetings there are', () => {
    expect(outline([], [meeting('a', '2026-04-10', { series: '' })], { ...own, series: '' })).toEqual([null]);
  });

  test('that are announced stand once, with the one that was planned for it', () => {
    const announced = [next('later', 'in autumn'), next('may', '12–14 May 2026')];
    const others = [meeting('may-1', '2026-05-13'), meeting('july', '2026-07-01')];
    expect(outline(announced, others)).toEqual([
      null,
      ['may', 'may-1'],
      [undefined, 'july'],
      ['later', undefined],
    ]);
  });
});

describe('announced dates', () => {
  test.each([
    ['12–14 May 2026', '2026-05-12', '2026-05-14'],
    ['Tuesday 12 May 2026', '2026-05-12', '2026-05-12'],
    ['2026-05-12/14', '2026-05-12', '2026-05-14'],
    ['30 April to 2 May 2026', '2026-04-30', '2026-05-02'],
  ])('%s are understood', (dates, first, last) => {
    expect(spanOf(dates)).toEqual({ first, last });
  });

  test.each(['', 'May, to be decided', '12 May', '99 May 2026'])('%j are kept as written', (dates) => {
    expect(spanOf(dates)).toBeNull();
  });
});
