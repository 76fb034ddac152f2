// Several typing at the pace of quick hands, for some seconds: what it costs all of them.
import { passTime } from './until.ts';
import type { Meeting } from './world.ts';

/** 12 keys a second. */
const PACE = 1_000 / 12;
const LETTERS = 'the quick brown fox jumps over the lazy dog ';

export interface TypingCost {
  /** Frames that all sent together, for each key; `NaN` when nobody typed. */
  readonly messages: number;
  /** Of one core, all pages and the network's process together. */
  readonly cpu: number;
}

/** The first `typists` peers type, each in a line of its own. Only on loopback. */
export async function measureTyping(
  { peers, cpuSeconds }: Meeting,
  typists: number,
  duration: number,
): Promise<TypingCost> {
  const typing = peers.slice(0, typists);
  for (const { page, name } of typing) await page.evaluate((line) => window.inPage.toLine(line), `${name}: `);
  const frames = async (): Promise<number> => {
    const all = await Promise.all(peers.map((peer) => peer.details()));
    return all.reduce((sum, { counters }) => sum + (counters.framesSent ?? Number.NaN), 0);
  };
  const before = await frames();
  // Reading the panel took the caret away.
  for (const { page, name } of typing) await page.evaluate((line) => window.inPage.toLine(line), `${name}: `);
  const cpu = cpuSeconds();
  const from = performance.now();
  const end = from + duration;
  let keys = 0;
  await Promise.all(
    typing.map(async ({ page }) => {
      let due = performance.now();
      for (let key = 0; performance.now() < end; key += 1) {
        await page.keyboard.press(LETTERS[key % LETTERS.length] ?? ' ');
        keys += 1;
        due += PACE;
        await passTime(Math.max(0, due - performance.now()));
      }
    }),
  );
  await passTime(Math.max(0, end - performance.now()));
  const used = (cpuSeconds() - cpu) / ((performance.now() - from) / 1_000);
  return { messages: ((await frames()) - before) / keys, cpu: used };
}
