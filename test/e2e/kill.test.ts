// What "saved" is worth: the browser is ended with SIGKILL in the middle of typing, and everything that was called
// saved is there when it starts again. First the storage alone, told at each single save; then the app as its user sees
// it: a person types minutes and reads "Saved on this computer".
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type ServedApp, serveApp } from '../../build/scripts/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../build/scripts/tools.ts';
import type { StorageHarness } from '../bench/storage-page/page.ts';
import { serveStoragePage } from '../bench/storage-page/serve-storage-page.ts';
import { importPage } from './support/import-page.ts';

declare const window: { readonly harness: StorageHarness; readonly tellSaved: (text: string) => void };

const work = mkdtempSync(join(tmpdir(), 'quorum-kill-'));
/** Browsers that nobody has ended yet. */
const running = new Set<ChildProcess>();

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
  running.add(child);
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile');
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    kill: () => kill(child),
  };
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const ended = once(child, 'exit');
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser has no output');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The browser did not start');
}

const SAVED = 'Saved on this computer';
/** The words about saving follow what happens after at most this time (ux.md): a save shorter than it has no words. */
const WORDS_FOLLOW = 400;

function minutesOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Minutes/ });
}

async function expectText(page: Page, text: string): Promise<void> {
  await minutesOf(page).waitFor();
  // The words of other items may be there as well; what was shown as saved must be.
  await expect.poll(() => minutesOf(page).textContent(), { timeout: 10_000 }).toContain(text);
}

/** Sees what the user sees: tells each text that stands beside the word "saved". Resolves when one has `words` in it. */
function watchSaved(page: Page, words: string, tell: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const onShown = (text: string) => {
      tell(text);
      if (text.includes(words)) resolve();
    };
    page
      .exposeFunction('tellSaved', onShown)
      .then(() => page.evaluate(look, [SAVED, WORDS_FOLLOW] as const))
      .catch(reject);
  });
}

/** Runs in the page, at every frame. */
function look([saved, wordsFollow]: readonly [string, number]): void {
  let text = '';
  let told = '';
  let since = performance.now();
  const atFrame = () => {
    const minutes = document.querySelector('[role="textbox"][aria-label^="Minutes"]')?.textContent ?? '';
    if (minutes !== text) since = performance.now();
    text = minutes;
    const isSaved = [...document.querySelectorAll('header *, aside *')].some(
      (part) => part.textContent === saved,
    );
    if (isSaved && text !== told && performance.now() - since > wordsFollow) {
      told = text;
      window.tellSaved(text);
    }
    requestAnimationFrame(atFrame);
  };
  atFrame();
}

afterAll(async () => {
  for (const child of running) await kill(child);
  rmSync(work, { recursive: true, force: true });
});

describe('the storage, killed while letters are typed', () => {
  const ROUNDS = 4;
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
  }, 120_000);
});

describe('the app, killed while its user writes minutes', () => {
  const ROUNDS = 3;
  const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
  let served: ServedApp;

  beforeAll(async () => {
    served = await serveApp(0);
  });
  afterAll(async () => {
    await served?.close();
  });

  const start = (hash: string) => startBrowser(join(work, 'app-profile'), `${served.url}${hash}`);

  test(`shows every word again that stood beside "Saved on this computer", ${ROUNDS} times`, async () => {
    const first = await start('#/');
    await importPage(first.page, PAGE);
    await first.page.goto(first.page.url().replace(/plan$/, 'run'));
    await minutesOf(first.page).waitFor();
    await first.page.getByText(SAVED).first().waitFor();
    const { hash } = new URL(first.page.url());
    await first.kill();

    let shown = '';
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { page, kill } = await start(hash);
      await expectText(page, shown);
      const begins = `Round ${round} begins`;
      const covered = watchSaved(page, begins, (text) => {
        shown = text;
      });
      await minutesOf(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(` ${begins}`, { delay: 20 });
      await covered;
      // Killed between two keys of a sentence that goes on.
      const typing = page.keyboard.type(' and goes on until the power is gone, and on and on and on', {
        delay: 15,
      });
      typing.catch(() => {});
      await page.getByText('goes on until').waitFor();
      await kill();
    }
    const last = await start(hash);
    await expectText(last.page, shown);
    expect(shown).toContain(`Round ${ROUNDS} begins`);
    await last.kill();
  }, 120_000);
});
