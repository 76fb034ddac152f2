// The mesh in real Chromium, over real WebRTC and the real relay: pages that start in the same instant, large documents,
// what a key costs and how long it takes.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BundledPage, bundlePage, PEER_FLAGS } from './support/bundled-page.ts';

let bundled: BundledPage;
let context: BrowserContext;
let problems: string[] = [];
let rooms = 0;

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/sync/mesh/page', PEER_FLAGS);
});
afterAll(async () => {
  await bundled?.close();
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

async function openPages(size: number): Promise<Page[]> {
  context = await bundled.browser.newContext();
  problems = [];
  return Promise.all(
    Array.from({ length: size }, async () => {
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(bundled.url);
      return page;
    }),
  );
}

async function joinAll(pages: readonly Page[]): Promise<void> {
  rooms += 1;
  await Promise.all(
    pages.map((page, index) =>
      page.evaluate(([name, room]) => window.meshPeer.join(name, room), [`p${index}`, rooms] as const),
    ),
  );
}

/** All have all marks, each once, and the same digest. */
async function expectConverged(
  pages: readonly Page[],
  marks: readonly string[],
  timeout: number,
): Promise<void> {
  await Promise.all(
    pages.map((page) =>
      page.waitForFunction(
        ([marks, others]) =>
          marks.every((mark) => window.meshPeer.text().split(mark).length === 2) &&
          window.meshPeer.state().peers.filter(({ equal }) => equal).length === others,
        [marks, pages.length - 1] as const,
        { timeout, polling: 20 },
      ),
    ),
  );
  const digests = await Promise.all(pages.map((page) => page.evaluate(() => window.meshPeer.state().digest)));
  expect(new Set(digests).size).toBe(1);
}

test.each([2, 5, 10])(
  '%i peers that start in the same instant have everything of each other',
  async (size) => {
    const pages = await openPages(size);
    await joinAll(pages);
    const start = performance.now();
    const marks = pages.map((_, index) => `<start ${index}>`);
    await Promise.all(
      pages.map((page, index) => page.evaluate((mark) => window.meshPeer.type(mark), marks[index] ?? '')),
    );
    await expectConverged(pages, marks, 20_000);
    console.log(`${size} peers: all equal after ${Math.round(performance.now() - start)} ms`);
    for (const page of pages)
      expect(await page.evaluate(() => window.meshPeer.presence())).toEqual(
        pages.map((_, index) => `p${index}`).sort(),
      );
  },
);

test('ten peers: three type; a key costs nine messages, and is soon everywhere', async () => {
  const pages = await openPages(10);
  await joinAll(pages);
  await expectConverged(pages, [], 20_000);
  const sum = async () => {
    const all = await Promise.all(pages.map((page) => page.evaluate(() => window.meshPeer.counters())));
    return all.reduce((frames, counters) => frames + counters.framesSent, 0);
  };
  const before = await sum();
  const start = performance.now();
  const written: Record<string, number> = {};
  await Promise.all(
    pages.slice(0, 3).map(async (page, writer) => {
      const times = await page.evaluate(async (writer) => {
        const times: Record<string, number> = {};
        for (let key = 0; key < 60; key += 1) {
          const mark = `<${writer}-${key}>`;
          times[mark] = performance.timeOrigin + performance.now();
          window.meshPeer.type(mark);
          await new Promise((resolve) => setTimeout(resolve, 83));
        }
        return times;
      }, writer);
      Object.assign(written, times);
    }),
  );
  const lasted = performance.now() - start;
  await expectConverged(pages, Object.keys(written), 20_000);
  const messages = (await sum()) - before;
  const waits: number[] = [];
  for (const page of pages) {
    const seen = await page.evaluate(() => window.meshPeer.seen());
    for (const [mark, at] of Object.entries(written)) waits.push((seen[mark] ?? Number.NaN) - at);
  }
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round((waits[Math.floor(waits.length * share)] ?? 0) * 10) / 10;
  console.log(
    `ten peers, three typing ${Math.round(lasted)} ms: ${(messages / 180).toFixed(2)} messages a key;` +
      ` key to remote p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms`,
  );
  expect(messages / 180).toBeLessThanOrEqual(12);
  // The bench holds it to its goal (50 ms), on a machine that does nothing else meanwhile.
  expect(at(0.95)).toBeLessThan(500);
});

test('a document of 5 MB reaches somebody who joins while the others write', async () => {
  const pages = await openPages(3);
  const [host, second, joiner] = pages;
  if (!host || !second || !joiner) throw new Error('no pages');
  await joinAll([host, second]);
  await host.evaluate(() => window.meshPeer.fill(5 * 1024 * 1024));
  await expectConverged([host, second], [], 20_000);
  const start = performance.now();
  await joiner.evaluate((room) => window.meshPeer.join('late', room), rooms);
  const marks = Array.from({ length: 10 }, (_, key) => `<big ${key}>`);
  for (const mark of marks) await second.evaluate((mark) => window.meshPeer.type(mark), mark);
  await expectConverged(pages, marks, 20_000);
  console.log(`5 MB: all equal ${Math.round(performance.now() - start)} ms after the joining`);
  expect(await joiner.evaluate(() => window.meshPeer.state().dropped)).toEqual([]);
});
