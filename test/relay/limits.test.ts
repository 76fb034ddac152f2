import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddressBook } from '../../electron/relay/address-book.ts';
import { createAllowance } from '../../electron/relay/allowance.ts';
import { clientAddress } from '../../electron/relay/client-address.ts';

describe('an allowance', () => {
  test('gives so much at once and so much a second', () => {
    const allowance = createAllowance(3, 2, 0);
    expect([0, 0, 0, 0, 400, 500, 501].map((now) => allowance.take(1, now))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(allowance.isWhole(1_900)).toBe(false);
    expect(allowance.isWhole(3_000)).toBe(true);
  });

  test('never gives more over any time than its burst and its rate', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(gaps, (waits) => {
        const allowance = createAllowance(10, 20, 0);
        let now = 0;
        let taken = 0;
        for (const wait of waits) {
          now += wait;
          if (allowance.take(1, now)) taken += 1;
          expect(taken).toBeLessThanOrEqual(10 + (now * 20) / 1_000 + 1e-6);
        }
      }),
    );
  });
});

describe('the book of addresses', () => {
  const LIMITS = { connectionsPerAddress: 2, openBurst: 5, opensPerSecond: 1 };

  test('lets one address have its number of connections, and others theirs', () => {
    const book = createAddressBook(LIMITS);
    const first = book.enter('a', 0);
    expect(book.enter('a', 0)).not.toBeNull();
    expect(book.enter('a', 0)).toBeNull();
    expect(book.enter('b', 0)).not.toBeNull();
    first?.leave();
    first?.leave();
    expect(book.enter('a', 0)).not.toBeNull();
    expect(book.enter('a', 0)).toBeNull();
  });

  test('slows down who opens and closes without end', () => {
    const book = createAddressBook(LIMITS);
    const entered = Array.from({ length: 100 }, () => book.enter('a', 0)).map((entry) => {
      entry?.leave();
      return entry !== null;
    });
    expect(entered.filter(Boolean)).toHaveLength(2);
    const later = Array.from({ length: 10 }, (_, second) => {
      const entry = book.enter('a', (second + 1) * 1_000);
      entry?.leave();
      return entry !== null;
    });
    expect(later.every(Boolean)).toBe(true);
  });

  test('forgets an address once it is gone and quiet', () => {
    const book = createAddressBook(LIMITS);
    const entry = book.enter('a', 0);
    book.sweep(60_000);
    expect(book.size).toBe(1);
    entry?.leave();
    book.sweep(60_000);
    expect(book.size).toBe(0);
  });
});

describe('the address a client is counted by', () => {
  test.each([
    ['as it connects', '203.0.113.7', undefined, '203.0.113.7'],
    ['an IPv4 one on an IPv6 socket', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['the network of an IPv6 one', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['a short IPv6 one', '2001:db8::1', undefined, '2001:db8:0:0'],
    ['this computer', '::1', undefined, '0:0:0:0'],
    ['what the proxy wrote last', '127.0.0.1', '198.51.100.9, 203.0.113.7', '203.0.113.7'],
    ['the proxy where it wrote nothing', '127.0.0.1', '', '127.0.0.1'],
    ['the proxy where it wrote nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['nobody any more', undefined, undefined, ''],
  ])('is %s', (_what, remote, forwarded, expected) => {
    expect(clientAddress(remote, forwarded)).toBe(expected);
  });
});
