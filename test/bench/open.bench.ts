// Opening and typing as the user feels them, in the built app in a real Chromium: a meeting of 36 items x 5,000 characters
// from 180,000 one-character edits; the first paint; what the first screen has to load.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type BenchResult, figure } from '../../build/scripts/bench-figure.ts';
import { ROOT } from '../../build/scripts/project.ts';
import { crc32 } from '../../renderer/storage/checksum.ts';
import { type App, startApp } from '../e2e/support/app.ts';
import { type BigMeeting, buildBigMeeting } from './big-meeting.ts';

const MEETING = 'bench-meeting-000000000';
const EDITOR = '[contenteditable="true"]';
const KEYS = 300;

export async function bench(): Promise<readonly BenchResult[]> {
  const big = buildBigMeeting(36, 5_000);
  const app = await startApp();
  try {
    const page = await app.open();
    await page.locator('main h1').waitFor();
    const paints = await measureFirstPaints(app);
    await putMeeting(page, big);
    const opens = await measureOpens(app, big);
    const keys = await measureKeys(page, big);
    return [
      figure('first paint, median', quantile(paints, 0.5), 'ms', 300),
      figure('initial JavaScript, gzipped', initialScriptBytes() / 1000, 'kB', 300),
      figure('stored size of the meeting', big.update.byteLength / 1e6, 'MB'),
      figure('open 36 items to first editable text, median', quantile(opens, 0.5), 'ms', 500),
      figure('open 36 items to first editable text, worst', Math.max(...opens), 'ms', 500),
      figure('keystroke to paint, p50', quantile(keys, 0.5), 'ms'),
      figure('keystroke to paint, p95', quantile(keys, 0.95), 'ms', 16),
    ];
  } finally {
    await app.close();
  }
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

/** Puts the document down as one row of the update log, as storage would. */
async function putMeeting(page: Page, { update }: BigMeeting): Promise<void> {
  const row = {
    bytes: Buffer.from(update).toString('base64'),
    crc: crc32(update),
    id: MEETING,
    at: Date.now(),
  };
  await page.evaluate(async ({ bytes, crc, id, at }) => {
    const open = indexedDB.open('quorum');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const transaction = db.transaction(['meetings', 'updates'], 'readwrite');
    const binary = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
    transaction.objectStore('meetings').put({ id, createdAt: at, deletedAt: null });
    transaction.objectStore('updates').add({ meeting: id, at, bytes: binary, crc });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, row);
}

/** From the click that opens the meeting (the app already runs) to text that can be edited, painted. */
async function measureOpens(app: App, { items }: BigMeeting): Promise<number[]> {
  const opens: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const page = await app.context.newPage();
    await page.goto(`${app.url}#/`);
    await page.locator('main h1').waitFor();
    opens.push(
      await page.evaluate(
        async ({ hash, editor }) => {
          const start = performance.now();
          location.hash = hash;
          for (;;) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
            const texts = [...document.querySelectorAll(editor)];
            if (texts.some((text) => (text.textContent ?? '').length > 1_000))
              return performance.now() - start;
          }
        },
        { hash: `#/m/${MEETING}/run/${items[round]}`, editor: EDITOR },
      ),
    );
    await page.close();
  }
  // The first one also fetches and compiles the editor's code: a user meets it once a start, so it counts.
  return opens;
}

/** Real key presses through the browser's input pipeline; the time ends when the frame with the letter is painted. */
async function measureKeys(page: Page, { items }: BigMeeting): Promise<number[]> {
  await page.goto(`${page.url().split('#')[0]}#/m/${MEETING}/run/${items[20]}`);
  const minutes = page.locator(EDITOR).filter({ hasText: /.{1000}/ });
  await minutes.waitFor();
  await minutes.click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    const channel = new MessageChannel();
    const waiting: number[] = [];
    channel.port1.onmessage = () => {
      for (const start of waiting.splice(0)) times.push(performance.now() - start);
    };
    addEventListener(
      'keydown',
      (event) => {
        // A task posted from an animation frame runs after that frame's paint.
        requestAnimationFrame(() => {
          waiting.push(event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefgh ijklmno'[key % 16] ?? 'a');
    // The next key waits for the frame of this one: what is measured is a keystroke, not a queue of them.
    await page.waitForFunction((count) => Reflect.get(window, 'keyTimes').length > count, key);
  }
  return page.evaluate(() => Reflect.get(window, 'keyTimes'));
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
