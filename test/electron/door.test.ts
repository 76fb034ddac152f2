import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DesktopApi } from '../../shared/ipc/desktop-api.ts';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ renderer: join(import.meta.dirname, 'page') });
});
afterAll(() => app.dispose());

describe('the door of the main process, in the built app', () => {
  test('refuses what is not of the contract, whatever a page puts in', async () => {
    const page = await app.page();
    const codes = await page.evaluate(async () => {
      const desktop = window.desktop as unknown as Record<
        keyof DesktopApi,
        (payload: unknown) => Promise<{ error?: { code: string } }>
      >;
      const answers = await Promise.all([
        desktop.saveFile({ name: '../../.bashrc', type: 'text/plain', bytes: new Uint8Array(1) }),
        desktop.saveFile({ name: 'a.md', type: 'text/plain', bytes: 'text' }),
        desktop.saveFile(null),
        desktop.exportPdf({ html: 5, name: 'a.pdf', paper: 'A4' }),
        desktop.openLink(['https://example.org/']),
        desktop.setUnsaved('yes'),
        desktop.finishClosing({}),
        desktop.keepAwake(1),
        desktop.allowRelays(['https://example.org/signal']),
        desktop.allowRelays(['wss://example.org/elsewhere']),
      ]);
      return answers.map((answer) => answer.error?.code);
    });
    expect(codes).toEqual(Array(10).fill('refused'));
  });

  test('does not open to another page, even with the same preload', async () => {
    await app.page();
    const answer = await app.evaluate(async ({ BrowserWindow, app: running }) => {
      const [main] = BrowserWindow.getAllWindows();
      const preload = `${running.getAppPath()}/dist/electron/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      await other.loadURL('data:text/html,<title>other</title>');
      const result: unknown = await other.webContents.executeJavaScript('window.desktop.takeFile()');
      other.destroy();
      main?.focus();
      return result;
    }, null);
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});
