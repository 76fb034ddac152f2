// The relay fails, is attacked or attacks: those who are connected go on, those who come get in as soon as it is well.
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults, untilAllHave, untilEqual } from './app/equal.ts';
import type { Peer } from './app/peer.ts';
import { connectToRelay, floodRelay, junk, topicOf } from './app/signal-client.ts';
import { passTime } from './app/until.ts';
import { openMeeting } from './app/world.ts';
import { FULL } from './lab/available.ts';

const open = closedAfterEach(openMeeting);
const LIMIT = { timeout: 240_000 };

test(
  'while the relay is dead two go on writing, and who wants to join gets in once it is back',
  LIMIT,
  async () => {
    const { peers, relay, invite, item, add } = await open('loopback', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    const c = await add('C');
    // The relay serves the app as well: the one who waits at the form has its code.
    await c.page.goto(`${relay.url}#/join`);
    await c.page.waitForLoadState('networkidle');
    await relay.kill();
    const from = Date.now();
    await Promise.all([a.type(3), b.type(3)]);
    await untilAllHave([a, b], [...a.words, ...b.words], 2_000);
    await c.pressJoin(invite);
    await passTime((FULL ? 30_000 : 4_000) - (Date.now() - from));
    await relay.start();
    const backAt = Date.now();
    await c.arrive(item);
    await untilEqual([a, b, c], 10_000);
    console.log(`the one who joined was there ${Date.now() - backAt} ms after the relay`);
    await c.type(2);
    expect(await findFaults([a, b, c])).toEqual([]);
  },
);

test('junk by the ten thousand does the relay no harm, nor those who meet there', LIMIT, async () => {
  const { peers, relay, invite, item, add } = await open('loopback', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  const flood = floodRelay(relay.url, FULL ? 100_000 : 20_000, topicOf(invite));
  await Promise.all([a.type(3), b.type(3)]);
  await flood;
  const health = await fetch(new URL('health', relay.url));
  expect(health.status).toBe(200);
  const c = await add('C');
  await c.join(invite, item);
  await c.type(2);
  expect(await findFaults([a, b, c])).toEqual([]);
});

test('announces that somebody recorded and plays back keep nobody out', LIMIT, async () => {
  const { peers, relay, invite, item, add } = await open('loopback', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  const topic = topicOf(invite);
  const spy = await connectToRelay(relay.url);
  await spy.send(JSON.stringify({ type: 'subscribe', topics: [topic] }));
  const c = await add('C');
  await c.join(invite, item);
  await untilEqual([a, b, c], 10_000);
  const recorded = spy.heard.filter((text) => text.includes('"publish"'));
  expect(recorded.length).toBeGreaterThan(0);

  for (let index = 0; index < 1_000; index += 1) {
    await spy.send(recorded[index % recorded.length] ?? '');
    // Slow enough that the relay passes it all on.
    if (index % 25 === 24) await passTime(FULL ? 800 : 100);
  }
  const d = await add('D');
  await d.join(invite, item);
  await Promise.all([a, b, c, d].map((peer) => peer.type(2)));
  expect(await findFaults([a, b, c, d])).toEqual([]);
  spy.close();
});

test('a relay that sends junk breaks nothing, and an honest one in its place is found', LIMIT, async () => {
  const { peers, relay, invite, item, add } = await open('loopback', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  const topic = topicOf(invite);
  await relay.kill();
  const hostile = new WebSocketServer({ port: Number(new URL(relay.url).port), host: '127.0.0.1' });
  const served = new Promise<void>((resolve) => {
    let clients = 0;
    hostile.on('connection', (socket) => {
      socket.on('error', () => {});
      for (const message of junk(3_000, topic)) socket.send(message);
      clients += 1;
      if (clients >= 2) resolve();
    });
  });
  await served;
  await Promise.all([a.type(3), b.type(3)]);
  await untilAllHave([a, b], [...a.words, ...b.words], 3_000);
  for (const client of hostile.clients) client.terminate();
  await new Promise((resolve) => hostile.close(resolve));
  await relay.start();
  const c = await add('C');
  await c.join(invite, item);
  await c.type(2);
  expect(await findFaults([a, b, c])).toEqual([]);
});
