// Nothing that comes in harms the relay, and those who mean well hardly notice.
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BROKEN_FRAMES, createRandom, sendJunk } from './junk.ts';
import { connectClient, type RelayClient, topicOf } from './relay-client.ts';
import { type StartedRelay, spawnRelay } from './relay-process.ts';

const TOPIC = topicOf('good people');
const JUNK = 100_000;
/** Of the kind the issue counts: seconds, on two busy cores with the sender on one of them. */
const PATIENCE = 2_000;

let relay: StartedRelay;
let good: readonly [RelayClient, RelayClient];

afterEach(async () => {
  for (const { socket } of good) socket.terminate();
  await relay.stop();
});

async function start(file?: string): Promise<void> {
  relay = await spawnRelay(file ? [] : ['--no-app'], file);
  good = [await connectClient(at()), await connectClient(at())];
  for (const client of good) {
    client.send({ type: 'subscribe', topics: [TOPIC] });
    await client.next('members');
  }
}

const at = () => `ws://127.0.0.1:${relay.port}/signal`;
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Milliseconds from one good client to the other. */
async function passWord(word: string): Promise<number> {
  const began = performance.now();
  good[0].send({ type: 'publish', topic: TOPIC, data: word });
  expect((await good[1].next('publish')).data).toBe(word);
  return performance.now() - began;
}

/** Sends so many pieces over one connection, or until it is thrown out; gives how many. */
async function pour(count: number, random: () => number): Promise<number> {
  const { socket } = await connectClient(at());
  let sent = 0;
  while (sent < count && socket.readyState === socket.OPEN) {
    sendJunk(socket, random);
    sent += 1;
    if (sent % 50 === 0 || socket.bufferedAmount > 4e6) await soon();
  }
  await new Promise((resolve) => {
    if (socket.readyState === socket.OPEN) socket.once('pong', resolve).ping('done');
    else resolve(null);
  });
  socket.terminate();
  return sent;
}

describe('the relay under junk', () => {
  test(`reads ${JUNK} pieces of it unharmed when it throws nobody out`, async () => {
    await start(join(import.meta.dirname, 'patient-relay.ts'));
    const random = createRandom(4);
    await pour(JUNK / 10, random);
    const before = relay.memory();
    let slowest = 0;
    for (let sent = JUNK / 10; sent < JUNK; ) {
      sent += await pour(JUNK / 20, random);
      slowest = Math.max(slowest, await passWord(`word${sent}`));
    }
    expect(slowest).toBeLessThan(PATIENCE);
    if (before !== null) expect((relay.memory() ?? 0) - before).toBeLessThan(250e6);
    expect(relay.said()).toBe('');
  }, 120_000);

  test('throws out who sends it', async () => {
    await start();
    const random = createRandom(5);
    for (let connection = 0; connection < 50; connection += 1) {
      expect(await pour(100_000, random)).toBeLessThan(100_000);
      expect(await passWord(`word${connection}`)).toBeLessThan(PATIENCE);
    }
  });

  test('takes no harm from bytes that are no frames', async () => {
    await start();
    for (const bytes of BROKEN_FRAMES) {
      const { socket, closed } = await connectClient(at());
      const raw = (socket as unknown as { readonly _socket: Socket })._socket;
      raw.end(bytes);
      await closed;
    }
    expect(await passWord('fine')).toBeLessThan(PATIENCE);
    expect(relay.said().split('\n')).toHaveLength(2);
  });

  test('answers HTTP that makes no sense, and goes on', async () => {
    await start();
    const lines = [
      'nonsense\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      'GET /signal HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      'GET /signal HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
      'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\nabc',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ];
    for (const line of lines) {
      const socket = connect(relay.port, '127.0.0.1', () => socket.write(line));
      socket.on('error', () => {});
      await new Promise((resolve) => {
        socket.once('data', resolve);
        socket.once('close', resolve);
      });
      socket.destroy();
    }
    expect(await passWord('fine')).toBeLessThan(PATIENCE);
  });
});
