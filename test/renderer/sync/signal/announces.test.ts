import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnnounceGate, createAnnounceTimer } from '../../../../renderer/sync/signal/announces.ts';

describe('announces that go out', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('go at once, and those of the next second become one', () => {
    let sent = 0;
    const timer = createAnnounceTimer(
      () => {
        sent += 1;
      },
      () => Date.now(),
    );
    for (let count = 0; count < 50; count += 1) timer.ask();
    expect(sent).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(sent).toBe(2);
    vi.advanceTimersByTime(5_000);
    expect(sent).toBe(2);
    timer.ask();
    expect(sent).toBe(3);
  });

  test('stop with the connection', () => {
    let sent = 0;
    const timer = createAnnounceTimer(
      () => {
        sent += 1;
      },
      () => Date.now(),
    );
    timer.ask();
    timer.ask();
    timer.stop();
    vi.advanceTimersByTime(5_000);
    expect(sent).toBe(1);
  });
});

describe('announces that come in', () => {
  test('of one who never answers are ignored for longer and longer', () => {
    const gate = createAnnounceGate();
    const heardAt: number[] = [];
    let was = false;
    for (let now = 0; now < 200_000; now += 1_000) {
      const heard = gate.letsIn('ghost', now);
      if (heard && !was) heardAt.push(now / 1_000);
      was = heard;
    }
    // Fifteen seconds to answer, then ten, twenty, forty, eighty of silence.
    expect(heardAt).toEqual([0, 25, 60, 115]);
  });

  test('of many ghosts at once leave room, and the living are always heard', () => {
    const gate = createAnnounceGate();
    gate.heardSignal('anna');
    const ghosts = Array.from({ length: 1_000 }, (_, index) => gate.letsIn(`ghost${index}`, 0));
    expect(ghosts.filter(Boolean)).toHaveLength(24);
    expect(gate.letsIn('anna', 1)).toBe(true);
    expect(gate.letsIn('anna', 1_000_000)).toBe(true);
    expect(gate.letsIn('ben', 1)).toBe(false);
    expect(gate.letsIn('ben', 15_000)).toBe(true);
  });

  test('of a ghost that turns out to live are heard again', () => {
    const gate = createAnnounceGate();
    gate.letsIn('late', 0);
    expect(gate.letsIn('late', 16_000)).toBe(false);
    gate.heardSignal('late');
    expect(gate.letsIn('late', 16_001)).toBe(true);
  });
});
