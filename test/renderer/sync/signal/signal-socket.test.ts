import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { prepareSocket } from '../../../../renderer/sync/signal/ready-sockets.ts';
import { openSignalSocket, type SignalSocket } from '../../../../renderer/sync/signal/signal-socket.ts';
import { FakeWebSocket } from '../../../doubles/fake-web-socket.ts';

let socket: SignalSocket;
let events: string[];
let answer: 'refused' | 'fine';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.spyOn(Math, 'random').mockReturnValue(1);
  FakeWebSocket.made = [];
  events = [];
  answer = 'fine';
  socket = openSignalSocket('ws://a/signal', '{"type":"ping"}', {
    onOpen: () => events.push('open'),
    onText: () => answer,
    onDown: () => events.push('down'),
    onState: (state) => events.push(state),
  });
});
afterEach(() => {
  socket.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const made = () => FakeWebSocket.made.length;

/** Answers every ping for so long. */
function live(ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    vi.advanceTimersByTime(100);
    const own = FakeWebSocket.last();
    if (own.sent.splice(0).length > 0) own.says({ type: 'pong' });
  }
}

describe('a signal socket', () => {
  test('is up once the relay has said something, and stays so while it answers', () => {
    FakeWebSocket.last().open();
    expect(socket.state).toBe('trying');
    FakeWebSocket.last().says({ type: 'pong' });
    expect(socket.state).toBe('up');
    live(120_000);
    expect(made()).toBe(1);
    expect(events).toEqual(['open', 'up']);
  });

  test('asks after two seconds of silence and leaves after five, without waiting for the closing', () => {
    const first = FakeWebSocket.last();
    first.open();
    first.says({ type: 'pong' });
    vi.advanceTimersByTime(2_500);
    expect(first.sent).toEqual([{ type: 'ping' }]);
    expect(events).toEqual(['open', 'up']);
    vi.advanceTimersByTime(3_000);
    expect(first.closed).toBe(true);
    expect(events).toEqual(['open', 'up', 'down', 'trying']);
    vi.advanceTimersByTime(300);
    expect(made()).toBe(2);
  });

  test('whose timers were held back for a minute first asks, and does not take itself for dead', () => {
    FakeWebSocket.last().open();
    FakeWebSocket.last().says({ type: 'pong' });
    vi.setSystemTime(Date.now() + 60_000);
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    vi.advanceTimersByTime(500);
    expect(FakeWebSocket.last().sent).toEqual([{ type: 'ping' }]);
    expect(made()).toBe(1);
  });

  /** Milliseconds between the tries of 40 seconds; `each` gets the newest one every 50 ms. */
  function gapsWhile(each: (newest: FakeWebSocket) => void): readonly number[] {
    const times: number[] = [];
    let known = 1;
    for (let time = 0; time < 40_000; time += 50) {
      vi.advanceTimersByTime(50);
      if (made() > known) times.push(time);
      known = made();
      each(FakeWebSocket.last());
    }
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  }

  test('that nothing answers gives a try four seconds and begins the next one at once', () => {
    for (const gap of gapsWhile(() => {})) {
      expect(gap).toBeGreaterThanOrEqual(4_000);
      expect(gap).toBeLessThanOrEqual(4_500);
    }
    expect(socket.state).toBe('down');
  });

  test('whose tries fail at once waits longer after each, up to three seconds', () => {
    let broken: FakeWebSocket | null = null;
    const gaps = gapsWhile((newest) => {
      if (newest !== broken) newest.breaks();
      broken = newest;
    });
    expect(gaps[0]).toBeLessThan(1_500);
    for (const gap of gaps) expect(gap).toBeLessThanOrEqual(3_100);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(3_000);
    expect(socket.state).toBe('down');
  });

  test('kicked tries at once, unless a try has only begun or must not be given up', () => {
    FakeWebSocket.last().breaks();
    expect(made()).toBe(1);
    socket.kick(true);
    expect(made()).toBe(2);
    socket.kick(true);
    expect(made()).toBe(2);
    vi.advanceTimersByTime(600);
    socket.kick(false);
    expect(made()).toBe(2);
    socket.kick(true);
    expect(made()).toBe(3);
    expect(FakeWebSocket.made[1]?.closed).toBe(true);
  });

  test('kicked while up must hear something within a moment', () => {
    FakeWebSocket.last().open();
    FakeWebSocket.last().says({ type: 'pong' });
    socket.kick(true);
    socket.kick(true);
    expect(FakeWebSocket.last().sent).toEqual([{ type: 'ping' }]);
    vi.advanceTimersByTime(2_000);
    expect(events).toEqual(['open', 'up', 'down', 'trying']);
  });

  test('that is refused says so and is in no hurry', () => {
    answer = 'refused';
    FakeWebSocket.last().open();
    FakeWebSocket.last().says({ type: 'refused', reason: 'busy' });
    FakeWebSocket.last().breaks();
    expect(socket.state).toBe('refused');
    vi.advanceTimersByTime(14_000);
    expect(made()).toBe(1);
    vi.advanceTimersByTime(1_500);
    expect(made()).toBe(2);
    expect(events).toEqual(['open', 'refused', 'down']);
    answer = 'fine';
    FakeWebSocket.last().open();
    FakeWebSocket.last().says({ type: 'pong' });
    expect(socket.state).toBe('up');
  });

  test('that is let in and thrown out again and again slows down', () => {
    for (let round = 0; round < 6; round += 1) {
      FakeWebSocket.last().open();
      FakeWebSocket.last().says({ type: 'pong' });
      FakeWebSocket.last().breaks();
      vi.advanceTimersByTime(3_000);
    }
    FakeWebSocket.last().breaks();
    const known = made();
    vi.advanceTimersByTime(2_900);
    expect(made()).toBe(known);
  });

  test('to an address that the page may not reach keeps trying quietly', () => {
    socket.stop();
    vi.stubGlobal(
      'WebSocket',
      class {
        constructor() {
          throw new DOMException('An insecure WebSocket connection may not be initiated', 'SecurityError');
        }
      },
    );
    const states: string[] = [];
    const own = openSignalSocket('ws://a/signal', '', {
      onOpen: () => {},
      onText: () => 'fine',
      onDown: () => {},
      onState: (state) => states.push(state),
    });
    vi.advanceTimersByTime(20_000);
    expect(states).toEqual(['trying', 'down']);
    own.stop();
  });

  test('stopped does nothing more', () => {
    socket.stop();
    vi.advanceTimersByTime(60_000);
    expect(made()).toBe(1);
    expect(FakeWebSocket.last().closed).toBe(true);
  });
});

describe('a socket that was prepared', () => {
  const URL = 'ws://prepared/signal';
  const open = (heard: unknown[] = []) => {
    const opened = openSignalSocket(URL, '{"type":"ping"}', {
      onOpen: () => heard.push('open'),
      onText: (text) => {
        heard.push(text);
        return 'fine';
      },
      onDown: () => heard.push('down'),
      onState: (state) => heard.push(state),
    });
    onTestFinished(() => opened.stop());
    return opened;
  };

  test('says nothing by itself', () => {
    prepareSocket(URL);
    prepareSocket(URL);
    FakeWebSocket.last(URL).open();
    vi.advanceTimersByTime(9_000);
    expect(FakeWebSocket.last(URL).sent).toEqual([]);
    expect(FakeWebSocket.made.filter(({ url }) => url === URL)).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(FakeWebSocket.last(URL).closed).toBe(true);
  });

  test('is taken over with what the relay has said, once its taker listens', async () => {
    prepareSocket(URL);
    const prepared = FakeWebSocket.last(URL);
    prepared.open();
    prepared.says({ type: 'ice' });
    const heard: unknown[] = [];
    const taken = open(heard);
    expect(heard).toEqual([]);
    await Promise.resolve();
    expect(heard).toEqual(['open', '{"type":"ice"}', 'up']);
    vi.advanceTimersByTime(2_500);
    expect(prepared.sent).toEqual([{ type: 'ping' }]);
    vi.advanceTimersByTime(3_000);
    expect(heard.slice(3)).toEqual(['down', 'trying']);
    expect(prepared.closed).toBe(true);
    expect(taken.state).toBe('trying');
    vi.advanceTimersByTime(300);
    expect(FakeWebSocket.last(URL)).not.toBe(prepared);
  });

  test('is taken over while it is being opened', () => {
    prepareSocket(URL);
    const heard: unknown[] = [];
    const taken = open(heard);
    FakeWebSocket.last(URL).open();
    FakeWebSocket.last(URL).says({ type: 'pong' });
    expect(heard).toEqual(['open', '{"type":"pong"}', 'up']);
    expect(taken.state).toBe('up');
    expect(FakeWebSocket.made.filter(({ url }) => url === URL)).toHaveLength(1);
  });

  test.each(['closed', 'talkative', 'forgotten'])('and is %s is not taken: another is made', (how) => {
    prepareSocket(URL);
    const prepared = FakeWebSocket.last(URL);
    if (how === 'closed') prepared.breaks();
    if (how === 'talkative') for (let text = 0; text < 9; text += 1) prepared.says({ type: 'pong' });
    if (how === 'forgotten') vi.advanceTimersByTime(10_000);
    open();
    expect(FakeWebSocket.last(URL)).not.toBe(prepared);
  });

  test('is the next one only for one taker, who stops it', () => {
    prepareSocket(URL);
    const prepared = FakeWebSocket.last(URL);
    prepared.open();
    const taken = open();
    open();
    expect(FakeWebSocket.last(URL)).not.toBe(prepared);
    taken.stop();
    expect(prepared.closed).toBe(true);
  });
});
