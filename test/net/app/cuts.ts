// The ways in which a network goes away between two note-takers, and one experiment with them: cut, both go on writing,
// heal, and how long until both have all of it.
import { PERFECT } from '../lab/lab.ts';
import type { Cut } from '../lab/router.ts';
import { untilAllHave } from './equal.ts';
import { passTime } from './until.ts';
import type { Meeting } from './world.ts';

export const CUTS = {
  'off the net': (meeting: Meeting, node: number) => setNetwork(meeting, { down: [node] }),
  'adapter down': async (meeting: Meeting, node: number) => {
    const computer = meeting.lab?.computers[node];
    await computer?.setAdapter('down');
    return async () => computer?.setAdapter('up');
  },
  'only the way between them': (meeting: Meeting, node: number) =>
    setNetwork(meeting, { cuts: bothWays(node, others(meeting, node), 'udp') }),
  'only the relay': (meeting: Meeting, node: number) =>
    setNetwork(meeting, { cuts: bothWays(node, [0], 'all') }),
  'one direction': (meeting: Meeting, node: number) =>
    setNetwork(meeting, { cuts: others(meeting, node).map((from) => ({ from, to: node, carries: 'udp' })) }),
} satisfies Record<string, (meeting: Meeting, node: number) => Promise<Heal>>;

type Heal = () => Promise<unknown>;

export type CutKind = keyof typeof CUTS;

export const CUT_KINDS = Object.keys(CUTS) as readonly CutKind[];

async function setNetwork(
  { lab }: Meeting,
  change: { readonly down?: readonly number[]; readonly cuts?: readonly Cut[] },
): Promise<Heal> {
  await lab?.router.set(change);
  return async () => lab?.router.set(PERFECT);
}

function others({ peers }: Meeting, node: number): readonly number[] {
  return peers.flatMap(({ computer }) => (computer && computer.number !== node ? [computer.number] : []));
}

export function bothWays(node: number, with_: readonly number[], carries: Cut['carries']): readonly Cut[] {
  return with_.flatMap((other) => [
    { from: node, to: other, carries },
    { from: other, to: node, carries },
  ]);
}

export interface CutResult {
  /** From the cut until the first and until both chips no longer said that they are live; `null` when they never did. */
  readonly noticedMs: readonly (number | null)[];
  /** From healing until everybody had every word. */
  readonly equalMs: number;
}

/** Cuts off the last peer for `seconds`. All write in the first second, and again before it heals. */
export async function cutAndHeal(
  meeting: Meeting,
  kind: CutKind,
  seconds: number,
  patience = 60_000,
): Promise<CutResult> {
  const { peers } = meeting;
  const node = peers.at(-1)?.computer?.number;
  if (node === undefined) throw new Error('Cuts need the laboratory');
  const before = peers.map(({ words }) => words.length);
  const cutAt = Date.now();
  const heal = await CUTS[kind](meeting, node);
  try {
    await Promise.all(peers.map((peer) => peer.type(3)));
    await passTime(Math.max(0, seconds * 1_000 - 500 - (Date.now() - cutAt)));
    await Promise.all(peers.map((peer) => peer.scatter(20)));
    await passTime(Math.max(0, seconds * 1_000 - (Date.now() - cutAt)));
  } finally {
    await heal();
  }
  const healedAt = Date.now();
  const words = peers.flatMap((peer, index) => peer.words.slice(before[index]));
  const equalAt = await untilAllHave(peers, words, patience);
  const noticedMs = await Promise.all(
    peers.map(async ({ page }) => {
      const statuses = await page.evaluate(() => window.inPage.statuses);
      const lost = statuses.find(({ at, words }) => at > cutAt && at < healedAt && !words.startsWith('Live'));
      return lost ? lost.at - cutAt : null;
    }),
  );
  return { noticedMs, equalMs: Math.max(0, equalAt - healedAt) };
}
