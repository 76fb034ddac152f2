// Long apart: thousands of edits on each side, the same line deleted here and written there, the same items moved.
import { expect, test } from 'vitest';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults, untilEqual } from './app/equal.ts';
import type { Peer } from './app/peer.ts';
import { openMeeting } from './app/world.ts';
import { FULL } from './lab/available.ts';

const open = closedAfterEach(openMeeting);

test.each(FULL ? [2_000, 20_000] : [2_000])(
  '%i edits of each of two are one text within seconds',
  {
    timeout: 300_000,
  },
  async (count) => {
    const { peers } = await open('loopback', ['A', 'B']);
    for (const peer of peers) await peer.setOffline(true);
    await Promise.all(peers.map((peer) => peer.scatter(count)));
    for (const peer of peers) await peer.setOffline(false);
    expect(await findFaults(peers, { within: 20_000 })).toEqual([]);
  },
);

test('three who were apart in different ways become one', { timeout: 120_000 }, async () => {
  const { peers } = await open('loopback', ['A', 'B', 'C']);
  for (const peer of peers) await peer.setOffline(true);
  await Promise.all(peers.map((peer) => peer.scatter(200)));
  // First two of them, then the third.
  for (const peer of peers.slice(0, 2)) await peer.setOffline(false);
  await Promise.all(peers.map((peer) => peer.scatter(50)));
  await peers[2]?.setOffline(false);
  expect(await findFaults(peers, { within: 20_000 })).toEqual([]);
});

test('a line that one deletes while another writes in it is the same for both', {
  timeout: 120_000,
}, async () => {
  const { peers } = await open('loopback', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  await a.type(3);
  await findFaults(peers);
  for (const peer of peers) await peer.setOffline(true);
  expect(await a.page.evaluate(() => window.inPage.removeLines('A: '))).toBe(1);
  await b.page.evaluate(() => window.inPage.toLine('A: '));
  await b.page.keyboard.type('said while it went away');
  await b.type(3);
  for (const peer of peers) await peer.setOffline(false);
  // What A wrote, A deleted: gone on both sides, in one and the same way.
  expect(await findFaults(peers, { writers: [b] })).toEqual([]);
});

test('the first words of five who begin an empty item at once are all kept', {
  timeout: 120_000,
}, async () => {
  const { peers } = await open('loopback', ['A', 'B', 'C', 'D', 'E']);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(peers.map((peer) => peer.append(1)));
  }
  expect(await findFaults(peers)).toEqual([]);
});

test('the first words of five who begin the same empty line at once are all kept', {
  timeout: 120_000,
}, async () => {
  const { peers } = await open('loopback', ['A', 'B', 'C', 'D', 'E']);
  const [a] = peers as [Peer];
  await a.type(1);
  await a.page.keyboard.press('Enter');
  await untilEqual(peers, 10_000);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(peers.map((peer) => peer.append(1)));
  }
  expect(await findFaults(peers)).toEqual([]);
});
