// The one Chromium behind all windows. The default session is its profile in the user data folder, so what a page
// stores is there at the next start; every other session is a context of its own.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../build/scripts/tools.ts';

export interface Chromium {
  readonly browser: Browser;
  readonly defaultContext: BrowserContext;
  /** Where the test connects to drive the same pages. */
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function startChromium(userData: string, switches: readonly string[]): Promise<Chromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one or set QUORUM_CHROMIUM.');
  const profile = join(userData, 'chromium');
  mkdirSync(profile, { recursive: true });
  const defaultContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...CHROMIUM_FLAGS, ...switches, '--remote-debugging-port=0'],
    handleSIGINT: false,
  });
  const browser = defaultContext.browser();
  if (!browser) throw new Error('This Playwright gives no browser for a persistent context.');
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return {
    browser,
    defaultContext,
    endpoint: `http://127.0.0.1:${port}`,
    close: () => defaultContext.close(),
  };
}
