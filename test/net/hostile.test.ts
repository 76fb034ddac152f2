// A member who means harm, over real links: thousands of messages that no honest app sends. Those who write notice
// nothing; what they wrote is there, and nothing else.
import { expect, test } from 'vitest';
import { bundlePage } from '../e2e/support/bundled-page.ts';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults } from './app/equal.ts';
import type { Peer } from './app/peer.ts';
import { openMeeting } from './app/world.ts';
import type { HostileMember } from './hostile/page.ts';
import { FULL } from './lab/available.ts';

declare const window: Window & { readonly hostile: HostileMember };

/** The others stop listening to a life after some dozen messages: each gets that many through to both. */
const LIVES = FULL ? 100 : 4;
const MESSAGES_A_LIFE = 100;
/** Bytes by which the memory of a page may grow. */
const GROWTH = 50e6;

const open = closedAfterEach(openMeeting);
const openPage = closedAfterEach(bundlePage);

async function heapOf(peer: Peer): Promise<number> {
  const session = await peer.page.context().newCDPSession(peer.page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test(`${LIVES} lives of a hostile member change nothing`, { timeout: 900_000 }, async () => {
  const { peers, invite, newContext } = await open('loopback', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  await a.type(3);
  const before = await heapOf(b);

  const { url } = await openPage('test/net/hostile');
  // The page comes from another place than the relay, which the app's policy would not let it reach.
  const context = await newContext({ bypassCSP: true });
  let sent = 0;
  for (let life = 1; life <= LIVES; life += 1) {
    const page = await context.newPage();
    await page.goto(url);
    const attack = page.evaluate(([invite, count, seed]) => window.hostile.attack(invite, count, seed), [
      invite,
      MESSAGES_A_LIFE,
      life,
    ] as const);
    await Promise.all([a.type(1), b.type(1)]);
    sent += await attack;
    await page.close();
  }
  await context.close();
  await b.type(3);

  const growth = (await heapOf(b)) - before;
  console.log(`${sent} messages taken by links; memory grew by ${(growth / 1e6).toFixed(1)} MB`);
  expect(sent).toBeGreaterThan(LIVES * 10);
  expect(growth).toBeLessThan(GROWTH);
  expect(await findFaults(peers)).toEqual([]);
  expect((await a.text())?.includes('hostile')).toBe(false);
});
