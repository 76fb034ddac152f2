// How long a key takes from one editor to another: from the key's event in one page to the letter in the other page's DOM,
// by the one clock that all pages of a machine have.
import type { Peer } from './peer.ts';
import { passTime, until } from './until.ts';

/** A key that no text of the tests has. */
const MARK = '~';

/** Milliseconds of every key at every reader. `every` is the pace of typing; the mark ends as `writer`'s line. */
export async function measureKeys(
  writer: Peer,
  readers: readonly Peer[],
  count: number,
  every: number,
): Promise<readonly number[]> {
  await writer.page.evaluate((line) => window.inPage.toLine(line), `${writer.name}: `);
  for (const { page } of [writer, ...readers])
    await page.evaluate((mark) => window.inPage.noteMarks(mark), MARK);
  let due = performance.now();
  for (let key = 0; key < count; key += 1) {
    await writer.page.keyboard.press(MARK);
    due += every;
    await passTime(Math.max(0, due - performance.now()));
  }
  // What is written next in this line is a word of its own.
  await writer.page.keyboard.press('Space');
  const times: number[] = [];
  for (const { name, page } of readers) {
    const seen = await until(`${name} has all ${count} keys`, 20_000, async () => {
      const seen = await page.evaluate(() => [...window.inPage.marksSeen]);
      return seen.length >= count && seen;
    });
    const pressed = await writer.page.evaluate(() => [...window.inPage.keysPressed]);
    times.push(...pressed.map((at, index) => (seen[index] ?? Number.POSITIVE_INFINITY) - at));
  }
  // It costs time itself.
  for (const { page } of [writer, ...readers]) await page.evaluate(() => window.inPage.stopNoting());
  return times;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
