// The socket as y-webrtc has it: over a relay in the test's hand, and over the real one.
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startRelay } from '../../../../electron/relay/server.ts';
import type { SignallingState } from '../../../../renderer/sync/mesh/mesh-types.ts';
import { createSeal } from '../../../../renderer/sync/signal/seal.ts';
import {
  announceAgain,
  kickSockets,
  registerSignalRoom,
  signalCounters,
} from '../../../../renderer/sync/signal/signal-rooms.ts';
import { WebsocketClient } from '../../../../renderer/sync/y-webrtc/websocket.ts';
import { FakeWebSocket } from '../../../doubles/fake-web-socket.ts';

const TOPIC = 'AbCdEfGhIjKlMnOpQrStU_';
const KEY = new Uint8Array(32).fill(3);
const ME = 'me';

interface Heard {
  readonly states: [url: string, state: SignallingState, members: number | null][];
  readonly ice: (readonly RTCIceServer[])[];
}

/** A room, and a y-webrtc connection to each relay: subscribes and announces as SignalingConn does. */
function enterRoom(urls: readonly string[], me = ME, topic = TOPIC) {
  const heard: Heard = { states: [], ice: [] };
  const leave = registerSignalRoom(topic, {
    signalKey: KEY,
    onState: (...state) => heard.states.push(state),
    onIce: (servers) => heard.ice.push(servers),
  });
  const messages: unknown[] = [];
  const conns = urls.map((url) => {
    const conn = new WebsocketClient(url);
    conn.providers = new Set([{ roomName: topic }]);
    conn.on('connect', () => announce(conn));
    conn.on('message', (message) => messages.push(message));
    return conn;
  });
  const announce = (conn: WebsocketClient) => {
    conn.send({ type: 'subscribe', topics: [topic, 'A'.repeat(22)] });
    conn.send({ type: 'publish', topic, data: { type: 'announce', from: me } });
  };
  onTestFinished(() => {
    for (const conn of conns) conn.destroy();
    leave();
  });
  return { conns, heard, messages, announce, leave };
}

const signal = (to: string, n = 'x') => ({ type: 'signal', from: ME, to, token: 1, signal: { n, g: 0 } });
const sealedBy = (value: unknown) => createSeal(TOPIC, KEY).close(value) ?? '';

describe("y-webrtc's socket", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    FakeWebSocket.made = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('subscribes to the rooms that use this relay, and lets nothing readable out', () => {
    enterRoom(['ws://a/signal']);
    FakeWebSocket.last().open();
    const [subscribe, publish, ...more] = FakeWebSocket.last().sent;
    expect(subscribe).toEqual({ type: 'subscribe', topics: [TOPIC] });
    expect(publish).toEqual({ type: 'publish', topic: TOPIC, data: expect.stringMatching(/^[\w-]+$/) });
    expect(createSeal(TOPIC, KEY).open(String(publish?.data))).toEqual({
      value: { type: 'announce', from: ME },
    });
    expect(more).toEqual([]);
  });

  test('hands over what a member sent to it, opened, and nothing else', () => {
    const { messages } = enterRoom(['ws://a/signal']);
    const relay = FakeWebSocket.last();
    relay.open();
    const publish = (data: unknown) => relay.says({ type: 'publish', topic: TOPIC, data });
    const announce = sealedBy({ type: 'announce', from: 'anna' });
    publish(announce);
    publish(announce);
    publish(sealedBy(signal(ME)));
    publish(sealedBy({ ...signal(ME), from: 'anna' }));
    publish(sealedBy({ ...signal('somebody'), from: 'anna' }));
    publish(sealedBy({ type: 'signal', from: 'anna', to: ME, signal: { type: 'answer' } }));
    publish({ type: 'announce', from: 'ben' });
    publish('junk');
    relay.says('{');
    relay.says({ type: 'publish', topic: 'another', data: announce });
    expect(messages).toEqual([
      { type: 'publish', topic: TOPIC, data: { type: 'announce', from: 'anna' } },
      {
        type: 'publish',
        topic: TOPIC,
        data: { type: 'signal', from: 'anna', to: ME, signal: { n: 'x', g: 0 } },
      },
    ]);
    expect(signalCounters()).toMatchObject({
      replayed: 1,
      'wrong shape': 1,
      'not-ours': 1,
      'not understood': 2,
      'not subscribed': 1,
    });
  });

  test('hears no more than it can open, however much the relay sends', () => {
    const { messages } = enterRoom(['ws://a/signal']);
    FakeWebSocket.last().open();
    for (let count = 0; count < 600; count += 1) {
      const data = sealedBy({ type: 'signal', from: 'anna', to: ME, signal: { n: String(count), g: 0 } });
      FakeWebSocket.last().says({ type: 'publish', topic: TOPIC, data });
    }
    expect(messages.length).toBeLessThan(510);
  });

  test('tells the room how it stands with each relay', () => {
    const { heard } = enterRoom(['ws://a/signal']);
    const relay = FakeWebSocket.last();
    relay.breaks();
    vi.advanceTimersByTime(400);
    FakeWebSocket.last().breaks();
    vi.advanceTimersByTime(700);
    FakeWebSocket.last().open();
    FakeWebSocket.last().says({ type: 'members', topic: TOPIC, count: 3 });
    FakeWebSocket.last().says({ type: 'refused', reason: 'room-full', topic: TOPIC });
    FakeWebSocket.last().says({ type: 'members', topic: TOPIC, count: 64 });
    for (let times = 0; times < 3; times += 1) {
      vi.advanceTimersByTime(2_000);
      FakeWebSocket.last().says({ type: 'pong' });
    }
    FakeWebSocket.last().breaks();
    const states = heard.states.map(([, ...rest]) => rest);
    expect(states.filter((state, index) => String(state) !== String(states[index - 1]))).toEqual([
      ['trying', null],
      ['down', null],
      ['up', 3],
      ['refused', null],
      ['up', 64],
      ['trying', null],
    ]);
  });

  test('asks again where a room was full, and announces itself once it is let in', () => {
    const { heard } = enterRoom(['ws://a/signal']);
    const relay = FakeWebSocket.last();
    const since = (count: number) =>
      relay.sent.slice(count).flatMap((message) => {
        const { type } = message as { type: string };
        return type === 'ping' ? [] : [type];
      });
    const wait = (ms: number) => {
      for (let left = ms; left > 0; left -= 1_000) {
        vi.advanceTimersByTime(1_000);
        relay.says({ type: 'pong' });
      }
    };
    relay.open();
    relay.says({ type: 'refused', reason: 'room-full', topic: TOPIC });
    const before = relay.sent.length;
    wait(15_000);
    relay.says({ type: 'refused', reason: 'room-full', topic: TOPIC });
    wait(15_000);
    expect(since(before)).toEqual(['subscribe', 'subscribe']);
    relay.says({ type: 'members', topic: TOPIC, count: 64 });
    expect(since(before)).toEqual(['subscribe', 'subscribe', 'publish']);
    expect(heard.states.at(-1)).toEqual(['ws://a/signal', 'up', 64]);
    wait(30_000);
    expect(since(before)).toEqual(['subscribe', 'subscribe', 'publish']);
  });

  test('gathers the servers of all its relays', () => {
    const { heard } = enterRoom(['ws://a/signal', 'ws://b/signal']);
    const stun = (host: string) => ({ urls: [`stun:${host}`] });
    for (const host of ['a', 'b']) {
      FakeWebSocket.last(`ws://${host}/signal`).open();
      FakeWebSocket.last(`ws://${host}/signal`).says({ type: 'ice', servers: [stun(host)], ttl: 60 });
    }
    expect(heard.ice.at(-1)).toEqual([stun('a'), stun('b')]);
  });

  test('announces itself once a second at most, and again when asked', () => {
    const { conns, announce } = enterRoom(['ws://a/signal']);
    const relay = FakeWebSocket.last();
    relay.open();
    const count = () => relay.sent.filter(({ type }) => type === 'publish').length;
    for (let times = 0; times < 20; times += 1) for (const conn of conns) announce(conn);
    announceAgain(TOPIC);
    expect(count()).toBe(1);
    relay.says({ type: 'pong' });
    vi.advanceTimersByTime(1_000);
    expect(count()).toBe(2);
    expect(relay.sent.filter(({ type }) => type === 'subscribe')).toHaveLength(1);
  });

  test('sends a signal over every relay that is up, and keeps it for a moment when none is', () => {
    const { conns, messages } = enterRoom(['ws://a/signal', 'ws://b/signal']);
    const [a, b] = [FakeWebSocket.last('ws://a/signal'), FakeWebSocket.last('ws://b/signal')];
    const signals = (relay: FakeWebSocket) =>
      relay.sent
        .filter(({ type }) => type === 'publish')
        .map(({ data }) => createSeal(TOPIC, KEY).open(String(data)))
        .filter((opened) => JSON.stringify(opened).includes('"signal"'));
    for (const relay of [a, b]) relay.open();
    conns[0]?.send({ type: 'publish', topic: TOPIC, data: signal('anna', 'both') });
    expect(a.sent.at(-1)).toEqual(b.sent.at(-1));
    a.breaks();
    conns[0]?.send({ type: 'publish', topic: TOPIC, data: signal('anna', 'only b') });
    expect([signals(a).length, signals(b).length]).toEqual([1, 2]);
    b.breaks();
    conns[0]?.send({ type: 'publish', topic: TOPIC, data: signal('anna', 'kept') });
    vi.advanceTimersByTime(400);
    FakeWebSocket.last('ws://b/signal').open();
    expect(signals(FakeWebSocket.last('ws://b/signal'))).toHaveLength(1);
    // The same signal from two relays is heard once.
    const twice = sealedBy({ type: 'signal', from: 'anna', to: ME, signal: { n: 'y', g: 0 } });
    FakeWebSocket.last('ws://a/signal').open();
    for (const url of ['ws://a/signal', 'ws://b/signal'])
      FakeWebSocket.last(url).says({ type: 'publish', topic: TOPIC, data: twice });
    expect(messages).toHaveLength(1);
  });

  test('is quiet for a room that was left', () => {
    const { messages, leave } = enterRoom(['ws://a/signal']);
    const relay = FakeWebSocket.last();
    relay.open();
    leave();
    const known = relay.sent.length;
    vi.advanceTimersByTime(1_000);
    announceAgain(TOPIC);
    vi.advanceTimersByTime(1_000);
    relay.says({ type: 'publish', topic: TOPIC, data: sealedBy({ type: 'announce', from: 'anna' }) });
    expect(relay.sent.slice(known).filter(({ type }) => type === 'publish')).toEqual([]);
    expect(messages).toEqual([]);
  });

  test('tries at once when the network is back', () => {
    enterRoom(['ws://a/signal']);
    FakeWebSocket.last().breaks();
    kickSockets('online');
    expect(FakeWebSocket.made).toHaveLength(2);
  });
});

describe('over the real relay', () => {
  test('two members hear each other, and again after it was gone', async () => {
    const first = await startRelay({ host: '127.0.0.1', port: 0, app: null });
    const url = `ws://127.0.0.1:${first.port}/signal`;
    const anna = enterRoom([url], 'anna');
    await vi.waitFor(() => expect(anna.heard.states.at(-1)).toEqual([url, 'up', 1]));
    // The second room of this window has a topic of its own, so the other member is a plain client with the same key.
    const ben = new WebSocket(url);
    ben.onopen = () => ben.send(JSON.stringify({ type: 'subscribe', topics: [TOPIC] }));
    await vi.waitFor(() => expect(anna.heard.states.at(-1)).toEqual([url, 'up', 2]));
    ben.send(
      JSON.stringify({ type: 'publish', topic: TOPIC, data: sealedBy({ type: 'announce', from: 'ben' }) }),
    );
    await vi.waitFor(() => expect(anna.messages).toHaveLength(1));
    ben.close();
    await first.close();
    const second = await startRelay({ host: '127.0.0.1', port: first.port, app: null });
    await vi.waitFor(() => expect(anna.heard.states.at(-1)).toEqual([url, 'up', 1]), { timeout: 5_000 });
    for (const conn of anna.conns) conn.destroy();
    await second.close();
  });
});
