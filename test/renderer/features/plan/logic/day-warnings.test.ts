import { describe, expect, test } from 'vitest';
import {
  dayWarnings,
  minutesTooLong,
  warningKey,
} from '../../../../../renderer/features/plan/logic/day-warnings.ts';
import type { AgendaItem, Person } from '../../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../../shared/domain/plan-times.ts';
import { day, item, person } from '../builders.ts';

function warnings(items: readonly AgendaItem[], people: readonly Person[] = []) {
  const subject = day('d', items);
  return dayWarnings(subject, planDay(subject), new Map(people.map((each) => [each.id, each])));
}

const lunch = item('lunch', { kind: 'break', at: '12:30', duration: '30' });

describe('warnings of a day', () => {
  test('an item that runs past a pinned start, with the length at which it would fit', () => {
    const found = warnings([item('a', { at: '12:00', duration: '45' }), lunch]);
    expect(found).toEqual([
      { kind: 'overlap', item: 'a', next: lunch, nextStart: 750, by: 15, sure: true, fits: 30 },
    ]);
    expect(minutesTooLong(found)).toBe(15);
  });

  test('no length fits when the items before are already too long', () => {
    const found = warnings([
      item('a', { at: '11:00', duration: '2 h' }),
      item('b', { duration: '10' }),
      lunch,
    ]);
    expect(found).toMatchObject([{ item: 'b', by: 40, fits: null }]);
  });

  test('an estimate that may run past a pinned start is only a maybe', () => {
    const found = warnings([
      item('a', { at: '11:50', duration: '30+' }),
      item('b', { duration: '5' }),
      lunch,
    ]);
    expect(found).toMatchObject([{ item: 'b', by: 10, sure: false, fits: null }]);
    expect(minutesTooLong(found)).toBe(0);
    expect(warnings([item('a', { at: '11:40', duration: '30+' }), lunch])).toEqual([]);
  });

  test('a pinned start absorbs the drift before it', () => {
    const items = [
      item('a', { at: '9:00', duration: '30+' }),
      item('b', { at: '9:45', duration: '165' }),
      lunch,
    ];
    expect(warnings(items)).toEqual([]);
  });

  test('a length that cannot be read, and a presenter who is not coming', () => {
    const sten = person('Sten Krol', { kind: 'absent', apology: 'on leave' });
    const found = warnings([item('a', { duration: 'a while', presenters: [sten.id] })], [sten]);
    expect(found.map(({ kind }) => kind)).toEqual(['unread-length', 'absent']);
  });

  test('cancelled items warn of nothing', () => {
    expect(warnings([item('a', { at: '12:00', duration: '2 h', cancelled: '' }), lunch])).toEqual([]);
  });

  test('leaving a warning holds until its facts change', () => {
    const of = (duration: string) =>
      warnings([item('a', { at: '12:00', duration }), lunch]).map((warning) => warningKey(warning));
    expect(of('45')).toEqual(of('45'));
    expect(of('45')).not.toEqual(of('60'));
  });
});
