import { describe, expect, test } from 'vitest';
import {
  arrangeMeetings,
  behindPlan,
  viewForDay,
} from '../../../../renderer/features/library/arrange-meetings.ts';
import type { LiveItem, MeetingSummary } from '../../../../renderer/features/library/meeting-summary.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import { type Instant, MINUTE } from '../../../../shared/domain/time.ts';
import { aSummary, date } from './a-summary.ts';

const today = date('2026-03-11');
const on = (id: string, day: string | null, fields: Partial<MeetingSummary> = {}) =>
  aSummary({
    id: id as MeetingId,
    firstDay: day === null ? null : date(day),
    lastDay: day === null ? null : date(day),
    ...fields,
  });
const ids = (list: readonly MeetingSummary[]) => list.map(({ id }) => id);

describe('Home', () => {
  test('puts the next first among what comes and the last first among what was', () => {
    const { upcoming, past } = arrangeMeetings(
      [on('may', '2026-05-12'), on('jan', '2026-01-12'), on('today', '2026-03-11'), on('feb', '2026-02-12')],
      today,
    );
    expect(ids(upcoming)).toEqual(['today', 'may']);
    expect(ids(past)).toEqual(['feb', 'jan']);
  });

  test('orders meetings of one day by their start', () => {
    const { upcoming } = arrangeMeetings(
      [on('late', '2026-03-12', { startMinutes: 900 }), on('early', '2026-03-12', { startMinutes: 480 })],
      today,
    );
    expect(ids(upcoming)).toEqual(['early', 'late']);
  });

  test('keeps a meeting of several days among what comes until its last day is over', () => {
    const { upcoming } = arrangeMeetings(
      [on('spring', '2026-03-10', { lastDay: date('2026-03-12') })],
      today,
    );
    expect(ids(upcoming)).toEqual(['spring']);
  });

  test('counts a closed meeting as past on its own day', () => {
    expect(ids(arrangeMeetings([on('done', '2026-03-11', { state: 'closed' })], today).past)).toEqual([
      'done',
    ]);
  });

  test('shows what runs only as running, and what has no day apart, the last changed first', () => {
    const running = { item: 'Programme news' } as LiveItem;
    const { live, undated, upcoming, past } = arrangeMeetings(
      [
        on('live', '2026-03-11', { live: running }),
        on('old', null, { updatedAt: 1 as Instant }),
        on('new', null, { updatedAt: 2 as Instant }),
      ],
      today,
    );
    expect([ids(live), ids(undated), ids(upcoming), ids(past)]).toEqual([['live'], ['new', 'old'], [], []]);
  });
});

describe('a template', () => {
  test('is in a list of its own, by its name, whatever its days', () => {
    const list = [
      on('weekly', '2026-03-11', { template: true, title: 'Weekly' }),
      on('board', null, { template: true, title: 'Board' }),
      on('real', '2026-03-11'),
    ];
    const { templates, live, upcoming, undated, past } = arrangeMeetings(list, today);
    expect(ids(templates)).toEqual(['board', 'weekly']);
    expect([ids(live), ids(upcoming), ids(undated), ids(past)]).toEqual([[], ['real'], [], []]);
  });

  test('opens in Plan on its days too: it is never run', () => {
    expect(viewForDay(on('a', '2026-03-11', { template: true }), today)).toBe('plan');
  });
});

describe('a meeting opens in', () => {
  test('Plan before its days and without any', () => {
    expect(viewForDay(on('a', '2026-03-12'), today)).toBe('plan');
    expect(viewForDay(on('a', null), today)).toBe('plan');
  });

  test('Run on its days, Actions after the last one', () => {
    expect(viewForDay(on('a', '2026-03-11'), today)).toBe('run');
    expect(viewForDay(on('a', '2026-03-10'), today)).toBe('actions');
  });
});

describe('a running meeting is behind', () => {
  const at = (minutes: number) => (minutes * MINUTE) as Instant;

  test('by its late start while the item keeps within its length', () => {
    expect(behindPlan(at(0), at(8), 10 * MINUTE, 30 * MINUTE, at(18))).toBe(8 * MINUTE);
    expect(behindPlan(at(10), at(7), 10 * MINUTE, 30 * MINUTE, at(17))).toBe(-3 * MINUTE);
  });

  test('by more with every minute over', () => {
    expect(behindPlan(at(0), at(8), 35 * MINUTE, 30 * MINUTE, at(43))).toBe(13 * MINUTE);
  });

  test('by its late start alone when the item has no length', () => {
    expect(behindPlan(at(0), at(4), 90 * MINUTE, null, at(94))).toBe(4 * MINUTE);
  });
});
