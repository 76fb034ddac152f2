import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeartbeat } from '../../../../renderer/sync/link/heartbeat.ts';

const GAP = 3_000;
const NOTHING = new Uint8Array(0);

test('measures the way there and back, without the time the beat lay at the other end', () => {
  const [a, b] = [createHeartbeat(0, GAP), createHeartbeat(0, GAP)];
  b.read(5_020, a.write(1_000, NOTHING));
  a.read(1_740, b.write(5_720, new Uint8Array([1])));
  expect(a.rttMs).toBeCloseTo(40);
  expect(a.answeredUpTo).toBe(1_000);
  expect(a.read(1_900, b.write(5_860, new Uint8Array([1, 2])))).toEqual(new Uint8Array([1, 2]));
  expect(a.rttMs).toBeCloseTo(40);
});

test('does not take a beat that lay in a dead line for a long way', () => {
  const [a, b] = [createHeartbeat(0, GAP), createHeartbeat(0, GAP)];
  a.heard(900);
  b.read(60_000, a.write(1_000, NOTHING));
  a.heard(60_010);
  a.read(60_010, b.write(60_005, NOTHING));
  expect(a.rttMs).toBeNull();
  expect(a.answeredUpTo).toBe(1_000);
});

test('counts as silence only what it listened to', () => {
  const beat = createHeartbeat(0, GAP);
  beat.heard(1_000);
  expect(beat.tick(1_500, 2_000)).toBe(1_500);
  expect(beat.silence(1_500)).toBe(500);
  // Asleep for a minute.
  expect(beat.tick(61_500, 2_000)).toBe(2_000);
  expect(beat.silence(61_500)).toBe(2_500);
  expect(beat.lastHeard).toBe(1_000);
  beat.tick(63_000, 2_000);
  expect(beat.silence(63_000)).toBe(4_000);
});

test('any bytes leave it with a number or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (junk) => {
      const beat = createHeartbeat(0, GAP);
      const payload = beat.read(1_000, junk);
      expect(payload === null).toBe(junk.length < 24);
      expect(beat.rttMs === null || (beat.rttMs >= 0 && beat.rttMs < 120_000)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
