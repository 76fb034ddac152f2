import { _electron, type Page } from 'playwright-core';
import type { Command, Started } from './started-app.ts';

/** Real Electron, driven by Playwright. */
export async function startOnElectron(executablePath: string, { app, args }: Command): Promise<Started> {
  // Root cannot have Chromium's own sandbox; the app's settings are the same.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const running = await _electron.launch({ executablePath, args: [...asRoot, app.folder, ...args] });
  const ended = new Promise<void>((resolve) => running.process().once('exit', () => resolve()));
  const isMain = (page: Page) => page.url().startsWith('app://quorum/');
  return {
    kind: 'electron',
    ended,
    page: async () => {
      const open = running.windows().find(isMain);
      const page = open ?? (await running.waitForEvent('window', isMain));
      await page.waitForLoadState('load');
      return page;
    },
    evaluate: (f, argument) => running.evaluate(f as never, argument) as never,
    kill: async () => {
      running.process().kill();
      await ended;
    },
  };
}
