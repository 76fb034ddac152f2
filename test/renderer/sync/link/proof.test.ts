import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hello } from '../../../../renderer/sync/link/link-types.ts';
import { createHandshake, decodeHello, equalBytes } from '../../../../renderer/sync/link/proof.ts';

const HELLO: Hello = {
  protocol: 3,
  schema: 1,
  user: 'u',
  device: 'd',
  session: 's',
  client: 7,
  name: 'Zoë',
};
const KEY = new Uint8Array(32).fill(9);

interface Side {
  readonly prints: readonly [string, string];
  readonly nonce: number;
  readonly hello?: Partial<Hello>;
  readonly key?: Uint8Array;
}
const side = ({ prints, nonce, hello, key = KEY }: Side) =>
  createHandshake({
    hello: { ...HELLO, ...hello },
    proofKey: key,
    fingerprints: { local: prints[0], remote: prints[1] },
    nonce: new Uint8Array(32).fill(nonce),
  });
const ann = (more: Partial<Side> = {}) => side({ prints: ['sha-256 aa', 'sha-256 bb'], nonce: 1, ...more });
const bob = (more: Partial<Side> = {}) => side({ prints: ['sha-256 bb', 'sha-256 aa'], nonce: 2, ...more });

describe('a handshake', () => {
  test('proves both ends to each other, and who they are', () => {
    const [a, b] = [ann(), bob({ hello: { name: 'Bob', session: 'other' } })];
    expect([a.takeHello(b.ownHello), b.takeHello(a.ownHello)]).toEqual(['answer', 'answer']);
    expect([a.takeProof(b.proof()), b.takeProof(a.proof())]).toEqual(['proven', 'proven']);
    expect(a.theirs).toEqual({ ...HELLO, name: 'Bob', session: 'other' });
    expect(b.theirs).toEqual(HELLO);
  });

  test.each([
    ['another secret', bob({ key: new Uint8Array(32).fill(8) })],
    ['another certificate than the one on the line', bob({ prints: ['sha-256 cc', 'sha-256 aa'] })],
    ['a proof made for another line', bob({ prints: ['sha-256 bb', 'sha-256 cc'] })],
  ])('with %s is refused', (_, b) => {
    const a = ann();
    a.takeHello(b.ownHello);
    b.takeHello(a.ownHello);
    expect(a.takeProof(b.proof())).toBe('refused');
    expect(a.proven).toBe(false);
  });

  test('does not take its own words for an answer', () => {
    const a = ann();
    expect(a.takeHello(a.ownHello)).toBe('refused');
    // A mirror with a certificate and a nonce of its own, which returns our proof.
    const mirror = bob();
    a.takeHello(mirror.ownHello);
    expect(a.takeProof(a.proof())).toBe('refused');
    expect(ann({ prints: ['x', 'x'] }).takeHello(mirror.ownHello)).toBe('refused');
  });

  test('does not take a proof of an earlier handshake', () => {
    const [a, b] = [ann(), bob()];
    a.takeHello(b.ownHello);
    b.takeHello(a.ownHello);
    const old = b.proof();
    const again = ann({ nonce: 5 });
    again.takeHello(b.ownHello);
    expect(again.takeProof(old)).toBe('refused');
  });

  test('has one hello and one proof, in this order', () => {
    const [a, b] = [ann(), bob()];
    expect(a.takeProof(new Uint8Array(32))).toBe('refused');
    expect(a.takeHello(b.ownHello)).toBe('answer');
    expect(a.takeHello(bob({ nonce: 3 }).ownHello)).toBe('refused');
  });

  test('with another protocol is refused, with another document version not', () => {
    expect(ann().takeHello(bob({ hello: { protocol: 4 } }).ownHello)).toBe('refused');
    expect(ann().takeHello(bob({ hello: { schema: 99 } }).ownHello)).toBe('answer');
  });

  test('changed in any one bit is refused', () => {
    const [a, b] = [ann(), bob()];
    fc.assert(
      fc.property(fc.nat(b.ownHello.length * 8 - 1), (bit) => {
        const changed = b.ownHello.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const fresh = ann();
        b.takeHello(a.ownHello);
        if (fresh.takeHello(changed) === 'answer') expect(fresh.takeProof(b.proof())).toBe('refused');
      }),
    );
  });
});

describe('a hello', () => {
  const encode = (value: unknown) =>
    new Uint8Array([...new Uint8Array(32), ...new TextEncoder().encode(JSON.stringify(value))]);

  test.each([
    ['no object', 5],
    ['null', null],
    ['a list', []],
    ['a missing name', { ...HELLO, name: undefined }],
    ['an empty device', { ...HELLO, device: '' }],
    ['an endless user', { ...HELLO, user: 'x'.repeat(101) }],
    ['a name that is no text', { ...HELLO, name: { toString: 'x' } }],
    ['a fraction', { ...HELLO, client: 0.5 }],
    ['a negative number', { ...HELLO, schema: -1 }],
  ])('with %s is none', (_, value) => {
    expect(decodeHello(encode(value))).toBeNull();
  });

  test('with fields of a later version is read, without them', () => {
    expect(decodeHello(encode({ ...HELLO, colour: 'red' }))).toEqual(HELLO);
  });

  test('of any bytes is none, and never an error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => decodeHello(junk) === null));
  });

  test('carries a name that is too long as far as it may be', () => {
    const long = side({ prints: ['a', 'b'], nonce: 1, hello: { name: 'n'.repeat(500) } });
    expect(decodeHello(long.ownHello)?.name).toBe('n'.repeat(200));
  });
});

test('bytes are equal if all of them are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (a, b) => {
      expect(equalBytes(a, a.slice())).toBe(true);
      expect(equalBytes(a, b)).toBe(String(a) === String(b));
    }),
  );
});
