// The relay over real sockets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Relay, type RelayOptions, startRelay } from '../../../electron/relay/server.ts';
import { connectClient, type RelayClient, topicOf } from './relay-client.ts';

const PAGE = join(import.meta.dirname, '..', 'page');
const TOPIC = topicOf('room');

let relay: Relay | null = null;
const clients: RelayClient[] = [];

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await relay?.close();
  relay = null;
});

async function start(options: Partial<RelayOptions> = {}): Promise<void> {
  relay = await startRelay({ host: '127.0.0.1', port: 0, app: PAGE, ...options });
}

const at = (path: string, scheme = 'http') => `${scheme}://127.0.0.1:${relay?.port}${path}`;

async function enter(topic = TOPIC, path = '/signal', options: object = {}): Promise<RelayClient> {
  const client = await connectClient(at(path, 'ws'), options);
  clients.push(client);
  if (topic === '') return client;
  client.send({ type: 'subscribe', topics: [topic] });
  await client.next('members');
  return client;
}

/** What comes back for these bytes, until the relay closes. */
function talk(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(relay?.port ?? 0, '127.0.0.1', () => socket.write(bytes));
    let said = '';
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

describe('the relay', () => {
  test('passes a sealed word to everybody else in the room and nobody outside', async () => {
    await start();
    const [a, b, c] = [await enter(), await enter(), await enter(topicOf('elsewhere'))];
    a.send({ type: 'publish', topic: TOPIC, data: 'sealed_Word-1' });
    expect(await b.next('publish')).toEqual({ type: 'publish', topic: TOPIC, data: 'sealed_Word-1' });
    c.send({ type: 'publish', topic: TOPIC, data: 'from-outside' });
    c.send({ type: 'ping' });
    await c.next('pong');
    b.send({ type: 'ping' });
    await b.next('pong');
    expect(a.heard.concat(c.heard).filter(({ type }) => type === 'publish')).toEqual([]);
    expect(b.heard.filter(({ type }) => type === 'publish')).toHaveLength(1);
  });

  test('tells a room how many it is, also after somebody is gone', async () => {
    await start();
    const a = await enter();
    const b = await enter();
    await expect.poll(() => a.heard.filter(({ type }) => type === 'members').at(-1)?.count).toBe(2);
    b.socket.terminate();
    await expect.poll(() => a.heard.filter(({ type }) => type === 'members').at(-1)?.count).toBe(1);
  });

  test('says when a room is full and when a client is in too many', async () => {
    await start({ limits: { membersPerTopic: 1, topicsPerConnection: 1 } });
    const first = await enter();
    const second = await enter('');
    second.send({ type: 'subscribe', topics: [TOPIC] });
    expect(await second.next('refused')).toEqual({ type: 'refused', reason: 'room-full', topic: TOPIC });
    first.send({ type: 'subscribe', topics: [topicOf('more')] });
    expect(await first.next('refused')).toMatchObject({ reason: 'too-many-topics' });
  });

  test('lets nobody in without its word, where it has one', async () => {
    await start({ token: 'open-sesame' });
    const wrong = await enter('', '/signal?token=open-sesam');
    expect(await wrong.next('refused')).toEqual({ type: 'refused', reason: 'token' });
    expect((await wrong.closed).code).toBe(1008);
    await enter(TOPIC, '/signal?token=open-sesame');
  });

  test('says that it is busy when it holds all it can', async () => {
    await start({ limits: { connections: 1 } });
    await enter();
    const second = await enter('');
    expect(await second.next('refused')).toEqual({ type: 'refused', reason: 'busy' });
    expect((await second.closed).code).toBe(1013);
  });

  test('turns away an address with too many connections, and believes a proxy only when told of one', async () => {
    await start({ limits: { connectionsPerAddress: 2 } });
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
    await enter(TOPIC, '/signal', from('198.51.100.1'));
    await enter(TOPIC, '/signal', from('198.51.100.2'));
    await expect(enter(TOPIC, '/signal', from('198.51.100.3'))).rejects.toThrow('429');
    await relay?.close();

    await start({ limits: { connectionsPerAddress: 1 }, behindProxy: true });
    await enter(TOPIC, '/signal', from('198.51.100.1'));
    await enter(TOPIC, '/signal', from('198.51.100.1, 198.51.100.2'));
    await expect(enter(TOPIC, '/signal', from('203.0.113.1, 198.51.100.2'))).rejects.toThrow('429');
  });

  test('throws out a client that floods it, and serves the others meanwhile', async () => {
    await start();
    const [flooder, a, b] = [await enter(), await enter(topicOf('other')), await enter(topicOf('other'))];
    for (let count = 0; count < 2_000; count += 1) flooder.send({ type: 'ping' });
    expect((await flooder.closed).reason).toBe('rate');
    a.send({ type: 'publish', topic: topicOf('other'), data: 'still-here' });
    expect(await b.next('publish')).toMatchObject({ data: 'still-here' });
  });

  test.each(['ping', 'pong'] as const)('throws out a client that floods it with %s frames', async (kind) => {
    await start();
    const flooder = await enter();
    for (let count = 0; count < 2_000; count += 1) flooder.socket[kind](Buffer.alloc(10));
    expect((await flooder.closed).reason).toBe('rate');
  });

  test('cuts off a client that does not take what it is sent', async () => {
    await start({ limits: { waitingBytes: 256 * 1024, messageBurst: 1e6, byteBurst: 1e9 } });
    const slow = await enter();
    const loud = await enter();
    slow.socket.pause();
    const data = 'A'.repeat(60_000);
    let gone = false;
    while (!gone) {
      loud.send({ type: 'publish', topic: TOPIC, data });
      loud.send({ type: 'ping' });
      await loud.next('pong');
      gone = loud.heard.filter(({ type }) => type === 'members').at(-1)?.count === 1;
    }
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1006);
  });

  test('refuses a message over 64 KB', async () => {
    await start();
    const client = await enter();
    client.send({ type: 'publish', topic: TOPIC, data: 'A'.repeat(65_536) });
    expect((await client.closed).code).toBe(1009);
  });

  test('lets go of a client that no longer answers', async () => {
    await start({ limits: { pingMs: 100 } });
    const client = await enter(TOPIC, '/signal', { autoPong: false });
    expect((await client.closed).code).toBe(1006);
  });

  test('tells clients about STUN and TURN at once, and again before the password runs out', async () => {
    const ice = { stun: ['stun:t:3478'], turn: ['turn:t:3478'], turnSecret: 'secret-word', turnTtl: 0.2 };
    await start({ ice });
    const client = await enter();
    const first = await client.next('ice');
    expect(first).toMatchObject({
      ttl: 0.2,
      servers: [{ urls: ['stun:t:3478'] }, { urls: ['turn:t:3478'] }],
    });
    await client.next('ice');
  });

  test('asks its clients to come back when it ends', async () => {
    await start();
    const client = await enter();
    const began = performance.now();
    await Promise.all([relay?.close(), client.closed.then(({ code }) => expect(code).toBe(1012))]);
    expect(performance.now() - began).toBeLessThan(3_000);
    relay = null;
  });
});

describe('over plain HTTP the relay', () => {
  test('serves the app with its policy, and nothing outside it', async () => {
    await start();
    const page = await fetch(at('/'));
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' ws: wss:");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('csp-nonce');
    expect(await talk('GET /../../package.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(
      / 404 /,
    );
    expect(await talk('GET //[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/ 404 /);
    expect((await fetch(at('/'), { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(405);
  });

  test('compresses for who can take it, and lets hashed files be kept', async () => {
    const app = mkdtempSync(join(tmpdir(), 'quorum-relay-'));
    onTestFinished(() => rmSync(app, { recursive: true, force: true }));
    mkdirSync(join(app, 'assets'));
    writeFileSync(join(app, 'assets', 'index-abc.js'), 'let a = 1;\n'.repeat(1_000));
    await start({ app });
    for (const accepted of ['gzip, br', 'identity']) {
      const answer = await fetch(at('/assets/index-abc.js'), { headers: { 'Accept-Encoding': accepted } });
      expect(answer.headers.get('content-encoding')).toBe(accepted === 'identity' ? null : 'gzip');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(await answer.text()).toBe('let a = 1;\n'.repeat(1_000));
    }
    expect((await fetch(at('/assets/missing.js'))).status).toBe(404);
  });

  test('is well, says how many there are, and names nobody', async () => {
    await start();
    await enter();
    const health = await (await fetch(at('/health'))).text();
    expect(JSON.parse(health)).toEqual({ connections: 1, rooms: 1, uptime: expect.any(Number) });
  });

  test('is not held up by callers who never finish a request, nor keeps them', async () => {
    await start({ limits: { headersMs: 600, connectionsPerAddress: 10 } });
    const gone = Array.from({ length: 600 }, () => {
      const socket = connect(relay?.port ?? 0, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-'),
      );
      socket.on('error', () => {});
      socket.resume();
      return new Promise((resolve) => socket.once('close', resolve));
    });
    // One address gets no more of them than its share, and no connection of its own until those are over.
    await Promise.all(gone);
    await enter();
    expect((await fetch(at('/health'))).status).toBe(200);
  });

  test('serves no app where it has none', async () => {
    await start({ app: null });
    expect((await fetch(at('/'))).status).toBe(404);
  });

  test('opens its WebSocket in one place only', async () => {
    await start();
    await expect(connectClient(at('/', 'ws'))).rejects.toThrow('404');
    await expect(connectClient(at('/signal/', 'ws'))).rejects.toThrow('404');
  });
});
