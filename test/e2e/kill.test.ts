// What "saved" is worth: the browser is ended with SIGKILL in the middle of typing, and everything that was called
// saved is there when it starts again. First the storage alone, told at each single save; then the app as its user sees
// it: a person types minutes and reads "Saved on this computer".
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedApp } from '../../build/scripts/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../build/scripts/tools.ts';
import type { StorageHarness } from '../bench/storage-page/page.ts';
import { serveStoragePage } from '../bench/storage-page/serve-storage-page.ts';

declare const window: { readonly harness: StorageHarness; readonly tellSaved: (text: string) => void };

const work = mkdtempSync(join(tmpdir(), 'quorum-kill-'));

interface Browser {
  readonly page: Page;
  /** All its processes at once, without a word to any of them. */
  kill(): Promise<void>;
}

/** Started by hand and not by Playwright, whose own browsers are closed politely. */
async function startBrowser(profile: string, url: string): Promise<Browser> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium found');
  const flags = [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  // In a process group of its own, which is then what is killed.
  const child = spawn(executable, [...flags, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile');
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    kill: async () => {
      const ended = once(child, 'exit');
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser has no output');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The browser did not start');
}

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('the storage, killed while letters are typed', () => {
  const ROUNDS = 6;
  let served: ServedApp;

  beforeAll(async () => {
    served = await serveStoragePage(join(work, 'page'));
  });
  afterAll(async () => {
    await served?.close();
  });

  async function start(): Promise<Browser> {
    const browser = await startBrowser(join(work, 'storage-profile'), served.url);
    await browser.page.waitForFunction(() => 'harness' in window);
    return browser;
  }

  test(`keeps every letter that was called saved, ${ROUNDS} times`, async () => {
    let called = '';
    for (let round = 1; round <= ROUNDS; round += 1) {
      const browser = await start();
      const before = await browser.page.evaluate(() => window.harness.read('kill'));
      expect(
        before.startsWith(called),
        `round ${round}: ${called.length} called saved, ${before.length} there`,
      ).toBe(true);
      const enough = new Promise<void>((resolve) => {
        void browser.page.exposeFunction('tellSaved', (text: string) => {
          called = text;
          // Another moment in each round, relative to the write that is then in flight.
          if (text.length >= before.length + 60 + 7 * round) resolve();
        });
      });
      await browser.page.waitForFunction(() => 'tellSaved' in window);
      const typing = browser.page.evaluate(
        (every) => window.harness.typeForEver('kill', every, window.tellSaved),
        round % 2 === 0 ? 0 : 10,
      );
      typing.catch(() => {});
      await enough;
      await browser.kill();
    }
    const last = await start();
    const after = await last.page.evaluate(() => window.harness.read('kill'));
    await last.kill();
    expect(after.startsWith(called)).toBe(true);
    expect(called.length).toBeGreaterThan(ROUNDS * 60);
  });
});
