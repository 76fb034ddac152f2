// The life of a link under fake timers and a fake network; test/e2e/link.test.ts has the real ones.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLink } from '../../../../renderer/sync/link/link.ts';
import type { Hello, Link, LinkOptions, LinkSignal } from '../../../../renderer/sync/link/link-types.ts';
import { type FakeNet, fakeNet } from './fake-peer-connection.ts';

let net: FakeNet;
let slept = 0;

beforeEach(() => {
  vi.useFakeTimers();
  slept = 0;
  const running = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => running() + slept);
  net = fakeNet();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const hello = (name: string): Hello => ({
  protocol: 1,
  schema: 1,
  user: `u${name}`,
  device: `d${name}`,
  session: `s${name}`,
  client: 1,
  name,
});

interface End {
  readonly link: Link;
  /** What happened, in short words. */
  readonly log: string[];
  readonly frames: Uint8Array[];
}
type Carry = (signal: LinkSignal, to: (signal: LinkSignal) => void) => void;

function createEnd(name: string, send: (signal: LinkSignal) => void, more: Partial<LinkOptions> = {}): End {
  const log: string[] = [];
  const frames: Uint8Array[] = [];
  const link = createLink({
    hello: hello(name),
    proofKey: new Uint8Array(32),
    iceServers: [],
    beat: () => new Uint8Array(1),
    events: {
      onSignal: send,
      onOpen: () => log.push('opened'),
      onMessage: (kind, bytes) => {
        if (kind === 'frame') frames.push(bytes);
      },
      onDatagram: () => {},
      onState: (state) => log.push(state),
      onClose: (reason) => log.push(`! ${reason}`),
    },
    ...more,
  });
  return { link, log, frames };
}

const promptly: Carry = (signal, to) => void setTimeout(() => to(signal), 5);

function createPair(carry: Carry = promptly, more: Partial<LinkOptions> = {}): { a: End; b: End } {
  const ends: { a: End; b: End } = {
    a: createEnd('a', (signal) => carry(signal, (s) => ends.b.link.signal(s))),
    b: createEnd('b', (signal) => carry(signal, (s) => ends.a.link.signal(s)), more),
  };
  return ends;
}

/** Two that are open, and a relay that can be cut with the net. */
async function openPair(more: Partial<LinkOptions> = {}) {
  const relay = { down: false };
  const ends = createPair((signal, to) => {
    if (!relay.down) promptly(signal, to);
  }, more);
  await pass(500);
  expect([ends.a.log, ends.b.log]).toEqual([
    ['open', 'opened'],
    ['open', 'opened'],
  ]);
  return { ...ends, relay };
}
const states = (...ends: End[]) => ends.map(({ link }) => link.state);

describe('a link opens', () => {
  test('whatever the relay does to the signals, once at each end', async () => {
    const fate = fc.record({
      copies: fc.integer({ min: 0, max: 2 }),
      delay: fc.integer({ min: 0, max: 300 }),
    });
    const fates = fc.array(fate, { minLength: 1, maxLength: 40 });
    const property = fc.asyncProperty(fates, async (list) => {
      let at = 0;
      const { a, b } = createPair((signal, to) => {
        const { copies, delay } = list[at++] ?? { copies: 1, delay: 5 };
        for (let copy = 0; copy < copies; copy += 1) setTimeout(() => to(signal), delay * (copy + 1));
      });
      // The list is at its end after that long, even if all of it was lost.
      await pass(14_000);
      expect(states(a, b)).toEqual(['open', 'open']);
      a.link.send('frame', new Uint8Array([1]));
      b.link.send('frame', new Uint8Array([2]));
      await pass(100);
      expect([a.frames.length, b.frames.length]).toEqual([1, 1]);
      a.link.close('left');
      await pass(2_000);
      expect([states(a, b), net.connections.length, vi.getTimerCount()]).toEqual([
        ['closed', 'closed'],
        0,
        0,
      ]);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('with an answer to the signal that made it, and no offer of its own', async () => {
    const said: LinkSignal[] = [];
    const ends: { b?: End } = {};
    const a = createEnd('a', (signal) =>
      promptly(signal, (s) => {
        ends.b ??= createEnd('b', (answer) => {
          said.push(answer);
          promptly(answer, (t) => a.link.signal(t));
        });
        ends.b.link.signal(s);
      }),
    );
    await pass(500);
    expect(ends.b?.log).toEqual(['open', 'opened']);
    expect(said.every(({ description }) => description.type === 'answer')).toBe(true);
  });

  test('or is given up after two tries when nobody is there', async () => {
    const sent: LinkSignal[] = [];
    const { link, log } = createEnd('a', (signal) => sent.push(signal));
    await pass(14_500);
    expect(link.state).toBe('connecting');
    await pass(1_000);
    expect(log).toEqual(['closed', '! given-up']);
    expect(Math.max(...sent.map(({ g }) => g))).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('or is given up where the browser makes no more connections', async () => {
    vi.stubGlobal(
      'RTCPeerConnection',
      class {
        constructor() {
          throw new DOMException('too many', 'UnknownError');
        }
      },
    );
    const { log } = createEnd('a', () => {});
    await pass(16_000);
    expect(log).toEqual(['closed', '! given-up']);
  });
});

describe('a line that falls silent', () => {
  test('is told in time, mended by ICE first, then beside it, and given up at last', async () => {
    const { a, b, relay } = await openPair();
    net.cut = true;
    relay.down = true;
    await pass(4_000);
    expect(states(a, b)).toEqual(['suspect', 'suspect']);
    await pass(3_000);
    expect(states(a, b)).toEqual(['restarting', 'restarting']);
    expect(net.connections).toHaveLength(2);
    await pass(14_000);
    expect(net.connections).toHaveLength(4);
    await pass(125_000);
    expect(states(a, b)).toEqual(['restarting', 'restarting']);
    await pass(6_000);
    expect([a.log.at(-1), b.log.at(-1), vi.getTimerCount()]).toEqual(['! given-up', '! given-up', 0]);
  });

  test.each([10, 20, 45, 120])('goes on within 1.5 s after a cut of %d s', async (seconds) => {
    const { a, b, relay } = await openPair();
    net.cut = true;
    relay.down = true;
    await pass(seconds * 1_000);
    for (const pc of seconds > 30 ? net.connections : []) pc.fail();
    relay.down = false;
    net.heal();
    await pass(1_500);
    expect(states(a, b)).toEqual(['open', 'open']);
    a.link.send('frame', new Uint8Array([1]));
    await pass(50);
    expect(b.frames).toHaveLength(1);
    await pass(12_000);
    expect(net.connections).toHaveLength(2);
  });

  test('is replaced when its connection fails, while signals still go', async () => {
    const { a, b } = await openPair();
    const [first] = net.connections;
    first?.close();
    first?.onconnectionstatechange?.();
    await pass(1_000);
    expect(a.log.slice(2)).toEqual(['restarting', 'open', 'opened']);
    expect(b.log.slice(2)).toEqual(['restarting', 'open', 'opened']);
    expect(net.connections).toHaveLength(2);
  });

  test('tells of each opening before it asks what goes with the next heartbeat', async () => {
    const order: string[] = [];
    const { a, b } = await openPair({
      beat: () => {
        order.push('beat');
        return new Uint8Array(1);
      },
    });
    await pass(2_000);
    const opened = b.log.push.bind(b.log);
    b.log.push = (...words) => {
      order.push(...words);
      return opened(...words);
    };
    net.connections[1]?.close();
    await pass(1_000);
    expect(states(a, b)).toEqual(['open', 'open']);
    expect(order.slice(order.indexOf('restarting'), order.indexOf('opened') + 2)).toEqual([
      'restarting',
      'open',
      'opened',
      'beat',
    ]);
  });

  test('is looked at at once when asked', async () => {
    const { a, relay } = await openPair();
    net.cut = true;
    relay.down = true;
    a.link.check();
    await pass(1_500);
    expect(a.link.state).toBe('restarting');
  });

  test('is not thought dead by a computer that slept', async () => {
    const { a, b } = await openPair();
    slept += 300_000;
    await pass(1_500);
    expect(a.log).toEqual(['open', 'opened']);
    expect(states(a, b)).toEqual(['open', 'open']);
  });

  test('is watched even under a flood of signals', async () => {
    const { a, relay } = await openPair();
    net.cut = true;
    relay.down = true;
    for (let i = 0; i < 400; i += 1) {
      a.link.signal({ n: 'junk', g: i });
      await pass(10);
    }
    expect(a.link.state).toBe('suspect');
  });
});

describe('the other end', () => {
  test('is dropped for what cannot be taken, and told so', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const more = {
      events: {
        onSignal: () => {},
        onOpen: () => {},
        onMessage: () => {
          throw new Error('unbearable');
        },
        onDatagram: () => {},
        onState: () => {},
        onClose: () => {},
      },
    };
    const ends: { a: End; b: End } = {
      a: createEnd('a', (signal) => promptly(signal, (s) => ends.b.link.signal(s))),
      b: createEnd('b', () => {}, {
        events: {
          ...more.events,
          onSignal: (signal: LinkSignal) => promptly(signal, (s) => ends.a.link.signal(s)),
        },
      }),
    };
    await pass(500);
    ends.a.link.send('frame', new Uint8Array(1));
    await pass(500);
    expect([ends.b.link.state, ends.a.log.at(-1)]).toEqual(['closed', '! refused']);
    expect(warn).toHaveBeenCalledOnce();
  });

  test('can send any bytes: the link goes on or ends, nothing is thrown', async () => {
    const message = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc
        .tuple(fc.integer({ min: 0, max: 7 }), fc.uint8Array({ maxLength: 30 }))
        .map(([code, rest]) => new Uint8Array([code, ...rest])),
    );
    let ended = 0;
    const property = fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 12 }),
      async (messages) => {
        const { a, b } = await openPair();
        const channel = net.connections[0]?.channels[0];
        for (const bytes of messages) if (channel?.readyState === 'open') channel.send(bytes);
        await pass(3_000);
        // A goodbye in the other's name ends it at one end only.
        if (states(a, b).includes('closed')) ended += 1;
        else expect(states(a, b)).toEqual(['open', 'open']);
        a.link.close('left');
        b.link.close('left');
        await pass(2_000);
        expect([net.connections.length, vi.getTimerCount()]).toEqual([0, 0]);
      },
    );
    await fc.assert(property, { numRuns: 150, endOnFailure: true });
    expect(ended).toBeGreaterThan(100);
  });

  test('cannot be somebody else after a replacement', async () => {
    const { a, b } = await openPair();
    const name = b.link.hello?.session;
    expect(name).toBe('sa');
    const imposter = createEnd('c', (signal) => b.link.signal(signal));
    const toImposter = vi
      .spyOn(a.link, 'signal')
      .mockImplementation((signal) => imposter.link.signal(signal));
    await pass(3_000);
    expect(toImposter).toHaveBeenCalled();
    expect(b.log.at(-1)).toBe('! refused');
  });
});
