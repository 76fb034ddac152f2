// Simultaneous starts: everybody leaves the meeting for Home and opens it again in the same millisecond, then writes.
import { untilAllHave, untilEqual } from './equal.ts';
import type { Peer } from './peer.ts';
import { until } from './until.ts';
import type { Meeting } from './world.ts';

/** Milliseconds from the start until all had what each wrote after it, for every round; `Infinity` for longer than `limit`. */
export async function startTogether(
  { peers, item }: Meeting,
  rounds: number,
  limit: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  // First words in an empty text are another matter (forks.test.ts).
  for (const peer of peers) {
    await peer.scatter(1);
    await untilEqual(peers, 10_000);
  }
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(peers.map(({ page }) => goHome(page)));
    const start = Date.now() + 300;
    await Promise.all(peers.map((peer) => openAt(peer, item, start)));
    const words = peers.flatMap((peer) => peer.words.slice(-1));
    try {
      times.push((await untilAllHave(peers, words, limit)) - start);
    } catch (error) {
      console.error(`Round ${round + 1}:`, error);
      times.push(Number.POSITIVE_INFINITY);
    }
  }
  return times;
}

async function goHome(page: Peer['page']): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.getByRole('textbox', { name: /^Minutes/ }).waitFor({ state: 'detached' });
}

async function openAt(peer: Peer, item: string, start: number): Promise<void> {
  const { page, name } = peer;
  await page.evaluate(([item, start]) => setTimeout(() => (location.hash = item), start - Date.now()), [
    item,
    start,
  ] as const);
  await until(`${name} has the minutes on screen`, 10_000, async () => (await peer.text()) !== null);
  await peer.scatter(1);
}
