// Opening and typing as the user feels them, in the built app in a real Chromium: a meeting of 36 items x 5,000 characters
// from 180,000 one-character edits; the first paint; what the first screen has to load.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type BenchResult, figure } from '../../build/scripts/bench-figure.ts';
import { ROOT } from '../../build/scripts/project.ts';
import { type App, startApp } from '../e2e/support/app.ts';
import { type BigMeeting, buildBigMeeting } from './big-meeting.ts';
import { putMeeting } from './put-meeting.ts';

const MEETING = 'bench-meeting-000000000';
const EDITOR = '[contenteditable="true"]';
const KEYS = 300;
const ROUNDS = 7;

export async function bench(): Promise<readonly BenchResult[]> {
  const big = buildBigMeeting(36, 5_000);
  return [...(await benchOpening(big)), ...(await benchTyping(big))];
}

async function benchOpening(big: BigMeeting): Promise<readonly BenchResult[]> {
  const app = await startApp();
  try {
    const page = await app.open();
    await page.locator('main h1').waitFor();
    const paints = await measureFirstPaints(app);
    await putMeeting(page, MEETING, big.snapshot);
    await page.close();
    // The first start lists the meeting, which is new to it; nobody waits for that.
    await measureOpen(app, big, 0);
    const opens: number[] = [];
    const starts: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      opens.push(await measureOpen(app, big, round));
      starts.push(await measureStart(app, big, round));
    }
    return [
      figure('first paint, median', quantile(paints, 0.5), 'ms', 300),
      figure('initial JavaScript, gzipped', initialScriptBytes() / 1000, 'kB', 300),
      figure('36 items x 5,000 characters, stored', big.snapshot.byteLength / 1e6, 'MB'),
      figure('opened from the library to first editable text, median', quantile(opens, 0.5), 'ms', 500),
      figure('opened from the library to first editable text, worst', Math.max(...opens), 'ms', 500),
      figure('app started on the meeting to first editable text, median', quantile(starts, 0.5), 'ms'),
    ];
  } finally {
    await app.close();
  }
}

async function benchTyping(big: BigMeeting): Promise<readonly BenchResult[]> {
  const keys = await measureKeys(big);
  const work = keys.map(({ handled, painting }) => handled + painting);
  const shown = keys.map(({ shown }) => shown);
  return [
    // A display of 60 Hz adds a wait of up to 16.7 ms to any page; how long depends on when the key comes.
    figure('keystroke to paint without the wait for the next frame, p50', quantile(work, 0.5), 'ms'),
    figure('keystroke to paint without the wait for the next frame, p95', quantile(work, 0.95), 'ms', 16),
    figure('keystroke to paint with that wait at 60 Hz, p50', quantile(shown, 0.5), 'ms'),
    figure('keystroke to paint with that wait at 60 Hz, p95', quantile(shown, 0.95), 'ms'),
  ];
}

async function measureFirstPaints(app: App): Promise<number[]> {
  const paints: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const page = await app.context.newPage();
    await page.goto(`${app.url}#/`);
    paints.push(
      await page.evaluate(async () => {
        const first = () => performance.getEntriesByName('first-contentful-paint')[0];
        while (!first()) await new Promise((resolve) => requestAnimationFrame(resolve));
        return first()?.startTime ?? Number.NaN;
      }),
    );
    await page.close();
  }
  return paints;
}

/** From the click that opens the meeting to text that can be edited, painted; the app has come to rest before. */
async function measureOpen(app: App, { items }: BigMeeting, round: number): Promise<number> {
  const page = await app.context.newPage();
  await page.goto(`${app.url}#/`, { waitUntil: 'networkidle' });
  const time = await page.evaluate(
    async ({ hash, editor }) => {
      const start = performance.now();
      location.hash = hash;
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const texts = [...document.querySelectorAll(editor)];
        if (texts.some((text) => (text.textContent ?? '').length > 1_000)) return performance.now() - start;
      }
    },
    { hash: `#/m/${MEETING}/run/${items[round]}`, editor: EDITOR },
  );
  await page.close();
  return time;
}

/** From the start of the page at the meeting's address, all code still to be fetched and compiled. */
async function measureStart(app: App, { items }: BigMeeting, round: number): Promise<number> {
  const page = await app.context.newPage();
  await page.goto(`${app.url}#/m/${MEETING}/run/${items[round]}`, { waitUntil: 'commit' });
  const time = await page.evaluate(async (editor) => {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const texts = [...document.querySelectorAll(editor)];
      if (texts.some((text) => (text.textContent ?? '').length > 1_000)) return performance.now();
    }
  }, EDITOR);
  await page.close();
  return time;
}

/** Milliseconds of one real key press through the browser's input pipeline. */
interface KeyTimes {
  /** From the key to the end of all that its event set off. */
  readonly handled: number;
  /** From the moment the next frame was due (or, when that was later, from the end of handling) to the end of its paint. */
  readonly painting: number;
  /** From the key to the end of the paint. */
  readonly shown: number;
}

async function measureKeys({ snapshot, items }: BigMeeting): Promise<readonly KeyTimes[]> {
  const app = await startApp();
  try {
    const page = await app.open();
    await page.locator('main h1').waitFor();
    await putMeeting(page, MEETING, snapshot);
    await page.goto(`${app.url}#/m/${MEETING}/run/${items[20]}`);
    await page.reload();
    return await pressKeys(page);
  } finally {
    await app.close();
  }
}

async function pressKeys(page: Page): Promise<readonly KeyTimes[]> {
  const minutes = page.locator(EDITOR).filter({ hasText: /.{1000}/ });
  await minutes.waitFor();
  await minutes.click();
  await page.evaluate(watchKeys);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefgh ijklmno'[key % 16] ?? 'a');
    // The next key waits for the frame of this one: what is measured is a keystroke, not a queue of them.
    await page.waitForFunction((count) => Reflect.get(window, 'keyTimes').length > count, key);
  }
  return page.evaluate(() => Reflect.get(window, 'keyTimes'));
}

/** In the page. */
function watchKeys(): void {
  const times: KeyTimes[] = [];
  Object.assign(window, { keyTimes: times });
  let pressed = 0;
  addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
  addEventListener('input', async () => {
    const key = pressed;
    const frame = new Promise<number>((resolve) => requestAnimationFrame(resolve));
    // The editor and React finish in microtasks after the event; each turn lets those queued before it run.
    for (let turn = 0; turn < 10; turn += 1) await null;
    const handled = performance.now();
    const begin = await frame;
    const { port1, port2 } = new MessageChannel();
    // A task posted from a frame runs after that frame's paint.
    port1.onmessage = () => {
      const end = performance.now();
      times.push({ handled: handled - key, painting: end - Math.max(begin, handled), shown: end - key });
    };
    port2.postMessage(null);
  });
}

/** The entry script and all that it imports statically, as Vite's manifest lists them. */
function initialScriptBytes(): number {
  const folder = join(ROOT, 'dist', 'renderer');
  const manifest: Record<string, { file: string; imports?: string[] }> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  );
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit('index.html');
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).byteLength, 0);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
