import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssembler } from '../../../../renderer/sync/link/assembler.ts';
import { type ByteSink, createOutbox } from '../../../../renderer/sync/link/outbox.ts';
import { SMALL } from '../../../../renderer/sync/link/tuning.ts';
import { readWire } from '../../../../renderer/sync/link/wire.ts';

const TUNING = { chunk: 32_768, high: 262_144, low: 65_536 };

/** A line that keeps what it is given until it is let through. */
function createLine() {
  const lying: Uint8Array[] = [];
  const line = {
    readyState: 'open',
    bufferedAmount: 0,
    bufferedAmountLowThreshold: 0,
    most: 0,
    send: (bytes: Uint8Array) => {
      lying.push(bytes);
      line.bufferedAmount += bytes.length;
      line.most = Math.max(line.most, line.bufferedAmount);
    },
    take: () => {
      const bytes = lying.shift();
      line.bufferedAmount -= bytes?.length ?? 0;
      return bytes;
    },
  };
  return line satisfies ByteSink;
}

/** Empties it; the messages in the order in which they became whole, by their first byte and length. */
function drain(line: ReturnType<typeof createLine>, drained: () => void): [number, number][] {
  const assembler = createAssembler({ maxMessage: 1e9, maxOpen: 2, assembleMs: 1 });
  const got: [number, number][] = [];
  for (let bytes = line.take(); bytes; bytes = line.take()) {
    expect(bytes.length).toBeLessThanOrEqual(TUNING.chunk);
    const message = readWire(bytes);
    if (message?.code === 'whole') got.push([message.body[0] ?? 0, message.body.length]);
    if (message?.code === 'first' || message?.code === 'next') {
      const put = assembler.add(message);
      expect(put.outcome).not.toBe('breach');
      if (put.outcome === 'whole') got.push([put.bytes[0] ?? 0, put.bytes.length]);
    }
    if (line.bufferedAmount <= line.bufferedAmountLowThreshold) drained();
  }
  return got;
}

test('every message arrives whole, small and large ones each in their order', () => {
  const sizes = fc.array(
    fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200_000 }), fc.constant(SMALL)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(sizes, (lengths) => {
      const line = createLine();
      let time = 0;
      const outbox = createOutbox(line, TUNING, () => time++);
      const messages = lengths.map((length, i) => new Uint8Array(length).fill(i + 1));
      for (const message of messages) outbox.push('frame', message);
      const got = drain(line, outbox.drained);
      const of = (list: readonly (readonly [number, number])[], small: boolean) =>
        list.filter(([, length]) => length <= SMALL === small);
      const sent = messages.map(({ length }, i) => [i + 1, length] as const);
      expect(of(got, true)).toEqual(of(sent, true));
      expect(of(got, false)).toEqual(of(sent, false));
      expect(outbox.queuedBytes).toBe(0);
    }),
  );
});

test('no more of a large message lies in the browser than the limit; a small one goes past the rest', () => {
  const line = createLine();
  const outbox = createOutbox(line, TUNING, () => 0);
  outbox.push('frame', new Uint8Array(2_000_000).fill(1));
  expect(line.most).toBeLessThanOrEqual(TUNING.high + TUNING.chunk);
  expect(outbox.queuedBytes).toBeGreaterThan(2_000_000);
  outbox.push('beat', new Uint8Array(100).fill(2));
  expect(drain(line, outbox.drained)).toEqual([
    [2, 100],
    [1, 2_000_000],
  ]);
});

test('on a slow line less is handed over, so that a small message does not wait for seconds', () => {
  const line = createLine();
  let time = 0;
  const outbox = createOutbox(line, TUNING, () => time);
  outbox.push('frame', new Uint8Array(3_000_000));
  const lengths: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    time += 300;
    line.take();
    if (line.bufferedAmount <= line.bufferedAmountLowThreshold) outbox.drained();
    lengths.push(line.bufferedAmount);
  }
  expect(Math.max(...lengths.slice(20))).toBeLessThanOrEqual(3 * TUNING.chunk);
});

test('a line that closed takes nothing and nothing is thrown', () => {
  const line = createLine();
  const outbox = createOutbox(line, TUNING, () => 0);
  line.send = () => {
    throw new DOMException('closing', 'InvalidStateError');
  };
  outbox.push('frame', new Uint8Array(10));
  outbox.push('frame', new Uint8Array(100_000));
  line.readyState = 'closed';
  outbox.push('frame', new Uint8Array(10));
  outbox.clear();
  expect(outbox.queuedBytes).toBe(0);
});
