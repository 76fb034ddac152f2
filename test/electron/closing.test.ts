import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';
import { answerQuestions, questionsAsked } from '../doubles/shell-answers.ts';

const renderer = join(import.meta.dirname, 'page');
/** Longer than a busy machine needs. */
const SOON = { timeout: 20_000 };
let userData: string;
let app: LaunchedApp;

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'quorum-user-'));
  app = await launchApp({ renderer, userData });
});
afterEach(async () => {
  await app.dispose();
  await rm(userData, { recursive: true, force: true, maxRetries: 3 });
});

const heard = async () => (await app.page()).evaluate(() => (window as never as { heard: string[] }).heard);
const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
const closeWindow = () =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null);
const quit = () => app.evaluate(({ app: running }) => running.quit(), null);

describe('closing the window', () => {
  test('with everything saved closes it and ends the app', async () => {
    await app.page();
    await closeWindow().catch(() => undefined);
    await app.ended;
  });

  test('with something unsaved asks the page first, and ends when the page has saved it', async () => {
    const page = await app.page();
    await page.evaluate(() => window.desktop?.setUnsaved(true));
    await closeWindow();
    await expect.poll(heard, SOON).toEqual(['closing']);
    expect(await windows()).toBe(1);
    await page.evaluate(() => void window.desktop?.finishClosing(true)).catch(() => undefined);
    await app.ended;
  });

  test('with something that cannot be saved leaves it to the user', async () => {
    const page = await app.page();
    await answerQuestions(app, 0);
    await page.evaluate(() => window.desktop?.setUnsaved(true));
    await quit();
    await page.evaluate(() => window.desktop?.finishClosing(false));
    await expect.poll(() => questionsAsked(app), SOON).toEqual(['Not everything is saved.']);
    expect(await windows()).toBe(1);

    await answerQuestions(app, 1);
    await quit();
    await page.evaluate(() => void window.desktop?.finishClosing(false)).catch(() => undefined);
    await app.ended;
  });

  test('what the page stored is there at the next start, and the window where it was', async () => {
    const page = await app.page();
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put('minutes', 1);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
    const bounds = { x: 100, y: 80, width: 1000, height: 700 };
    await app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
      bounds,
    );
    await app.quit();
    await app.dispose();

    app = await launchApp({ renderer, userData });
    const again = await app.page();
    const kept = await again.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('rows').objectStore('rows').get(1);
            reading.onsuccess = () => resolve(reading.result);
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
    expect(kept).toBe('minutes');
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds(), null),
    ).toEqual(bounds);
  });
});

describe('a page that dies', () => {
  test('is loaded again at the same place', async () => {
    const page = await app.page();
    await page.evaluate(() => {
      location.hash = '#/m/1/run';
    });
    const gone = new Promise<void>((resolve) => page.once('crash', () => resolve()));
    await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      null,
    );
    await gone;
    await expect
      .poll(async () => {
        const next = await app.page().catch(() => null);
        return next
          ?.evaluate(() => location.hash + document.documentElement.dataset.script)
          .catch(() => null);
      }, SOON)
      .toBe('#/m/1/runran');
  });
});
