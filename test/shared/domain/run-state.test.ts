import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventId, ItemId } from '../../../shared/domain/ids.ts';
import type { RunEvent } from '../../../shared/domain/run-event.ts';
import { clockAt, deriveRun, elapsedAt, formatTimer, pressTime } from '../../../shared/domain/run-state.ts';
import { type Duration, type Instant, minutes } from '../../../shared/domain/time.ts';

const A = 'a' as ItemId;
const B = 'b' as ItemId;
const C = 'c' as ItemId;
const at = (min: number, seconds = 0) => (min * 60_000 + seconds * 1000) as Instant;

type Press = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'id' | 'at' | 'by'> : never) : never;
function pressed(id: string, when: Instant, press: Press): RunEvent {
  return { id: id as EventId, at: when, by: 'Mara', ...press } as RunEvent;
}
const start = (id: string, when: Instant, item: ItemId) => pressed(id, when, { type: 'start', item });
const next = (id: string, when: Instant, from: ItemId, to: ItemId) =>
  pressed(id, when, { type: 'next', from, to });
const plain = (id: string, when: Instant, type: 'pause' | 'resume' | 'end') => pressed(id, when, { type });
const undo = (id: string, when: Instant, event: string) =>
  pressed(id, when, { type: 'undo', event: event as EventId });
const extend = (id: string, when: Instant, item: ItemId, min: number) =>
  pressed(id, when, { type: 'extend', item, minutes: min });

describe('the run of a meeting', () => {
  test('is before its start without presses', () => {
    expect(deriveRun([])).toMatchObject({ phase: 'before', item: null, lastEvent: null });
    expect(elapsedAt(deriveRun([]), at(5))).toBe(0);
  });

  test('R2: two chairs who start at once start once', () => {
    const state = deriveRun([start('1', at(0), A), start('2', at(0, 1), B)]);
    expect(state).toMatchObject({
      phase: 'running',
      item: A,
      startedAt: at(0),
      startEvent: '1',
      lastEvent: '1',
    });
  });

  test('R3: two chairs who advance at once advance once', () => {
    const state = deriveRun([start('1', at(0), A), next('2', at(10), A, B), next('3', at(10, 1), A, B)]);
    expect(state).toMatchObject({ item: B, startedAt: at(10), startEvent: '2' });
    expect(state.done.get(A)).toEqual({ start: at(0), end: at(10), spent: minutes(10) });
    expect([...state.done.keys()]).toEqual([A]);
  });

  test('R3: the first of two different ways onward counts', () => {
    const state = deriveRun([start('1', at(0), A), next('3', at(10, 1), A, C), next('2', at(10), A, B)]);
    expect(state.item).toBe(B);
  });

  test('R3: advancing ends a pause, and the pause is not spent', () => {
    const state = deriveRun([start('1', at(0), A), plain('2', at(4), 'pause'), next('3', at(10), A, B)]);
    expect(state).toMatchObject({ phase: 'running', item: B, pausedAt: null, pausedFor: 0 });
    expect(state.done.get(A)?.spent).toBe(minutes(4));
  });

  test('R4: pausing twice pauses once, resuming twice resumes once', () => {
    const state = deriveRun([
      start('1', at(0), A),
      plain('2', at(4), 'pause'),
      plain('3', at(5), 'pause'),
      plain('4', at(7), 'resume'),
      plain('5', at(8), 'resume'),
    ]);
    expect(state).toMatchObject({ phase: 'running', pausedFor: minutes(3), pausedAt: null });
    expect(elapsedAt(state, at(10))).toBe(minutes(7));
  });

  test('R4: a screen that last ticked just before the pause shows the paused time too', () => {
    const state = deriveRun([start('1', at(0), A), plain('2', at(4), 'pause')]);
    expect(elapsedAt(state, at(3, 59))).toBe(minutes(4));
  });

  test('R4: while paused the clock stands', () => {
    const state = deriveRun([start('1', at(0), A), plain('2', at(4), 'pause')]);
    expect(elapsedAt(state, at(60))).toBe(minutes(4));
  });

  test('R4: presses out of season change nothing', () => {
    const idle = deriveRun([plain('1', at(0), 'pause'), plain('2', at(1), 'end'), next('3', at(2), A, B)]);
    expect(idle).toEqual(deriveRun([]));
  });

  test('R5: a day ends, a later start opens the next, and an item goes on where it was', () => {
    const state = deriveRun([
      start('1', at(0), A),
      plain('2', at(20), 'end'),
      start('3', at(1440), A),
      next('4', at(1450), A, B),
    ]);
    expect(state).toMatchObject({ phase: 'running', item: B });
    expect(state.done.get(A)).toEqual({ start: at(0), end: at(1450), spent: minutes(30) });
  });

  test('R5: earlier time of an item counts on its clock', () => {
    const state = deriveRun([start('1', at(0), A), next('2', at(5), A, B), next('3', at(9), B, A)]);
    expect(elapsedAt(state, at(10))).toBe(minutes(6));
  });

  test('R6: an undone press was never made', () => {
    const before = [start('1', at(0), A), plain('2', at(3), 'pause'), plain('3', at(4), 'resume')];
    const state = deriveRun([...before, next('4', at(10), A, B), undo('5', at(10, 4), '4')]);
    expect(state).toEqual(deriveRun(before));
  });

  test('R6: an undo can be undone', () => {
    const on = [start('1', at(0), A), next('2', at(10), A, B)];
    const state = deriveRun([...on, undo('3', at(10, 4), '2'), undo('4', at(10, 6), '3')]);
    expect(state).toEqual(deriveRun(on));
  });

  test('R6: undos that name each other, or themselves, do not hang', () => {
    const state = deriveRun([
      start('1', at(0), A),
      undo('2', at(1), '3'),
      undo('3', at(1), '2'),
      undo('4', at(2), '4'),
    ]);
    expect(state.item).toBe(A);
  });

  test('R6: taking back an advance two chairs pressed at once stays with the item', () => {
    const presses = [start('1', at(0), A), next('2', at(10), A, B), next('3', at(10, 1), A, B)];
    expect(deriveRun([...presses, undo('4', at(10, 5), '2')]).item).toBe(A);
    expect(deriveRun([...presses, undo('4', at(10, 5), '3')]).item).toBe(A);
  });

  test('R6: advancing again after the undo advances', () => {
    const presses = [start('1', at(0), A), next('2', at(10), A, B), undo('3', at(10, 3), '2')];
    expect(deriveRun([...presses, next('4', at(10, 6), A, B)])).toMatchObject({
      item: B,
      startedAt: at(10, 6),
    });
  });

  test('R7: added minutes add up, for their item', () => {
    const state = deriveRun([extend('1', at(0), A, 5), start('2', at(1), A), extend('3', at(2), A, -2)]);
    expect([...state.extended]).toEqual([[A, 3]]);
  });

  test('R8: presses nobody knows and times that are none change nothing', () => {
    const foreign = { id: 'x', at: at(1), by: '', type: 'vote' } as unknown as RunEvent;
    const broken = start('y', Number.NaN as Instant, B);
    const state = deriveRun([foreign, broken, start('1', at(2), A)]);
    expect(state).toEqual(deriveRun([start('1', at(2), A)]));
  });

  test('R1: a press is stamped after every press its author had seen', () => {
    const fast = start('1', at(9), A);
    expect(pressTime([fast], at(5))).toBe(at(9) + 1);
    expect(pressTime([fast], at(12))).toBe(at(12));
  });
});

describe('the clock', () => {
  const running = deriveRun([start('1', at(0), A)]);
  const clock = (now: Instant, planned: Duration | null = minutes(30)) =>
    clockAt(running, planned, 'topic', now);

  test('warns in the last sixth, at most the last 5 min', () => {
    expect(clock(at(24, 59)).phase).toBe('on-time');
    expect(clock(at(25)).phase).toBe('wrap-up');
    expect(clock(at(9, 59), minutes(12)).phase).toBe('on-time');
    expect(clock(at(10), minutes(12)).phase).toBe('wrap-up');
  });

  test('has a last minute, and is over at zero', () => {
    expect(clock(at(28, 59)).phase).toBe('wrap-up');
    expect(clock(at(29)).phase).toBe('last-minute');
    expect(clock(at(30))).toMatchObject({ phase: 'over', remaining: 0 });
    expect(clock(at(32, 10))).toMatchObject({ phase: 'over', remaining: -130_000 });
  });

  test('shows elapsed and remaining that add up to the length', () => {
    const shown = clock((at(25, 24) + 700) as Instant);
    expect([formatTimer(shown.elapsed), formatTimer(shown.remaining ?? (0 as Duration))]).toEqual([
      '25:24',
      '4:36',
    ]);
  });

  test('counts added minutes', () => {
    const state = deriveRun([start('1', at(0), A), extend('2', at(29), A, 5)]);
    expect(clockAt(state, minutes(30), 'topic', at(30))).toMatchObject({
      phase: 'wrap-up',
      length: minutes(35),
    });
  });

  test('has no end without a planned length', () => {
    expect(clock(at(7), null)).toEqual({
      phase: 'untimed',
      elapsed: minutes(7),
      remaining: null,
      length: null,
    });
  });

  test('a break is a break until it is over', () => {
    expect(clockAt(running, minutes(15), 'break', at(14, 30)).phase).toBe('break');
    expect(clockAt(running, minutes(15), 'break', at(15)).phase).toBe('over');
  });

  test('stands before the start and while paused', () => {
    expect(clockAt(deriveRun([]), minutes(30), 'topic', at(3)).phase).toBe('before');
    const paused = deriveRun([start('1', at(0), A), plain('2', at(31), 'pause')]);
    expect(clockAt(paused, minutes(30), 'topic', at(40))).toMatchObject({
      phase: 'paused',
      elapsed: minutes(31),
    });
  });

  test('writes m:ss, and h:mm:ss above an hour', () => {
    expect([0, 4, 276, 3599, 3600, 3730].map((s) => formatTimer((s * 1000) as Duration))).toEqual([
      '0:00',
      '0:04',
      '4:36',
      '59:59',
      '1:00:00',
      '1:02:10',
    ]);
    expect(formatTimer(-130_900 as Duration)).toBe('2:10');
  });
});

const item = fc.constantFrom(A, B, C);
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), item }),
  fc.record({ type: fc.constantFrom('pause' as const, 'resume' as const, 'end' as const) }),
  fc.record({ type: fc.constant('next' as const), from: item, to: item }),
  fc.record({ type: fc.constant('extend' as const), item, minutes: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ type: fc.constant('undo' as const), event: fc.nat(30).map((n) => `e${n}` as EventId) }),
);
const log = fc
  .array(fc.tuple(press, fc.nat(40 * 60)), { maxLength: 30 })
  .map((list) => list.map(([what, second], index) => pressed(`e${index}`, at(0, second), what)));

describe('any log of presses', () => {
  test('gives one state in every order, and with copies', () => {
    fc.assert(
      fc.property(
        log.chain((l) =>
          fc.tuple(fc.constant(l), fc.shuffledSubarray([...l, ...l], { minLength: l.length * 2 })),
        ),
        ([list, mixed]) => {
          expect(deriveRun(mixed)).toEqual(deriveRun(list));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never spends negative time, nor more than has passed', () => {
    fc.assert(
      fc.property(log, fc.nat(60 * 60), (list, second) => {
        const state = deriveRun(list);
        const times = list.map((event) => event.at);
        const now = Math.max(at(0, second), ...times) as Instant;
        const spent = [...state.done.values()].map((run) => run.spent as number);
        const live = elapsedAt(state, now) - (state.item ? (state.done.get(state.item)?.spent ?? 0) : 0);
        for (const length of [...spent, live]) expect(length).toBeGreaterThanOrEqual(0);
        const sum = spent.reduce((a, b) => a + b, 0) + live;
        expect(sum).toBeLessThanOrEqual(times.length ? now - Math.min(...times) : 0);
        for (const run of state.done.values()) expect(run.spent).toBeLessThanOrEqual(run.end - run.start);
      }),
      { numRuns: 500 },
    );
  });

  test('an undo of the last press, made at once, restores the state before it', () => {
    fc.assert(
      fc.property(log, press, (list, what) => {
        fc.pre(what.type !== 'undo' && what.type !== 'next');
        const when = pressTime(list, at(50));
        const last = pressed('last', when, what);
        const back = undo('undo', (when + 1) as Instant, 'last');
        expect(deriveRun([...list, last, back])).toEqual(deriveRun(list));
      }),
    );
  });
});
