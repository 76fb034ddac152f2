import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDuration,
  formatEstimate,
  likelyRange,
  parseEstimate,
  sumEstimates,
} from '../../../shared/domain/estimate.ts';
import { MINUTE, minutes } from '../../../shared/domain/time.ts';

function read(text: string): readonly [low: number, high: number, sure: boolean] | null {
  const estimate = parseEstimate(text);
  return estimate && [estimate.low / MINUTE, estimate.high / MINUTE, estimate.sure];
}

describe('a planned length as people write it', () => {
  test.each([
    ['15', 15],
    ['60 minutes', 60],
    ['1 hour', 60],
    ['hour', 60],
    ['an hour', 60],
    ['two hours', 120],
    ['1h30', 90],
    ['1h30m', 90],
    ['1:30', 90],
    ['0:20', 20],
    ['1 hour 30 minutes', 90],
    ['1 hour and 30 min.', 90],
    ['1 1/2 h', 90],
    ['1½ hours', 90],
    ['1,5 h', 90],
    ['1.5', 90],
    ['3/4 hour', 45],
    ['half an hour', 30],
    ['Half-hour', 30],
    ['quarter of an hour', 15],
    ['an hour and a half', 90],
    ['two and a half hours', 150],
    ['forty-five minutes', 45],
    ["90'", 90],
    ['20 + 10 min', 30],
    ['2 x 30 min', 60],
    ['30\u00a0mins', 30],
    ['45 min max', 45],
    ['0', 0],
  ])('%s is %i minutes for sure', (text, expected) => {
    expect(read(text)).toEqual([expected, expected, true]);
  });

  test.each([
    ['1 hour?', 60, 60],
    ['30 mins?', 30, 30],
    ['60?', 60, 60],
    ['about 30', 30, 30],
    ['~20 min', 20, 20],
    ['1 hour (tbc)', 60, 60],
    ['30 min with questions', 30, 30],
    ['30 mins+', 30, 45],
    ['30+', 30, 45],
    ['at least 30 min', 30, 45],
    ['15 mins or more', 15, 23],
    ['45-60 min', 45, 60],
    ['45–60', 45, 60],
    ['1 to 2 hours', 60, 120],
    ['30 - 1h', 30, 60],
    ['60-45 min', 45, 60],
  ])('%s is %i to %i minutes and uncertain', (text, low, high) => {
    expect(read(text)).toEqual([low, high, false]);
  });

  test.each([
    '',
    ' ',
    '?',
    '+',
    'TBD',
    'lunch',
    'see Ruya',
    '3/0 h',
    '-',
    '99999',
    '25 h',
    '1e3',
    '30 30',
    '-30',
    'A1',
    'ab1',
  ])('%j is nothing understood', (text) => {
    expect(parseEstimate(text)).toBeNull();
  });

  test('any text gives null or a range from zero upwards, within a day', () => {
    const fragments = fc.constantFrom(...' 0159+-?:/½hm.,()', ' hour', ' min', ' and ', 'half', ' to ', 'x');
    const texts = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const estimate = parseEstimate(text);
        if (!estimate) return;
        expect(estimate.low).toBeGreaterThanOrEqual(0);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.low);
        expect(estimate.high).toBeLessThanOrEqual(24 * 60 * MINUTE);
        expect(estimate.low % MINUTE).toBe(0);
        expect(estimate.sure && estimate.low !== estimate.high).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a whole paragraph is no length, however it begins', () => {
    expect(parseEstimate(`30 min ${'with questions '.repeat(10)}`)).toBeNull();
  });
});

describe('a length in words', () => {
  test.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [75, '1 h 15'],
    [-5, '−5 min'],
    [-75, '−1 h 15'],
  ])('%i minutes is %s', (count, text) => {
    expect(formatDuration(minutes(count))).toBe(text);
  });

  test('is read back as the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (count) => {
        expect(read(formatDuration(minutes(count)))).toEqual([count, count, true]);
      }),
    );
  });

  test('a range in words is read back as the same range', () => {
    const counts = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const range = { low: minutes(Math.min(a, b)), high: minutes(Math.max(a, b)) };
        expect(parseEstimate(formatEstimate(range))).toMatchObject(range);
      }),
    );
  });
});

describe('what a length may well come to', () => {
  test.each([
    ['1 hour?', 45, 75],
    ['30 mins?', 20, 40],
    ['about 15', 10, 20],
    ['10?', 7, 13],
    ['2?', 1, 3],
    ['30+', 30, 45],
    ['45-60 min', 45, 60],
    ['60', 60, 60],
    ['0?', 0, 0],
  ])('%s is %d to %d min', (text, low, high) => {
    const estimate = parseEstimate(text);
    expect(estimate && likelyRange(estimate)).toEqual({ low: minutes(low), high: minutes(high) });
  });

  test('holds what was written and is never negative', () => {
    fc.assert(
      fc.property(fc.nat(1440), (n) => {
        const { low, high } = likelyRange({ low: minutes(n), high: minutes(n), sure: false });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(minutes(n));
        expect(high).toBeGreaterThanOrEqual(minutes(n));
      }),
    );
  });
});

describe('a sum of estimates', () => {
  test('adds both ends, and is uncertain as soon as one part is or is missing', () => {
    const [sure, doubtful] = [parseEstimate('30'), parseEstimate('30+')];
    expect(sumEstimates([])).toEqual({ low: 0, high: 0, sure: true });
    expect(sumEstimates([sure, sure])).toEqual({ low: minutes(60), high: minutes(60), sure: true });
    expect(sumEstimates([sure, doubtful])).toEqual({ low: minutes(60), high: minutes(75), sure: false });
    expect(sumEstimates([sure, null])).toEqual({ low: minutes(30), high: minutes(30), sure: false });
  });

  test('does not depend on order or grouping', () => {
    const estimates = fc.array(
      fc.record({ low: fc.nat(600), more: fc.nat(60), sure: fc.boolean() }).map(({ low, more, sure }) => ({
        low: minutes(low),
        high: minutes(low + more),
        sure,
      })),
    );
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const whole = sumEstimates([...a, ...b]);
        expect(sumEstimates([...b, ...a])).toEqual(whole);
        expect(sumEstimates([sumEstimates(a), sumEstimates(b)])).toEqual(whole);
      }),
    );
  });
});
