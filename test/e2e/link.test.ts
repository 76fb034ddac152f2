// Links over real WebRTC in a real Chromium: many in one page, with a relay between them that misbehaves.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BundledPage, bundlePage, PEER_FLAGS } from './support/bundled-page.ts';

let bundled: BundledPage;
let context: BrowserContext;
let page: Page;
let problems: string[] = [];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/sync/link/page', PEER_FLAGS);
});
afterAll(async () => {
  await bundled?.close();
});
beforeEach(async () => {
  context = await bundled.browser.newContext();
  page = await context.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(bundled.url);
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

test('fifty links that both ends start at the same instant all open, and carry data both ways', async () => {
  const { opened, signals } = await page.evaluate(async () => {
    const { bothOpen, createPair, until } = window.links;
    const all = Array.from({ length: 50 }, () => createPair());
    await until(() => all.every(bothOpen));
    for (const { a, b } of all) {
      a.link.send('frame', new Uint8Array([1]));
      b.link.send('frame', new Uint8Array([2]));
    }
    await until(() => all.every(({ a, b }) => a.frames.length === 1 && b.frames.length === 1));
    const lasted = all.map(({ a, b, startedAt }) => Math.max(a.opens[0] ?? 0, b.opens[0] ?? 0) - startedAt);
    const signalled = all.map(({ a, b }) => a.signals.length + b.signals.length);
    for (const pair of all) pair.close();
    return { opened: lasted.sort((a, b) => a - b), signals: signalled.sort((a, b) => a - b) };
  });
  console.log(
    `50 starts: p50 ${opened[25]}, max ${opened[49]} ms; signals p50 ${signals[25]}, max ${signals[49]}`,
  );
  expect(opened[49]).toBeLessThan(5_500);
});

test('links open through a relay that loses, doubles, delays and reorders', async () => {
  const opened = await page.evaluate(async () => {
    const { bothOpen, createPair, until } = window.links;
    const relay = { loss: 0.3, duplicates: 0.3, delay: [0, 150] as const };
    const all = Array.from({ length: 30 }, (_, i) => createPair({ relay, onlyFirstStarts: i % 3 === 0 }));
    await until(() => all.every(bothOpen));
    const lasted = all.map(({ a, b, startedAt }) => Math.max(a.opens[0] ?? 0, b.opens[0] ?? 0) - startedAt);
    for (const pair of all) pair.close();
    return lasted.sort((a, b) => a - b);
  });
  console.log(`30 % loss: p50 ${opened[15]}, max ${opened[29]} ms`);
  expect(opened[29]).toBeLessThan(15_000);
});

test('nobody at the other end: given up after two tries, and nothing is left over', async () => {
  const result = await page.evaluate(async () => {
    const { createPair, openConnections, until } = window.links;
    const pair = createPair({ relay: { down: true }, tuning: { connectMs: 300, reconnectMs: 600 } });
    const lasted = await until(() => pair.a.closes.length > 0);
    await until(() => openConnections().length === 0);
    return { lasted, closes: pair.a.closes, states: pair.a.states, tried: pair.a.signals.map(({ g }) => g) };
  });
  expect(result).toMatchObject({ closes: ['given-up'], states: ['closed'] });
  expect(Math.max(...result.tried)).toBe(2);
  expect(result.lasted).toBeGreaterThan(850);
});

test('twenty megabytes pass without holding up the page, small messages overtake them', async () => {
  const result = await page.evaluate(async () => {
    const { bothOpen, createPair, until, watchBlocking } = window.links;
    const pair = createPair();
    await until(() => bothOpen(pair));
    const rates: Record<string, number> = {};
    const blocked: number[] = [];
    for (const megabytes of [1, 5, 20]) {
      const bytes = new Uint8Array(megabytes * 1_000_000);
      for (let at = 0; at < bytes.length; at += 65_536)
        crypto.getRandomValues(bytes.subarray(at, Math.min(bytes.length, at + 65_536)));
      await new Promise((resolve) => setTimeout(resolve));
      const stop = watchBlocking();
      const start = performance.now();
      pair.a.link.send('frame', bytes);
      await until(() => pair.b.frames.length === 1);
      rates[`${megabytes} MB`] = (megabytes * 1_000) / (performance.now() - start);
      blocked.push(...(await stop()));
      const got = pair.b.frames.pop();
      if (!got?.every((byte, i) => byte === bytes[i])) throw new Error(`${megabytes} MB arrived different`);
    }
    const order: number[] = [];
    const delays: number[] = [];
    pair.b.onFrame = (bytes) => {
      order.push(bytes.length);
      if (bytes.length === 8)
        delays.push(performance.now() - (new Float64Array(bytes.slice().buffer)[0] ?? 0));
    };
    pair.a.link.send('frame', new Uint8Array(20_000_000));
    pair.a.link.send('frame', new Uint8Array(100_000));
    while (!order.includes(100_000)) {
      pair.a.link.send('frame', new Uint8Array(new Float64Array([performance.now()]).buffer));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { states, opens } = pair.b;
    pair.close();
    return { rates, blocked, order, delays: delays.sort((a, b) => a - b), states, opens };
  });
  const { rates, blocked, delays, order } = result;
  console.log(rates, 'MB/s; blocked', blocked, 'ms; beside 20 MB', delays[delays.length >> 1], delays.at(-1));
  // Alone on two cores it is 20 MB/s and no task over 50 ms; beside other tests this has to do.
  expect(rates['20 MB']).toBeGreaterThan(3);
  expect(Math.max(0, ...blocked)).toBeLessThan(250);
  expect(order.filter((length) => length > 8)).toEqual([20_000_000, 100_000]);
  expect(order.indexOf(20_000_000)).toBeGreaterThan(5);
  expect(result.opens).toHaveLength(1);
  expect(result.states).toEqual(['open', 'closed']);
});

test('a connection that dies while 5 MB are under way is replaced; what comes after it opened again is whole and in order', async () => {
  const heals = await page.evaluate(async () => {
    const { bothOpen, createPair, openConnections, until } = window.links;
    const out: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const pair = createPair();
      await until(() => bothOpen(pair));
      const [, second] = openConnections();
      pair.a.link.send('frame', new Uint8Array(5_000_000));
      await until(() => pair.a.link.queuedBytes < 4_000_000);
      const diedAt = performance.now();
      // One end in half of the rounds, then the other has to find out; both in the rest.
      for (const pc of round % 2 ? openConnections() : [second]) {
        pc?.close();
        pc?.dispatchEvent(new Event('connectionstatechange'));
      }
      await until(() => pair.a.opens.length === 2 && pair.b.opens.length === 2);
      out.push(performance.now() - diedAt);
      const before = pair.b.frames.length;
      const sizes = [10, 5_000_000, 20, 300_000, 30];
      for (const size of sizes) pair.a.link.send('frame', new Uint8Array(size));
      await until(() => pair.b.frames.length === before + sizes.length);
      const got = pair.b.frames.slice(before).map(({ length }) => length);
      const small = got.filter((size) => size < 100);
      const large = got.filter((size) => size > 100);
      if (String(small) !== '10,20,30' || String(large) !== '5000000,300000') throw new Error(String(got));
      if (!pair.a.states.includes('restarting') || pair.a.closes.length > 0) throw new Error('not as told');
      pair.close();
      await until(() => openConnections().length === 0);
    }
    return out.sort((a, b) => a - b);
  });
  console.log('heal after a dead connection', heals);
  expect(heals.at(-1)).toBeLessThan(2_500);
});

const QUICK = { heartbeatMs: 100, suspectMs: 300, iceRestartMs: 600, replaceMs: 2_000, giveUpMs: 60_000 };

test('a cut with the relay down is told by the state, and the old path is kept when it comes back first', async () => {
  const result = await page.evaluate(async (tuning) => {
    const { bothOpen, createPair, cutData, healData, openConnections, until } = window.links;
    const pair = createPair({ tuning });
    await until(() => bothOpen(pair));
    cutData();
    pair.relay.down = true;
    const cutAt = performance.now();
    await until(() => pair.a.link.state === 'suspect' && pair.b.link.state === 'suspect');
    const suspect = performance.now() - cutAt;
    await until(() => pair.a.link.state === 'restarting');
    pair.a.link.send('frame', new Uint8Array([9]));
    await until(() => openConnections().length === 4);
    healData();
    pair.relay.down = false;
    const healed = await until(() => bothOpen(pair) && pair.b.frames.length === 1);
    await until(() => openConnections().length === 2);
    const { a, b } = pair;
    pair.close();
    return { suspect, healed, opens: [a.opens.length, b.opens.length], states: a.states };
  }, QUICK);
  expect(result.suspect).toBeLessThan(600);
  expect(result.healed).toBeLessThan(500);
  expect(result.opens).toEqual([1, 1]);
  expect(result.states).toEqual(['open', 'suspect', 'restarting', 'open', 'closed']);
});

test('an ICE restart is negotiated on the path in use while both ends ask for one', async () => {
  const result = await page.evaluate(async (tuning) => {
    const { bothOpen, createPair, cutData, healData, openConnections, until } = window.links;
    const ufrags = () =>
      openConnections().map((pc) => /ice-ufrag:(\S+)/.exec(pc.currentLocalDescription?.sdp ?? '')?.[1]);
    const out = [];
    for (let round = 0; round < 4; round += 1) {
      const pair = createPair({ tuning: { ...tuning, replaceMs: 50_000 } });
      await until(() => bothOpen(pair));
      const before = ufrags();
      cutData();
      await until(() => ufrags().every((ufrag, i) => ufrag !== before[i]));
      healData();
      await until(
        () => bothOpen(pair) && openConnections().every((pc) => pc.connectionState === 'connected'),
      );
      pair.a.link.send('frame', new Uint8Array([9]));
      await until(() => pair.b.frames.length === 1);
      out.push([pair.a.opens.length, pair.b.opens.length]);
      pair.close();
      await until(() => openConnections().length === 0);
    }
    return out;
  }, QUICK);
  expect(result).toEqual(Array(4).fill([1, 1]));
});

test('an end that starts afresh is joined again by the link of the other', async () => {
  const result = await page.evaluate(async () => {
    const { bothOpen, createEnd, createPair, hello, KEY, openConnections, until } = window.links;
    const pair = createPair();
    await until(() => bothOpen(pair));
    // A page that died says no goodbye.
    const late = pair.a.signals.slice();
    const dead = pair.a.link;
    pair.relay.down = true;
    const fresh = createEnd({ hello: hello('a'), proofKey: KEY }, (signal) => pair.b.link.signal(signal));
    const before = pair.b.signals.length;
    const carried = setInterval(() => {
      for (const signal of pair.b.signals.splice(before)) fresh.link.signal(structuredClone(signal));
      for (const signal of late) pair.b.link.signal(structuredClone(signal));
    }, 5);
    await until(() => fresh.opens.length === 1 && pair.b.opens.length === 2);
    fresh.link.send('frame', new Uint8Array([1, 2]));
    await until(() => pair.b.frames.length === 1);
    clearInterval(carried);
    dead.close('destroyed');
    fresh.link.close('left');
    await until(() => pair.b.closes.length === 1);
    await until(() => openConnections().length === 0);
    return { closes: pair.b.closes, states: pair.b.states };
  });
  expect(result).toEqual({ closes: ['left'], states: ['open', 'restarting', 'open', 'closed'] });
});

test('who cannot prove the secret, or speaks another version, is refused before a word', async () => {
  const result = await page.evaluate(async () => {
    const { createPair, openConnections, until } = window.links;
    const out: unknown[] = [];
    for (const b of [{ proofKey: new Uint8Array(32) }, { hello: { protocol: 2 } }, { hello: { user: '' } }]) {
      const pair = createPair({ b });
      await until(() => pair.a.closes.length === 1 && pair.b.closes.length === 1);
      out.push([...pair.a.closes, pair.a.opens.length + pair.b.opens.length]);
      pair.close();
    }
    await until(() => openConnections().length === 0);
    return out;
  });
  expect(result).toEqual([
    ['refused', 0],
    ['refused', 0],
    ['refused', 0],
  ]);
});

test('nonsense on an open channel ends the link and nothing else', async () => {
  const result = await page.evaluate(async () => {
    const { bothOpen, createPair, openChannels, openConnections, until } = window.links;
    const hostile: readonly (string | Uint8Array<ArrayBuffer>)[] = [
      'text',
      new Uint8Array(0),
      new Uint8Array([99, 1, 2]),
      new Uint8Array([0, ...new Uint8Array(60)]), // a second hello
      new Uint8Array([2]), // "go on here" on the path in use
      new Uint8Array([4, 7, 1]), // an unknown kind
      new Uint8Array([5, 0, 0, 0, 0, 1, 255, 255, 255, 255, 1]), // four gigabytes to come
      new Uint8Array([6, 0, 0, 0, 9, 1]), // a piece of nothing
      new Uint8Array([4, 1, 1, 2]), // a heartbeat too short
    ];
    const out: unknown[] = [];
    for (const bytes of hostile) {
      const pair = createPair();
      await until(() => bothOpen(pair));
      const channel = openChannels('link')[0];
      channel?.send(bytes as Uint8Array<ArrayBuffer>);
      await until(() => pair.a.closes.length === 1 && pair.b.closes.length === 1);
      out.push([...pair.a.closes, ...pair.b.closes].sort());
      await until(() => openConnections().length === 0);
    }
    const pair = createPair();
    await until(() => bothOpen(pair));
    for (const junk of [null, 1, 'x', {}, { n: 1 }, { n: pair.a.signals[0]?.n, g: 1, description: {} }])
      pair.b.link.signal(junk);
    pair.a.link.sendDatagram(new Uint8Array([5]));
    await until(() => pair.b.datagrams.length === 1);
    const tooLong = pair.a.link.sendDatagram(new Uint8Array(1_001));
    pair.a.link.close('left');
    await until(() => pair.b.closes.length === 1);
    const afterwards = [
      pair.a.link.send('frame', new Uint8Array(1)),
      pair.a.link.sendDatagram(new Uint8Array(1)),
    ];
    await until(() => openConnections().length === 0, 1_500);
    return { out, closes: pair.b.closes, tooLong, afterwards };
  });
  expect(new Set(result.out.map(String))).toEqual(new Set(['dropped,refused']));
  expect(result).toMatchObject({ closes: ['left'], tooLong: false, afterwards: [false, false] });
});
