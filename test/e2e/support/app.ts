// The built app in a real Chromium, as its user sees it: `startApp()` serves dist/renderer and opens windows on it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type ServedApp, serveApp } from '../../../build/scripts/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../../build/scripts/tools.ts';

export interface App {
  readonly url: string;
  readonly context: BrowserContext;
  /** What the pages threw, refused or logged as errors; a test that ends with any of it has failed. */
  readonly problems: string[];
  /** A window on `hash` ("#/m/...") of the app; the first one is the library. */
  open(hash?: string): Promise<Page>;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { width: number; height: number };
  readonly timezoneId?: string;
  /** A profile folder that outlives the app, for tests that open it again. */
  readonly profile?: string;
  /** Further flags of Chromium. */
  readonly flags?: readonly string[];
  /** A server that is already there (its port is the origin of the stored data). */
  readonly served?: ServedApp;
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; `npm test` installs one or says what to install.');
  const served = options.served ?? (await serveApp(0));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'quorum-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...CHROMIUM_FLAGS, ...(options.flags ?? [])],
    headless: true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    timezoneId: options.timezoneId ?? 'Europe/Berlin',
    locale: 'en-GB',
  });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return {
    url: served.url,
    context,
    problems,
    open: async (hash = '#/') => {
      const blank = context.pages().find((page) => page.url() === 'about:blank');
      const page = blank ?? (await context.newPage());
      await page.goto(served.url + hash);
      return page;
    },
    close: async () => {
      await context.close();
      if (!options.served) await served.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
