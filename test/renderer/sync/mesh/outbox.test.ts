import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOutbox } from '../../../../renderer/sync/mesh/outbox.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('changes that go in several messages are told as sent with the last of them', async () => {
  const outbox = createOutbox({
    now: () => performance.now(),
    lanes: () => 1,
    encodePresence: () => new Uint8Array(),
  });
  const sent: [bytes: number, changes: boolean][] = [];
  const lane = {
    send: ([part]: readonly Uint8Array[], changes: boolean) => {
      sent.push([part?.byteLength ?? 0, changes]);
    },
    skip: () => {},
  };
  outbox.change(new Uint8Array(3_000_000), [lane]);
  outbox.change(new Uint8Array(2_000_000), [lane]);
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.map(([bytes, changes]) => [Math.round(bytes / 1_000_000), changes])).toEqual([
    [3, false],
    [2, true],
  ]);
});
