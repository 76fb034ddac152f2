import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyBetween, keysFor } from '../../../shared/doc/order-key.ts';

describe('keyBetween', () => {
  test('D10: any run of insertions gives keys that sort as they were placed', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.string()), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (inserts) => {
        const keys: string[] = [];
        for (const [where, seed] of inserts) {
          const at = where % (keys.length + 1);
          const key = keyBetween(keys[at - 1] ?? null, keys[at] ?? null, seed);
          if (key === null) throw new Error(`No room at ${at} of ${keys.join(' ')}`);
          keys.splice(at, 0, key);
        }
        expect(keys).toEqual([...new Set(keys)].toSorted());
      }),
    );
  }, 60_000);

  test('D10: a thousand items added one after the other at either end keep short keys', () => {
    let [first, last] = ['', ''] as [string, string];
    for (let i = 0; i < 1000; i += 1) {
      last = keyBetween(last || null, null, `id${i}`) ?? '';
      first = keyBetween(null, first || last, `id${i}`) ?? '';
    }
    expect(first < last).toBe(true);
    expect([first.length, last.length]).toEqual([5, 5]);
  });

  test('D11: a place used again and again runs out of room and says so instead of growing for ever', () => {
    let key: string | null = keyBetween(null, null, 'a');
    const lower = key;
    let upper = keyBetween(lower, null, 'b');
    let longest = 0;
    for (let i = 0; i < 2000 && upper !== null; i += 1) {
      key = keyBetween(lower, upper, `seed${i}`);
      longest = Math.max(longest, key?.length ?? 0);
      upper = key;
    }
    expect(upper).toBeNull();
    expect(longest).toBeGreaterThan(50);
    expect(longest).toBeLessThanOrEqual(60);
  });

  test('two things put into one gap at once get keys of their own', () => {
    const keys = new Set(Array.from({ length: 500 }, (_, i) => keyBetween('V0000', 'V1000', `item-${i}`)));
    expect(keys.size).toBeGreaterThan(495);
  });

  test.each<[string | null, string | null]>([
    ['V0000', 'V0000'],
    ['V1000', 'V0000'],
    ['!', null],
    ['', null],
    [null, 'V00000'],
    ['é'.repeat(5), null],
    ['a'.repeat(10_000), null],
    [null, '00000'],
  ])('between %s and %s there is no place', (lower, upper) => {
    expect(keyBetween(lower, upper, 'seed')).toBeNull();
  });
});

test('keysFor gives as many keys as asked for, in order, with room between them', () => {
  const keys = keysFor(Array.from({ length: 1000 }, (_, i) => `id${i}`));
  expect(keys).toEqual([...new Set(keys)].toSorted());
  expect(keys.every((key, i) => keyBetween(keys[i - 1] ?? null, key, 'x') !== null)).toBe(true);
  expect(keysFor([])).toEqual([]);
});
