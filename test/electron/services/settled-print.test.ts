import { describe, expect, test } from 'vitest';
import { settledPrint } from '../../../electron/services/settled-print.ts';

/** A printer whose prints have these lengths, one after the other. */
function printer(...lengths: readonly number[]) {
  let count = 0;
  const print = async () => {
    count += 1;
    return new Uint8Array(lengths[count - 1] ?? 0).fill(count);
  };
  return { print, count: () => count };
}

describe('settledPrint', () => {
  test('never gives the first print, which asks for the fonts of the others', async () => {
    const { print, count } = printer(30, 30, 30);
    expect(await settledPrint(print)).toEqual(new Uint8Array(30).fill(2));
    expect(count()).toBe(2);
  });

  test('waits for fonts that come one by one', async () => {
    const { print } = printer(30, 40, 55, 55);
    expect(await settledPrint(print)).toEqual(new Uint8Array(55).fill(4));
  });

  test('gives what there is of a page that never looks the same twice', async () => {
    const { print, count } = printer(1, 2, 3, 4, 5, 6, 7);
    expect(await settledPrint(print)).toEqual(new Uint8Array(4).fill(4));
    expect(count()).toBe(4);
  });
});
