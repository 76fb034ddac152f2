import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssembler } from '../../../../renderer/sync/link/assembler.ts';
import { readWire } from '../../../../renderer/sync/link/wire.ts';

const LIMITS = { maxMessage: 1_000, maxOpen: 4, assembleMs: 100 };
const first = (stream: number, total: number, length: number) =>
  ({ code: 'first', kind: 'frame', stream, total, body: new Uint8Array(length).fill(stream) }) as const;
const next = (stream: number, length: number) =>
  ({ code: 'next', stream, body: new Uint8Array(length).fill(stream) }) as const;

test('pieces of several messages make each of them whole', () => {
  const assembler = createAssembler(LIMITS);
  expect(assembler.add(first(1, 5, 2)).outcome).toBe('part');
  expect(assembler.add(first(2, 4, 3)).outcome).toBe('part');
  expect(assembler.add(next(1, 3))).toEqual({
    outcome: 'whole',
    kind: 'frame',
    bytes: new Uint8Array(5).fill(1),
  });
  expect(assembler.add(next(2, 1)).outcome).toBe('whole');
  expect(assembler.add(first(1, 900, 1)).outcome).toBe('part');
});

test.each([
  ['a piece of nothing', [next(1, 1)]],
  ['a message begun twice', [first(1, 9, 1), first(1, 9, 1)]],
  ['more bytes than were announced', [first(1, 5, 2), next(1, 4)]],
  ['a piece without bytes', [first(1, 5, 2), next(1, 0)]],
  ['a message over the limit', [first(1, 1_001, 1)]],
  ['messages over the limit together', [first(1, 600, 1), first(2, 600, 1)]],
  ['a fifth message at once', [1, 2, 3, 4, 5].map((stream) => first(stream, 9, 1))],
] as const)('%s is a breach', (_, pieces) => {
  const assembler = createAssembler(LIMITS);
  const outcomes = pieces.map((piece) => assembler.add(piece).outcome);
  expect(outcomes.pop()).toBe('breach');
  expect(outcomes.every((outcome) => outcome === 'part')).toBe(true);
});

test('a message that gets no piece for long is a breach, one that grows slowly is not', () => {
  const assembler = createAssembler(LIMITS);
  assembler.add(first(1, 100, 1));
  for (let round = 0; round < 50; round += 1) {
    expect(assembler.age(90)).toBe(false);
    assembler.add(next(1, 1));
  }
  expect(assembler.age(100)).toBe(false);
  expect(assembler.age(1)).toBe(true);
});

test('no bytes make it keep more than the limit or fail', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 30 }), { maxLength: 60 }), (messages) => {
      const assembler = createAssembler(LIMITS);
      for (const bytes of messages) {
        bytes[0] = 5 + ((bytes[0] ?? 0) % 2);
        if (bytes.length > 9) bytes.fill(0, 2, 5).fill(0, 6, 8);
        const piece = readWire(bytes);
        if (piece?.code !== 'first' && piece?.code !== 'next') continue;
        const got = assembler.add(piece);
        if (got.outcome === 'whole') expect(got.bytes.length).toBeLessThanOrEqual(LIMITS.maxMessage);
      }
    }),
    { numRuns: 1_000 },
  );
});
