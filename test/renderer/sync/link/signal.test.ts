import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { LinkSignal } from '../../../../renderer/sync/link/link-types.ts';
import { createNonce, isPolite, judgeSignal, readSignal } from '../../../../renderer/sync/link/signal.ts';
import { SDP } from './sdp.ts';

const OWN = '0000000000ff-00000000000000aa';
const OTHER = '000000000100-00000000000000bb';
const signal = (more: Partial<LinkSignal> = {}): LinkSignal => ({
  n: OTHER,
  g: 1,
  description: { type: 'offer', sdp: SDP },
  ...more,
});

test('of two links of a page the later has the higher nonce, and none is like another', () => {
  const first = createNonce();
  vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() + 1);
  const second = createNonce();
  expect(second > first).toBe(true);
  expect(readSignal(signal({ n: first }))?.n).toBe(first);
  expect(isPolite(first, second)).toBe(!isPolite(second, first));
});

describe('a signal', () => {
  test('is read in exactly its fields', () => {
    expect(readSignal({ ...signal({ r: OWN, answers: 'abcd' }), more: 1 })).toEqual(
      signal({ r: OWN, answers: 'abcd' }),
    );
  });

  test.each([
    ['no object', 'x'],
    ['no nonce', { ...signal(), n: undefined }],
    ['a nonce of another form', signal({ n: 'zz' })],
    ['a false addressee', { ...signal(), r: 5 }],
    ['generation 0', signal({ g: 0 })],
    ['a broken generation', signal({ g: 1.5 })],
    ['an endless generation', signal({ g: 1e12 })],
    ['no description', { ...signal(), description: null }],
    ['an endless tag', signal({ answers: 'x'.repeat(300) })],
  ])('with %s is none', (_, value) => {
    expect(readSignal(value)).toBeNull();
  });

  test('of any value is none, and never an error', () => {
    fc.assert(fc.property(fc.anything(), (value) => readSignal(value) === null));
  });
});

describe('who a signal is from', () => {
  test.each([
    ['the first one', signal(), null, 'stranger'],
    ['the one that is known', signal({ r: OWN }), OTHER, 'known'],
    ['a later link of the other end', signal({ n: '000000000101-00000000000000bb' }), OTHER, 'newer'],
    ['an earlier link of the other end', signal({ n: '0000000000fe-00000000000000bb' }), OTHER, 'stale'],
    [
      'one that is meant for an earlier link here',
      signal({ r: '000000000001-00000000000000aa' }),
      OTHER,
      'stale',
    ],
    ['ourselves', signal({ n: OWN }), OTHER, 'stale'],
  ] as const)('%s', (_, from, remote, verdict) => {
    expect(judgeSignal(from, OWN, remote)).toBe(verdict);
  });
});
