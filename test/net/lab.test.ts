// The laboratory itself: what its cuts cut and its delays delay, seen by two Chromium instances that are connected by
// WebRTC over its network, and by HTTP to a server on a third computer.
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { labTest } from './lab/available.ts';
import { createProfile, type Profile } from './lab/browser.ts';
import { type Lab, openLab, PERFECT } from './lab/lab.ts';

const PORT = 8077;
const PAGE = 'http://lab.test/';

/** In the pages: one data channel, over which `ping` goes there and back. */
interface Wire {
  readonly peer: RTCPeerConnection;
  /** Milliseconds, `null` when nothing came back for `patience`. */
  ping(patience: number): Promise<number | null>;
}
declare const wire: Wire;

let lab: Lab | null = null;
const profiles: Profile[] = [];
const contexts: BrowserContext[] = [];

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await lab?.close();
  lab = null;
  for (const profile of profiles.splice(0)) profile.forget();
});

async function openPage(number: number): Promise<Page> {
  const profile = createProfile(lab?.computers[number] ?? null);
  profiles.push(profile);
  const context = await profile.start();
  contexts.push(context);
  await context.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>lab</title>' }),
  );
  const page = await context.newPage();
  await page.goto(PAGE);
  await page.evaluate(() => {
    const peer = new RTCPeerConnection();
    const channel = peer.createDataChannel('lab', {
      negotiated: true,
      id: 0,
      ordered: false,
      maxRetransmits: 0,
    });
    const waiting = new Map<string, () => void>();
    channel.onmessage = ({ data }) => {
      const [kind, id] = String(data).split(' ');
      if (kind === 'ping') channel.send(`pong ${id}`);
      else waiting.get(id ?? '')?.();
    };
    const ping = async (patience: number): Promise<number | null> => {
      if (channel.readyState !== 'open') await new Promise((resolve) => (channel.onopen = resolve));
      const id = crypto.getRandomValues(new Uint32Array(1)).toString();
      const from = performance.now();
      const back = new Promise<void>((resolve) => waiting.set(id, resolve));
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience));
      channel.send(`ping ${id}`);
      return (await Promise.race([back, late])) === 'late' ? null : performance.now() - from;
    };
    Object.assign(globalThis, { wire: { peer, ping } satisfies Wire });
  });
  return page;
}

/** Offer, answer, candidates all included: carried by the test itself. */
async function connect(a: Page, b: Page): Promise<void> {
  const offer = await a.evaluate(describe);
  await b.evaluate((description) => wire.peer.setRemoteDescription(description), offer);
  const answer = await b.evaluate(describe);
  await a.evaluate((description) => wire.peer.setRemoteDescription(description), answer);
}

async function describe(): Promise<RTCSessionDescriptionInit> {
  await wire.peer.setLocalDescription();
  while (wire.peer.iceGatheringState !== 'complete') {
    await new Promise((resolve) => (wire.peer.onicegatheringstatechange = resolve));
  }
  return wire.peer.localDescription?.toJSON() ?? { type: 'offer' };
}

/** The quickest of ten: what the network takes, without the hiccups of a busy machine. */
async function roundTrip(page: Page): Promise<number | null> {
  const times: number[] = [];
  for (let count = 0; count < 10; count += 1) {
    const time = await page.evaluate(() => wire.ping(1_000));
    if (time !== null) times.push(time);
  }
  return times.length > 0 ? Math.min(...times) : null;
}

const isHeard = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await wire.ping(1_000)) !== null);

/** Whether the server answers within a second. */
const reachesServer = (page: Page): Promise<boolean> =>
  page.evaluate(async (url) => {
    try {
      await fetch(url, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(1_000) });
      return true;
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return false;
      throw error;
    }
  }, `http://10.77.0.2:${PORT}/`);

labTest('cuts cut what they say and nothing else, delays delay, losses lose', 60_000, async () => {
  lab = await openLab(3);
  const [server, one, two] = lab.computers;
  if (!server || !one || !two) throw new Error('A computer is missing');
  const { router } = lab;
  const serving = server.spawn('python3', ['-m', 'http.server', '--bind', server.address, String(PORT)]);
  const [a, b] = await Promise.all([openPage(1), openPage(2)]);
  await connect(a, b);
  await expect.poll(() => reachesServer(a), { timeout: 10_000 }).toBe(true);

  expect(await roundTrip(a)).toBeLessThan(15);
  await router.set({ delayMs: 40 });
  const delayed = await roundTrip(a);
  expect(delayed).toBeGreaterThanOrEqual(80);
  expect(delayed).toBeLessThan(110);

  await router.set({ ...PERFECT, loss: 0.5 });
  const before = await router.set({});
  const pings = await a.evaluate(() => Promise.all(Array.from({ length: 100 }, () => wire.ping(500))));
  const lost = pings.filter((time) => time === null).length;
  // A ping is two packets, several of them may share one: 3 in 4 are lost, give or take.
  expect(lost).toBeGreaterThan(20);
  expect(lost).toBeLessThan(100);
  expect((await router.set({})).lost).toBeGreaterThan(before.lost);

  await router.set({ ...PERFECT, cuts: both(1, 2, 'udp') });
  expect(await Promise.all([isHeard(a), reachesServer(a)])).toEqual([false, true]);
  await router.set({ cuts: [{ from: 2, to: 1, carries: 'all' }] });
  expect(await Promise.all([isHeard(a), reachesServer(a), reachesServer(b)])).toEqual([false, true, true]);
  await router.set({ cuts: both(0, 1, 'tcp') });
  expect(await Promise.all([isHeard(a), reachesServer(a), reachesServer(b)])).toEqual([true, false, true]);
  await router.set({ cuts: [], down: [2] });
  expect(await Promise.all([isHeard(a), reachesServer(a), reachesServer(b)])).toEqual([false, true, false]);
  await router.set(PERFECT);
  await two.setAdapter('down');
  expect(await Promise.all([isHeard(a), reachesServer(b)])).toEqual([false, false]);
  await two.setAdapter('up');
  await expect.poll(() => isHeard(a), { timeout: 20_000 }).toBe(true);
  await two.move();
  expect(await isHeard(a)).toBe(false);
  await expect.poll(() => reachesServer(b)).toBe(true);

  expect(two.signal('SIGSTOP', '--type=renderer')).toBeGreaterThan(0);
  const asked = b.evaluate(() => 'awake');
  const first = await Promise.race([asked, a.evaluate(() => wire.ping(500))]);
  expect(first).toBeNull();
  two.signal('SIGCONT', '--type=renderer');
  expect(await asked).toBe('awake');
  serving.kill();
});

function both(a: number, b: number, carries: 'udp' | 'tcp') {
  return [
    { from: a, to: b, carries },
    { from: b, to: a, carries },
  ] as const;
}
