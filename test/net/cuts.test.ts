// The network goes away between two note-takers, in five ways and for five lengths of time, while both go on writing.
import { afterAll, describe, expect } from 'vitest';
import { CUT_KINDS, type CutKind, cutAndHeal } from './app/cuts.ts';
import { findFaults } from './app/equal.ts';
import { until } from './app/until.ts';
import { type Meeting, openMeeting } from './app/world.ts';
import { FULL, labTest } from './lab/available.ts';

const QUICK: readonly (readonly [CutKind, number])[] = [
  ...CUT_KINDS.map((kind) => [kind, 3] as const),
  ['off the net', 10],
  ['adapter down', 20],
];
const ALL = CUT_KINDS.flatMap((kind) => [3, 10, 20, 45, 120].map((seconds) => [kind, seconds] as const));

/** A cut of both directions that lasts longer must be in the status by then. */
const NOTICE_MS = 4_000;
/** Twice the goal; the measured figure is one of `npm run bench -- sync`. */
const EQUAL_MS = 5_000;

// One meeting goes through all cuts, as on a bad day; after a failure there is a new one.
let meeting: Meeting | null = null;

async function leave(): Promise<void> {
  const left = meeting;
  meeting = null;
  await left?.close();
}
afterAll(leave);

describe('two who write while the network is gone have one text when it is back', () => {
  for (const [kind, seconds] of FULL ? ALL : QUICK) {
    labTest(`${kind} for ${seconds} s`, 90_000 + seconds * 1_000, async ({ onTestFailed }) => {
      onTestFailed(leave);
      meeting ??= await openMeeting('lab', ['A', 'B']);
      const { peers } = meeting;
      for (const peer of peers) {
        await until(`${peer.name} is live`, 10_000, async () =>
          (await peer.status()).startsWith('Live with 1'),
        );
      }

      const { noticedMs, equalMs } = await cutAndHeal(meeting, kind, seconds);

      console.log(`${kind} for ${seconds} s: noticed ${noticedMs.map(String)} ms, equal after ${equalMs} ms`);
      expect(equalMs).toBeLessThan(EQUAL_MS);
      if (kind === 'only the relay') expect(noticedMs).toEqual([null, null]);
      else if (seconds > 4) {
        for (const time of noticedMs) expect(time ?? Number.POSITIVE_INFINITY).toBeLessThan(NOTICE_MS);
      }
      expect(await findFaults(peers)).toEqual([]);
    });
  }
});
