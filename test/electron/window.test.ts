import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp, SHELL_RUNS_ON } from '../doubles/launch-app.ts';

let app: LaunchedApp;

beforeAll(async () => {
  console.log(`shell tests ran on: ${SHELL_RUNS_ON}`);
  app = await launchApp({ renderer: join(import.meta.dirname, 'page') });
});
afterAll(() => app.dispose());

describe('the window of the app', () => {
  test('is one, is shown, and has the built page in it', async () => {
    const page = await app.page();
    expect(await page.title()).toBe('Small page');
    expect(await page.evaluate(() => document.documentElement.dataset.script)).toBe('ran');
    const windows = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      null,
    );
    expect(windows).toEqual([true]);
    const address = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
      null,
    );
    expect(address).toBe('app://quorum/');
  });

  test('gives its page functions and nothing of Electron or Node', async () => {
    const page = await app.page();
    const found = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      kinds: [...new Set(Object.values(window.desktop ?? {}).map((each) => typeof each))],
    }));
    expect(found).toEqual({ node: [], kinds: ['function'] });
  });

  test('is a secure context, with what the app needs of it', async () => {
    const page = await app.page();
    const found = await page.evaluate(async () => ({
      secure: isSecureContext,
      digest: (await crypto.subtle.digest('SHA-256', new Uint8Array(1))).byteLength,
      fetched: (await fetch('./page.css')).status,
    }));
    expect(found).toEqual({ secure: true, digest: 32, fetched: 200 });
  });

  test('tells its page what was chosen in the menu', async () => {
    const page = await app.page();
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('publish')?.click(), null);
    await page.waitForFunction(() => (window as never as { heard: string[] }).heard.includes('menu publish'));
  });

  test('tells its page that the computer woke up', async () => {
    const page = await app.page();
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'), null);
    await page.waitForFunction(() => (window as never as { heard: string[] }).heard.includes('resumed'));
  });

  test('runs unthrottled with the screen on while the page says that a meeting runs', async () => {
    const page = await app.page();
    const throttled = () =>
      app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getBackgroundThrottling(),
        null,
      );
    expect(await throttled()).toBe(true);
    await page.evaluate(() => window.desktop?.keepAwake(true));
    expect(await throttled()).toBe(false);
    await page.evaluate(() => window.desktop?.keepAwake(false));
    expect(await throttled()).toBe(true);
  });

  test('runs with the settings of Chromium that peers need to find each other', async () => {
    const features = await app.evaluate(
      ({ app: running }) => running.commandLine.getSwitchValue('disable-features'),
      null,
    );
    expect(features).toContain('WebRtcHideLocalIpsWithMdns');
  });

  test.runIf(SHELL_RUNS_ON === 'stand-in')('was made with every setting of a plain web page', async () => {
    const made = await app.evaluate(({ app: running, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows() as never as { options: { webPreferences: object } }[];
      const { sandboxEnabled } = running as never as { sandboxEnabled: boolean };
      return { sandboxEnabled, ...window?.options.webPreferences };
    }, null);
    expect(made).toMatchObject({
      sandboxEnabled: true,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      experimentalFeatures: false,
      spellcheck: true,
      preload: expect.stringMatching(/preload\.cjs$/),
    });
    expect(made).not.toHaveProperty('enableRemoteModule');
  });
});
