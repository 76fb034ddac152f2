// What happens to a computer: its page crashes right after a key, or it sleeps for a while.
import { expect } from 'vitest';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults, untilAllHave } from './app/equal.ts';
import { watchGhost } from './app/ghost.ts';
import type { Peer } from './app/peer.ts';
import { passTime, until } from './app/until.ts';
import { openMeeting } from './app/world.ts';
import { FULL, labTest } from './lab/available.ts';

const open = closedAfterEach(openMeeting);

labTest(
  'a page that dies right after a key has lost nothing; its ghost is grey soon and then gone',
  120_000,
  async () => {
    const { peers, item } = await open('lab', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    await a.type(2);
    await b.type(3);
    await passTime(100);
    expect(b.computer?.signal('SIGKILL', '--type=renderer')).toBeGreaterThan(0);
    const { greyMs, goneMs } = await watchGhost(a, b);
    console.log(`ghost: grey after ${greyMs} ms, gone after ${goneMs} ms`);
    expect(greyMs).toBeLessThan(6_000);
    expect(goneMs).toBeLessThan(16_000);
    await b.restart(item);
    await b.type(2);
    expect(await findFaults(peers)).toEqual([]);
  },
);

labTest(
  'a computer that slept is live again within seconds, with all that was said meanwhile',
  200_000,
  async () => {
    const { peers } = await open('lab', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    await b.type(2);
    b.computer?.signal('SIGSTOP');
    const sleptAt = Date.now();
    await a.type(3);
    await passTime((FULL ? 60_000 : 12_000) - (Date.now() - sleptAt));
    b.computer?.signal('SIGCONT');
    const wokeAt = Date.now();
    const at = await untilAllHave([a, b], a.words, 15_000);
    console.log(`awake: equal after ${at - wokeAt} ms`);
    expect(at - wokeAt).toBeLessThan(5_000);
    await until('both are live', 5_000, async () =>
      (await Promise.all([a.status(), b.status()])).every((words) => words.startsWith('Live with 1')),
    );
    await b.type(2);
    expect(await findFaults(peers)).toEqual([]);
  },
);
