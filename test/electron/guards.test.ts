import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';
import { type LoopbackServer, startLoopbackServer } from '../doubles/loopback-server.ts';
import { linksOpened, recordLinks } from '../doubles/shell-answers.ts';

/** Longer than a busy machine needs. */
const SOON = { timeout: 20_000 };
let app: LaunchedApp;
let page: Page;
let outside: LoopbackServer;

beforeAll(async () => {
  outside = await startLoopbackServer();
  app = await launchApp({ renderer: join(import.meta.dirname, 'page') });
  page = await app.page();
});
beforeEach(() => recordLinks(app));
afterEach(async () => {
  outside.hits.length = 0;
  expect(await page.evaluate(() => document.title)).toBe('Small page');
});
afterAll(async () => {
  await app.dispose();
  await outside.close();
});

/** Clicks a link with this target, as a text of a meeting may contain it. */
async function clickLink(href: string, target = ''): Promise<void> {
  await page.evaluate(
    ([address, where]) => {
      const link = document.createElement('a');
      link.href = address;
      link.target = where;
      link.rel = 'noopener';
      link.textContent = 'link';
      document.body.append(link);
      link.click();
      link.remove();
    },
    [href, target] as const,
  );
}

describe('a way out of the app', () => {
  test.each(['', '_blank'])(
    'by a link (target "%s") opens in the system browser; the page stays',
    async (target) => {
      await clickLink(`${outside.url}/agenda`, target);
      await expect.poll(() => linksOpened(app), SOON).toEqual([`${outside.url}/agenda`]);
      expect(outside.hits).toEqual([]);
      expect(await windowCount()).toBe(1);
    },
  );

  test('by a script is the same', async () => {
    await page.evaluate((url) => {
      location.href = url;
    }, `${outside.url}/script`);
    await expect.poll(() => linksOpened(app), SOON).toEqual([`${outside.url}/script`]);
    await page.evaluate((url) => void window.open(url), `${outside.url}/popup`);
    await expect.poll(() => linksOpened(app), SOON).toHaveLength(2);
    expect(outside.hits).toEqual([]);
    expect(await windowCount()).toBe(1);
  });

  test('through the bridge takes web, mail and phone addresses only', async () => {
    const codes = await page.evaluate(async () => {
      const addresses = ['file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', 'https://example.org/'];
      const answers = await Promise.all(addresses.map((url) => window.desktop?.openLink(url)));
      return answers.map((answer) => (answer?.ok ? 'opened' : answer?.error.code));
    });
    expect(codes).toEqual(['link-refused', 'link-refused', 'link-refused', 'opened']);
    expect(await linksOpened(app)).toEqual(['https://example.org/']);
  });

  test('by a form, a frame or a request there is none', async () => {
    const results = await page.evaluate(async (url) => {
      const form = Object.assign(document.createElement('form'), { action: `${url}/form` });
      const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` });
      const image = Object.assign(new Image(), { src: `${url}/image.png` });
      document.body.append(form, frame, image);
      form.submit();
      const tried = await fetch(`${url}/fetch`).then(
        () => 'fetched',
        () => 'refused',
      );
      const beacon = await new Promise((resolve) => {
        image.addEventListener('error', () => resolve('refused'));
        image.addEventListener('load', () => resolve('loaded'));
      });
      for (const element of [form, frame, image]) element.remove();
      return [tried, beacon];
    }, outside.url);
    expect(results).toEqual(['refused', 'refused']);
    expect(outside.hits).toEqual([]);
    expect(await linksOpened(app)).toEqual([]);
  });
});

describe('the content policy, in force', () => {
  test('runs no script that is not a file of the app', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "ran"')());
          } catch (error) {
            resolve(error instanceof EvalError ? 'refused' : String(error));
          }
        });
      });
      return { inline: 'inlineRan' in window, evaluated };
    });
    expect(ran).toEqual({ inline: false, evaluated: 'refused' });
  });

  test('takes a style element with the nonce of the page, and none without', async () => {
    const colours = await page.evaluate(() => {
      const heading = document.querySelector('h1') as HTMLElement;
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      const add = (own: string) => {
        const style = document.createElement('style');
        style.nonce = own;
        style.textContent = 'h1 { color: rgb(9, 9, 9) }';
        document.head.append(style);
        const { color } = getComputedStyle(heading);
        style.remove();
        return color;
      };
      return { none: add(''), guessed: add('abc'), own: add(nonce) };
    });
    expect(colours).toEqual({ none: 'rgb(1, 2, 3)', guessed: 'rgb(1, 2, 3)', own: 'rgb(9, 9, 9)' });
  });
});

describe('a file outside the built page', () => {
  test.each([
    '/..%2fpackage.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/electron/main.js',
    '/..%5cpackage.json',
  ])('is not to be had as %s', async (path) => {
    const status = await page.evaluate(async (address) => (await fetch(address)).status, path);
    expect(status).toBe(404);
  });
});

describe('a permission', () => {
  test('that the app has a use for is given, all others are denied', async () => {
    const states = await page.evaluate(async () => {
      const names = [
        'notifications',
        'persistent-storage',
        'geolocation',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
      ];
      const query = async (name: string) => [
        name,
        (await navigator.permissions.query({ name } as never)).state,
      ];
      return Object.fromEntries(await Promise.all(names.map(query)));
    });
    expect(states).toEqual({
      notifications: 'granted',
      'persistent-storage': 'granted',
      geolocation: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      midi: 'denied',
    });
  });
});

function windowCount(): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
}
