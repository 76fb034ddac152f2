// Meetings of megabytes reach who joins, while the host types, and also when the network goes in the middle.
import { expect, test } from 'vitest';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults } from './app/equal.ts';
import { joinLarge, openLarge } from './app/joining.ts';
import type { Peer } from './app/peer.ts';
import { passTime, until } from './app/until.ts';
import { openWorld } from './app/world.ts';
import { FULL, labTest } from './lab/available.ts';
import { PERFECT } from './lab/lab.ts';

const open = closedAfterEach(openWorld);

test.each(FULL ? [0.2, 1, 5, 20] : [1])(
  '%f MB are there soon after Join, and what the host types meanwhile',
  {
    timeout: 180_000,
  },
  async (megabytes) => {
    const { peers } = await open('loopback', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    const large = await openLarge(a, megabytes);
    const [time] = await Promise.all([joinLarge(a, b, large, 60_000), a.type(10)]);
    console.log(`${megabytes} MB: there ${Math.round(time)} ms after Join`);
    await b.type(2);
    expect(await findFaults(peers, { within: 20_000 })).toEqual([]);
  },
);

labTest('a cut in the middle of 5 MB only delays them', 180_000, async () => {
  const { peers, lab } = await open('lab', ['A', 'B']);
  const [a, b] = peers as [Peer, Peer];
  const large = await openLarge(a, 5);
  await lab?.router.set({ delayMs: 20 });
  const before = await lab?.router.set({});
  const joined = joinLarge(a, b, large, 90_000);
  const came = async (): Promise<number> => {
    const now = await lab?.router.set({});
    return (now?.bytesTo[2] ?? 0) - (before?.bytesTo[2] ?? 0);
  };
  await until('2 MB are there', 60_000, async () => (await came()) > 2e6);
  await lab?.router.set({ down: [2] });
  await a.type(3);
  await passTime(FULL ? 30_000 : 6_000);
  await lab?.router.set({ ...PERFECT, delayMs: 20 });
  await joined;
  await b.type(2);
  expect(await findFaults(peers, { within: 20_000 })).toEqual([]);
});
