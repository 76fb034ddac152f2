// What the Run view shows of other people, with the people in the test's hand: avatars, rail, list, following, the clock
// moved on by somebody else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Other } from '../renderer/features/run/page/other-people.ts';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
beforeEach(() => open('light'));
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

async function open(colorScheme: 'light' | 'dark') {
  context = await bundled.browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  page = await context.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.clock.install({ time: '2026-03-11T18:29:24Z' });
  await page.goto(bundled.url);
  await minutes().waitFor();
  await page.clock.resume();
}

const TOMO: Other = { user: 'u1', name: 'Tomo Kimura', item: 'search', behind: 'help desk', typing: true };
const RUYA: Other = { user: 'u2', name: 'rüya aydin', item: 'search', selects: 'night, from Nagoya' };
const LEILA: Other = { user: 'u3', name: 'Leila Sato', item: 'archive' };
const BEN: Other = { user: 'u4', name: 'Ben Osei', item: 'search', liveness: 'doubtful', seen: 8 };

const put = (...others: readonly Other[]) => page.evaluate((list) => window.others.set(list), others);
const minutes = () => page.getByRole('textbox', { name: /^Minutes of/ });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const list = (name: string) => page.getByRole('region', { name, exact: true });
const hasFocus = () => minutes().evaluate((element) => element === document.activeElement);

describe('people who are here', () => {
  test('are listed with what they do and their part, the others as expected', async () => {
    await put(TOMO, RUYA, LEILA, BEN);
    await list('Here now').getByText('writing here, note-taker').waitFor();
    await list('Here now').getByText('selecting here').waitFor();
    await list('Here now').getByText('reading Archive formats, by phone').waitFor();
    await list('Here now')
      .getByText(/^last seen (8|9) s ago, trying again$/)
      .waitFor();
    await list('Here now')
      .getByText(/^last seen 1\d s ago, trying again$/)
      .waitFor();
    const expected = await list('Expected').textContent();
    expect(expected).toContain('Jonas Lindqvist');
    expect(expected).not.toMatch(/Tomo|Rüya|Leila|Mara/);
  });

  test('are dots in the rail and names for who does not see them', async () => {
    await put(TOMO, RUYA, LEILA);
    const rail = page.getByRole('navigation', { name: 'Agenda' });
    await rail.getByRole('link', { name: /Archive formats \(here: Leila Sato\)/ }).waitFor();
    await rail.getByRole('link', { name: /Search index trial \(here: Tomo Kimura, rüya aydin\)/ }).waitFor();
  });

  test('are avatars in the bar, the seventh and later ones counted', async () => {
    const more = (count: number) =>
      Array.from(
        { length: count },
        (_, index): Other => ({ user: `m${index}`, name: `More ${index}`, view: 'plan' }),
      );
    await put(...more(6));
    const bar = page.getByRole('list', { name: 'People here' });
    expect(await bar.getByRole('button').count()).toBe(6);
    await put(TOMO, ...more(8));
    await bar.getByRole('button', { name: 'Tomo Kimura, writing in Search index trial' }).waitFor();
    await bar.getByRole('button', { name: '4 more people' }).click();
    await page.getByRole('dialog', { name: 'More people here' }).getByText('More 7').waitFor();
  });

  test('are what was last seen once this computer is cut off, and their carets go at once', async () => {
    await put(TOMO, LEILA);
    await page.locator('[data-user="u1"]').first().waitFor();
    await page.evaluate(() => window.others.status({ state: 'offline', since: Date.now() as never }));
    await put({ ...TOMO, liveness: 'doubtful' }, { ...LEILA, liveness: 'doubtful' });
    await list('Last seen').getByText('note-taker, was writing here').waitFor();
    await list('Last seen').getByText('by phone, was reading Archive formats').waitFor();
    await list('Last seen').getByText('19:29').waitFor();
    expect(await page.locator('[data-user="u1"]').count()).toBe(0);
    expect(await page.getByRole('list', { name: 'People here' }).count()).toBe(0);
  });

  test('are told of in one sentence when they come, after the typing', async () => {
    await minutes().click();
    await page.keyboard.type('a');
    await put(TOMO);
    await put(TOMO, LEILA);
    await page.getByText('Tomo Kimura and Leila Sato joined.').waitFor({ state: 'attached' });
    await put(LEILA);
    await page.getByText('Tomo Kimura left.').waitFor({ state: 'attached' });
  });
});

describe('the way to somebody', () => {
  test('is a click on the avatar; who writes goes on writing', async () => {
    await put(TOMO, LEILA);
    await minutes().getByText('Queries return').click();
    const bar = page.getByRole('list', { name: 'People here' });
    await bar.getByRole('button', { name: /^Tomo/ }).click();
    expect(await hasFocus()).toBe(true);
    await bar.getByRole('button', { name: /^Leila/ }).click();
    await title('Archive formats').waitFor();
    await page.getByRole('button', { name: 'Follow Leila Sato' }).first().waitFor();
  });

  test('is kept until one types', async () => {
    await put(TOMO, LEILA);
    await list('Here now').getByRole('button', { name: 'Follow Leila Sato' }).click();
    await title('Archive formats').waitFor();
    await put(TOMO, { ...LEILA, item: 'summer' });
    await title('Summer hours').waitFor();
    await minutes().click();
    await page.keyboard.type('mine');
    await put(TOMO, { ...LEILA, item: 'loans' });
    await list('Here now').getByText('reading Early loans data, by phone').waitFor();
    expect(await title('Summer hours').count()).toBe(1);
  });

  test('ends with going elsewhere by hand, and with a stop', async () => {
    await put(LEILA);
    await list('Here now').getByRole('button', { name: 'Follow Leila Sato' }).click();
    await title('Archive formats').waitFor();
    await page.getByRole('link', { name: /Summer hours/ }).click();
    await title('Summer hours').waitFor();
    expect(await page.getByRole('button', { name: 'Stop following Leila Sato' }).count()).toBe(0);
    await list('Here now').getByRole('button', { name: 'Follow Leila Sato' }).click();
    await list('Here now').getByRole('button', { name: 'Stop following Leila Sato' }).click();
    await put({ ...LEILA, item: 'loans' });
    await list('Here now').getByText('reading Early loans data, by phone').waitFor();
    expect(await title('Archive formats').count()).toBe(1);
  });
});

describe('somebody else moves the clock on', () => {
  test('the view stays, and there is a way along', async () => {
    await put({ ...RUYA, name: 'Rüya Aydın' });
    await minutes().getByText('A full trial').click();
    const place = () => minutes().getByText('A full trial').boundingBox();
    const before = await place();
    await page.evaluate(() => window.others.next('Rüya Aydın', 'search', 'rehearsals'));
    await page.getByText('Rüya moved on to Recovery rehearsals').waitFor();
    await expect.poll(async () => (await place())?.y).toBe(before?.y);
    expect(await title('Search index trial').count()).toBe(1);
    expect(await hasFocus()).toBe(true);
    await put({ user: 'u2', name: 'Rüya Aydın', item: 'rehearsals' });
    await page.getByRole('status').getByRole('button', { name: 'Follow' }).click();
    await title('Recovery rehearsals').waitFor();
    await page.getByText('Rüya moved on to Recovery rehearsals').waitFor({ state: 'detached' });
  });

  test('one’s own press offers nothing', async () => {
    await page.getByRole('button', { name: /^Next:/ }).click();
    await title('Recovery rehearsals').waitFor();
    await page.waitForTimeout(600);
    expect(await page.getByRole('button', { name: 'Follow', exact: true }).count()).toBe(0);
  });
});

test('the others are told where this window is, and of its caret once', async () => {
  await minutes().getByText('Queries return').click();
  await page.keyboard.type('zz');
  await expect.poll(() => page.evaluate(() => window.others.told.typing)).toBe(1);
  const carets = await page.evaluate(() => window.others.told.carets);
  await page.keyboard.type('qqqq');
  expect(await page.evaluate(() => window.others.told.carets)).toBe(carets);
});

test.each(['light', 'dark'] as const)('axe finds nothing with people everywhere: %s', async (scheme) => {
  await context.close();
  await open(scheme);
  await put(TOMO, RUYA, LEILA, BEN, {
    user: 'u9',
    name: 'Tomi Kimura',
    item: 'search',
    behind: 'nothing at all',
  });
  await page.evaluate(() => window.others.next('Tomo Kimura', 'search', 'rehearsals'));
  await page.getByText('Tomo moved on to Recovery rehearsals').waitFor();
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
