// One time for all: a computer whose own clock is five seconds ahead shows the countdown as the others do, over good lines
// and bad ones.
import { describe, expect } from 'vitest';
import { closedAfterEach } from './app/closed-after-each.ts';
import type { Peer } from './app/peer.ts';
import { passTime, until } from './app/until.ts';
import { openMeeting } from './app/world.ts';
import { FULL, labTest } from './lab/available.ts';

const AHEAD = 5_000;
/** One way; `within`: what is promised there, milliseconds. */
const LINES = [
  { delayMs: 0, jitterMs: 0, loss: 0, within: 10 },
  { delayMs: 20, jitterMs: 10, loss: 0, within: 10 },
  { delayMs: 40, jitterMs: 20, loss: 0.05, within: 20 },
  { delayMs: 60, jitterMs: 60, loss: 0.1, within: 50 },
];

const open = closedAfterEach(openMeeting);

describe('the shared clock is right', () => {
  for (const { within, ...line } of FULL ? LINES : LINES.slice(2, 3)) {
    const words = `${line.delayMs} ms and up to ${line.jitterMs} more, ${line.loss * 100} % lost`;
    labTest(`within ${within} ms over ${words}`, 120_000, async () => {
      const { lab, invite, item, peers, add } = await open('lab', ['A'], 1);
      const [a] = peers as [Peer];
      await lab?.router.set(line);
      const b = await add('B', { clockAhead: AHEAD });
      await b.join(invite, item);
      await until('B has measured', 20_000, async () => (await readClock(b)).uncertainty !== null);
      // Of the probes that follow the first ones each may only make it better.
      await passTime(FULL ? 30_000 : 5_000);
      const [first, second] = [await readClock(a), await readClock(b)];
      const spread = second.offset + AHEAD - first.offset;
      console.log(`${words}: ${spread} ms apart, said to be within ${second.uncertainty} ms`);
      expect(Math.abs(spread)).toBeLessThanOrEqual(within);
    });
  }
});

async function readClock(peer: Peer): Promise<{ offset: number; uncertainty: number | null }> {
  const [, offset, uncertainty] =
    /clock: offset (-?\d+) ms, uncertainty (\w+)/.exec(await peer.report()) ?? [];
  return { offset: Number(offset), uncertainty: uncertainty === 'unknown' ? null : Number(uncertainty) };
}
