// The Run view in a real Chromium on a meeting in real storage, with the clock in the test's hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from './support/app.ts';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** 11:29:24 in Phoenix; the item that is live began at 11:04 and has 30 minutes. */
const MIDDLE = '2026-03-11T18:29:24Z';

let bundled: BundledPage;
let context: BrowserContext;
let page: Page;
let problems: string[] = [];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/features/run/page');
});
afterAll(async () => {
  await bundled?.close();
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

interface Setting {
  readonly query?: string;
  readonly now?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}
async function open({ query = '', now = MIDDLE, width = 1440, height = 900, dark = false }: Setting = {}) {
  context = await bundled.browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  page = await context.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.clock.install({ time: now });
  await page.goto(`${bundled.url}${query}`);
  await minutes().waitFor();
}

const minutes = () => page.getByRole('textbox', { name: /^Minutes of/ });
const timer = () => page.getByRole('timer');
const numerals = () => timer().textContent();
const heading = () => page.getByRole('heading', { level: 1 }).textContent();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const log = () => page.evaluate(() => window.run().map(({ type }) => type));
/** Lets time pass. The clock also runs by itself, as in life: what is expected has to hold on a slow machine. */
const seconds = (count: number) => page.clock.runFor(count * 1000);
const shown = async () => {
  const [, sign, min, sec] = /^(\+?)(\d+):(\d\d)$/.exec((await numerals()) ?? '') ?? [];
  return (sign ? -1 : 1) * (Number(min) * 60 + Number(sec));
};

describe('the clock', () => {
  test('counts down, says its phase, and is over with a plus', async () => {
    await open();
    const before = await shown();
    expect(before).toBeLessThanOrEqual(276);
    await page.getByText(/Wrap up, [45] min left/).waitFor();
    expect(await timer().getAttribute('aria-label')).toMatch(/^[45] minutes left of 30$/);
    await seconds(20);
    expect(before - (await shown())).toBeGreaterThanOrEqual(20);
    await page.clock.setFixedTime('2026-03-11T18:33:20Z');
    await seconds(1);
    await page.getByText('Last minute').waitFor();
    await page.clock.setFixedTime('2026-03-11T18:36:10Z');
    await seconds(1);
    await page.getByText('Over by 2 min', { exact: true }).waitFor();
    expect(await numerals()).toMatch(/^\+2:\d\d$/);
  });

  test('counts up on click, and does so the next time', async () => {
    await open();
    await page.getByTitle('Show elapsed time').click();
    expect(await numerals()).toMatch(/^25:/);
    await page.reload();
    await page.getByTitle('Show remaining time').waitFor();
    expect(await numerals()).toMatch(/^25:/);
  });

  test('a tick changes nothing but what shows time', async () => {
    await open();
    await minutes().click();
    await seconds(2);
    await page.evaluate(() => {
      const touched = new Set<string>();
      Object.assign(window, { touched });
      new MutationObserver((list) => {
        for (const { target } of list) {
          const element = target instanceof Element ? target : target.parentElement;
          const row = element?.closest('li a');
          touched.add(
            row
              ? `row ${row.textContent?.slice(5, 24)}`
              : (element?.closest('nav, main, aside')?.tagName ?? 'page'),
          );
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await seconds(5);
    const touched = await page.evaluate(() =>
      [...(window as unknown as { touched: Set<string> }).touched].sort(),
    );
    expect(touched).toEqual(['ASIDE', 'row Search index trial4']);
  });

  test('stands while paused, and says for how long', async () => {
    await open();
    await page.keyboard.press('Control+Shift+Space');
    await page.getByText('Paused 0:0').waitFor();
    const stood = await numerals();
    await seconds(200);
    expect(await numerals()).toBe(stood);
    await page.getByText('Paused 3:20').waitFor();
    await button('Resume').click();
    await seconds(2);
    expect(await numerals()).not.toBe(stood);
    expect((await log()).slice(-2)).toEqual(['pause', 'resume']);
  });

  test('takes more minutes', async () => {
    await open();
    await button('+5 min').click();
    await page.getByText('of 35:00').waitFor();
    await page.keyboard.press('Control+Shift+Alt+Equal');
    await page.getByText('of 36:00').waitFor();
  });
});

describe('moving on', () => {
  test('by Ctrl Enter out of the minutes, without a line break in them, and back by undo', async () => {
    await open();
    await minutes().click();
    const text = await minutes().textContent();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Moved on to Recovery rehearsals', { exact: true }).waitFor();
    expect(await heading()).toBe('Recovery rehearsals');
    await button('Undo').click();
    await page.getByRole('heading', { level: 1, name: 'Search index trial' }).waitFor();
    expect(await minutes().textContent()).toBe(text);
    await seconds(1);
    expect(await numerals()).toMatch(/^4:/);
    expect((await log()).slice(-2)).toEqual(['next', 'undo']);
  });

  test('takes the caret of whoever writes along, and nobody else’s focus', async () => {
    await open();
    const writing = page
      .getByRole('textbox', { name: 'Minutes of Recovery rehearsals' })
      .and(page.locator(':focus'));
    await minutes().click();
    await page.keyboard.press('Alt+ArrowDown');
    await writing.waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { level: 1, name: 'Search index trial' }).waitFor();
    await button(/^Next:/).click();
    await page.getByText('Moved on to Recovery rehearsals', { exact: true }).waitFor();
    expect(await writing.count()).toBe(0);
  });

  test('to an item out of turn, from its page', async () => {
    await open();
    await page.getByRole('link', { name: /Summer hours/ }).click();
    await button('Move on to this item').click();
    await page.getByText('Moved on to Summer hours', { exact: true }).waitFor();
    expect((await log()).at(-1)).toBe('next');
    expect(await button('Move on to this item').count()).toBe(0);
  });

  test('a double click moves on once', async () => {
    await open();
    await button(/^Next:/).dblclick();
    expect(await heading()).toBe('Recovery rehearsals');
    expect((await log()).filter((type) => type === 'next')).toHaveLength(4);
  });

  test('the button names the next item, and at the end of the day ends it', async () => {
    await open();
    for (const name of [
      'Recovery rehearsals',
      'Early loans data',
      'Break',
      'Archive days for schools',
      'Summer hours',
      'Close',
    ]) {
      await button(new RegExp(`^Next: ${name}`)).click();
      await seconds(60);
    }
    await button(/^End day/).click();
    await button(/^Start: Plans for the year/).waitFor();
    await page.getByText('Starts Thu 12 Mar 09:00').waitFor();
    expect((await log()).at(-1)).toBe('end');
  });

  test('starts a meeting that has not begun', async () => {
    await open({ query: '?run=before', now: '2026-03-10T15:58:00Z' });
    await page.getByText('Starts Tue 10 Mar 09:00').waitFor();
    expect(await numerals()).toBe('15:00');
    await button(/^Start: Welcome/).click();
    await page.getByText('Remaining').waitFor();
    await seconds(2);
    expect(await numerals()).toMatch(/^14:[345]\d$/);
    expect(await log()).toEqual(['start']);
  });
});

describe('looking at another item', () => {
  test('does not move the clock, and there is a way back', async () => {
    await open();
    await page.getByRole('link', { name: /Summer hours/ }).click();
    expect(await heading()).toBe('Summer hours');
    expect((await log()).at(-1)).toBe('next');
    await button('Back to live').click();
    await page.getByRole('heading', { level: 1, name: 'Search index trial' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { level: 1, name: 'Recovery rehearsals' }).waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { level: 1, name: 'Search index trial' }).waitFor();
  });

  test('keeps what was written there', async () => {
    await open();
    await page.getByRole('link', { name: /Summer hours/ }).click();
    await minutes().click();
    await page.keyboard.type('- open until eight');
    await page.getByRole('link', { name: /Close/ }).click();
    await page.getByRole('link', { name: /Summer hours/ }).click();
    await minutes().getByText('open until eight').waitFor();
  });
});

describe('the agenda', () => {
  test('says how it went and where it goes', async () => {
    await open();
    const rail = page.getByRole('navigation', { name: 'Agenda' });
    await rail.getByRole('link', { name: /One naming rule.*4 minutes under/ }).waitFor();
    await rail.getByRole('link', { name: /Archive formats.*12 minutes over/ }).waitFor();
    await rail.getByRole('link', { name: /Recovery rehearsals.*about 11:34/ }).waitFor();
    await rail.getByRole('link', { name: /Night lights.*Cancelled: presenter unavailable/ }).waitFor();
    await page.getByText('4 min behind').waitFor();
  });

  test('without a zone says that there is none', async () => {
    await open({ query: '?zone=none' });
    await page.getByText('11:00–11:30, zone not set').waitFor();
  });
});

describe('narrow windows', () => {
  test('have the clock in a row and the columns as drawers', async () => {
    await open({ width: 760, height: 700 });
    expect(await numerals()).toMatch(/^4:/);
    expect(await page.getByRole('navigation', { name: 'Agenda' }).count()).toBe(0);
    await button('Agenda').click();
    await page.getByRole('link', { name: /Summer hours/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('navigation', { name: 'Agenda' }).count()).toBe(0);
    await page.keyboard.press('Control+Shift+Backslash');
    await page.getByRole('complementary', { name: 'Clock and people' }).waitFor();
  });

  test.each([
    [1440, 900],
    [1024, 700],
    [800, 700],
    [320, 640],
  ])('nothing is cut off at %i by %i', async (width, height) => {
    await open({ width, height });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  });
});

describe('accessibility', () => {
  const states: readonly [string, Setting][] = [
    ['running', {}],
    ['dark', { dark: true }],
    ['over', { now: '2026-03-11T18:36:10Z' }],
    ['over, dark', { now: '2026-03-11T18:36:10Z', dark: true }],
    ['before the start', { query: '?run=before', now: '2026-03-10T15:45:00Z' }],
    ['narrow', { width: 800, height: 700 }],
    ['small', { width: 390, height: 700 }],
  ];
  test.each(states)('axe finds nothing: %s', async (_, setting) => {
    await open(setting);
    await seconds(1);
    // Axe yields by timers; they go on by themselves from here.
    await page.clock.resume();
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')}`,
      );
    });
    expect(found).toEqual([]);
  });
});

describe('in the app', () => {
  test('what was written and pressed is there after the window was closed and opened again', async () => {
    const app = await startApp();
    ({ context, problems } = app);
    page = await app.open();
    await button(/sample meeting/).click();
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    await button(/^Start:/).click();
    await minutes().click();
    await page.keyboard.type('- first');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nested');
    await page.keyboard.press('Control+Shift+A');
    await page.keyboard.type('write to the venue');
    const hash = new URL(page.url()).hash;
    await page.locator('[data-saving="saved"]').waitFor();
    await page.close();
    page = await app.open(hash);
    await minutes().locator('li li', { hasText: 'nested' }).waitFor();
    await page
      .getByRole('group', { name: /^Action item/ })
      .getByText('write to the venue')
      .waitFor();
    await button(/^Next:/).waitFor();
    await app.close();
  });
});
