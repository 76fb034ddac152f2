// The one check at the end of every scenario: all have the same text and the same document, every word that anybody wrote
// is there exactly once, and nothing went wrong on the way.
import type { Peer } from './peer.ts';
import { until } from './until.ts';

/** Milliseconds until all documents are equal; throws after `within` of them. */
export async function untilEqual(peers: readonly Peer[], within: number): Promise<number> {
  const from = performance.now();
  await until(`${peers.map(({ name }) => name).join(', ')} are equal`, within, async () => {
    return allSame(await Promise.all(peers.map((peer) => peer.fingerprint())));
  });
  return performance.now() - from;
}

/**
 * When the last of `peers` had all `words` in the editor, milliseconds since 1970; seen inside the pages, so that asking
 * takes no time. Throws when one has not after `within`.
 */
export async function untilAllHave(
  peers: readonly Peer[],
  words: readonly string[],
  within: number,
): Promise<number> {
  const times = await Promise.all(
    peers.map(async ({ name, page }) => {
      const seen = page.evaluate(([words, within]) => window.inPage.untilHas(words, within), [
        words,
        within,
      ] as const);
      const { at, missing } = await seen;
      if (at === null)
        throw new Error(`${name} has not, after ${within} ms: ${missing.slice(0, 10).join(' ')}`);
      return at;
    }),
  );
  return Math.max(...times);
}

/** What is wrong, nothing when all is well. `writers` are all who ever wrote, `peers` all who are there. */
export async function findFaults(
  peers: readonly Peer[],
  { within = 10_000, writers = peers }: { within?: number; writers?: readonly Peer[] } = {},
): Promise<readonly string[]> {
  await untilEqual(peers, within);
  const texts = await Promise.all(peers.map((peer) => peer.text()));
  const digests = await until('the digests are equal', within, async () => {
    const all = await Promise.all(peers.map(async (peer) => (await peer.details()).digest));
    return allSame(all) && all;
  });
  const count = countWords(texts[0] ?? '');
  const written = writers.flatMap(({ words }) => words);
  return [
    ...(allSame(texts) ? [] : [`the texts differ: ${JSON.stringify(texts)}`]),
    ...(digests[0] ? [] : ['there is no digest']),
    ...written.filter((word) => !count.has(word)).map((word) => `lost: ${word}`),
    ...written.filter((word) => (count.get(word) ?? 0) > 1).map((word) => `doubled: ${word}`),
    ...[...new Set([...peers, ...writers])].flatMap(({ problems }) => problems),
  ];
}

function allSame(values: readonly unknown[]): boolean {
  return new Set(values).size <= 1;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const word of text.split(/\s+/)) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}
