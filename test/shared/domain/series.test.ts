import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextFirstDay } from '../../../shared/domain/series.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { addDays } from '../../../shared/domain/zones.ts';

const date = (text: string) => text as CalendarDate;
const dates = (...list: string[]) => list.map(date);

describe('the next meeting of a series is suggested', () => {
  const today = date('2026-03-11');

  test('a week after a single one, and tomorrow where there is none', () => {
    expect(nextFirstDay(dates('2026-03-10'), today)).toBe('2026-03-17');
    expect(nextFirstDay([], today)).toBe('2026-03-12');
  });

  test('at the usual distance', () => {
    expect(nextFirstDay(dates('2026-02-10', '2026-02-24', '2026-03-10'), today)).toBe('2026-03-24');
  });

  test('on the same weekday of the month, over months of four and of five weeks', () => {
    // Second Tuesdays: 28 and 35 days apart.
    expect(nextFirstDay(dates('2026-01-13', '2026-02-10', '2026-03-10'), today)).toBe('2026-04-14');
    // Fifth Fridays are the last ones.
    expect(nextFirstDay(dates('2025-10-31', '2026-01-30'), date('2026-02-01'))).toBe('2026-04-24');
  });

  test('on the same day of the month, kept within short months', () => {
    expect(nextFirstDay(dates('2025-11-30', '2025-12-30', '2026-01-30'), date('2026-02-01'))).toBe(
      '2026-02-28',
    );
  });

  test('in its rhythm, after it slept for months', () => {
    expect(nextFirstDay(dates('2025-10-07', '2025-10-14'), today)).toBe('2026-03-17');
  });

  test('after one that is planned already', () => {
    expect(nextFirstDay(dates('2026-03-10', '2026-05-12'), today)).toBe('2026-07-14');
  });

  test('in the future and after all there are, whatever they are', () => {
    const anyDate = fc.integer({ min: -9000, max: 9000 }).map((by) => addDays(date('2026-03-11'), by));
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 12 }), anyDate, (held, now) => {
        const next = nextFirstDay(held, now);
        expect(next > now).toBe(true);
        for (const other of held) expect(next > other).toBe(true);
      }),
    );
  });
});
