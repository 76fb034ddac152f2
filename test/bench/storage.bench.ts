// The update log in a real Chromium: 20,000 one-character updates in a burst, and typing at a steady pace.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { type BenchResult, figure } from '../../build/scripts/bench-figure.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../build/scripts/tools.ts';
import type { StorageHarness } from './storage-page/page.ts';
import { serveStoragePage } from './storage-page/serve-storage-page.ts';

declare const window: { readonly harness: StorageHarness };

const EDITS = 20_000;
const LETTERS = 500;
const EVERY = 20;

export async function bench(): Promise<readonly BenchResult[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found');
  const work = mkdtempSync(join(tmpdir(), 'quorum-storage-bench-'));
  const served = await serveStoragePage(join(work, 'page'));
  // A profile on the disk: in a private one Chromium keeps IndexedDB in memory.
  const context = await chromium.launchPersistentContext(join(work, 'profile'), {
    executablePath,
    args: [...CHROMIUM_FLAGS],
    headless: true,
  });
  try {
    const page = await context.newPage();
    await page.goto(served.url);
    await page.waitForFunction(() => 'harness' in window);
    const burst = await page.evaluate((edits) => window.harness.burst('burst', edits), EDITS);
    const load = await measureLoad(page);
    if (burst.state !== 'saved' || load.length !== EDITS)
      throw new Error(`Lost: ${JSON.stringify({ burst, load })}`);
    const compaction = await page.evaluate(() => window.harness.compact('burst'));
    if (compaction.outcome !== 'compacted') throw new Error(`Not compacted: ${compaction.outcome}`);
    const compacted = await measureLoad(page);
    const times = await page.evaluate(([letters, every]) => window.harness.typing('typing', letters, every), [
      LETTERS,
      EVERY,
    ] as const);
    return [
      figure(`${EDITS} one-character updates: write backlog after the last`, burst.backlog, 'ms', 100),
      figure(`${EDITS} updates: time to type them`, burst.typing, 'ms'),
      figure(`${EDITS} updates: rows`, burst.rows, 'rows', 500),
      figure(`${EDITS} updates: bytes in the log`, burst.bytes / 1000, 'kB'),
      figure(`${EDITS} updates: load from the log`, load.ms, 'ms', 60),
      figure(`${EDITS} updates: compaction, in its worker`, compaction.ms, 'ms'),
      figure(`${EDITS} updates: longest hold of the page during compaction`, compaction.held, 'ms', 16),
      figure(`${EDITS} updates: bytes of the snapshot`, compaction.bytes / 1000, 'kB'),
      figure(`${EDITS} updates: load from the snapshot`, compacted.ms, 'ms', 60),
      figure('typing: from the key to durable, p50', quantile(times, 0.5), 'ms', 5),
      figure('typing: from the key to durable, p95', quantile(times, 0.95), 'ms', 15),
    ];
  } finally {
    await context.close();
    await served.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** The median of five: one load is a few hundredths of a second, as much as a hiccup of the machine. */
async function measureLoad(page: Page): Promise<{ ms: number; length: number }> {
  const times: number[] = [];
  let length = 0;
  for (let round = 0; round < 5; round += 1) {
    const load = await page.evaluate(() => window.harness.load('burst'));
    times.push(load.ms);
    length = load.length;
  }
  return { ms: quantile(times, 0.5), length };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
