// The proposals of the Plan view in a real Chromium, on a meeting in real storage: by key, by pointer, and what can be
// taken back.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BundledPage, bundlePage } from './support/bundled-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let bundled: BundledPage;
let context: BrowserContext;
let page: Page;
let problems: string[] = [];

beforeAll(async () => {
  bundled = await bundlePage('test/renderer/features/plan/proposals/page');
});
afterAll(async () => {
  await bundled?.close();
});
afterEach(async () => {
  await context?.close();
  expect(problems).toEqual([]);
});

async function open(query = '', width = 1440, dark = false): Promise<void> {
  context = await bundled.browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
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
  await page.goto(`${bundled.url}${query}`);
  await page.getByRole('main', { name: 'Plan' }).waitFor();
}

const column = () => page.getByRole('complementary', { name: 'Proposals' });
const card = (title: string) =>
  column()
    .getByRole('listitem')
    .filter({ has: heading(title) });
const heading = (title: string) => page.getByRole('heading', { level: 3, name: title, exact: true });
const part = (title: string, name: string) => card(title).locator(`[data-cell="${name}"]`);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const titles = () => column().locator('[data-proposal] h3').allTextContents();
const agenda = () =>
  page.evaluate(() => window.meeting().days[0]?.blocks[0]?.items.map(({ title }) => title));
const proposal = (title: string) =>
  page.evaluate((wanted) => window.meeting().proposals.find((each) => each.title === wanted), title);

async function listed(...expected: string[]): Promise<void> {
  await expect.poll(titles, { timeout: 5000 }).toEqual(expected);
}
async function says(text: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
}
async function menu(title: string, entry: string | RegExp): Promise<void> {
  await button(`Actions for ${title}`).last().click();
  await page.getByRole('menuitem', { name: entry }).click();
}
async function show(state: 'Open' | 'Scheduled' | 'Declined'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${state}`) }).click();
}
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const focused = () =>
  page.evaluate(() => document.activeElement?.closest('[data-proposal]')?.querySelector('h3')?.textContent);

const ROTA = 'Volunteer rota: one tool or three?';
const ARCHIVE = 'Archive days for schools';
const OPEN = [ROTA, ARCHIVE, 'Recovery rehearsals', 'Help texts in four languages'];

describe('by keyboard', () => {
  beforeEach(() => open());

  test('one key puts a proposal into the day, before its close; the next card is ready for the next', async () => {
    await part(ROTA, 'title').focus();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await says(/Volunteer rota: one tool or three\? added to Tuesday 10 March at 10:30/);
    await listed(...OPEN.slice(1));
    await expect.poll(focused).toBe('Archive days for schools');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect
      .poll(agenda)
      .toEqual([
        'Welcome',
        'Programme news',
        'Import pipeline v3: where it stands',
        ROTA,
        'Archive days for schools',
        'Close of the day',
      ]);
    await button('Undo').click();
    await listed(...OPEN.slice(1));
  });

  test('cards are reordered at once or picked up, and put back', async () => {
    await part('Recovery rehearsals', 'estimate').focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await says(/Position 2 of 4/);
    await listed(ROTA, 'Recovery rehearsals', 'Archive days for schools', 'Help texts in four languages');
    expect(await focused()).toBe('Recovery rehearsals');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(ROTA);

    await part(ROTA, 'grip').focus();
    await page.keyboard.press('Enter');
    await says(/picked up\. Position 1 of 4/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await listed('Recovery rehearsals', 'Archive days for schools', ROTA, 'Help texts in four languages');
    await page.keyboard.press('Escape');
    await listed(ROTA, 'Recovery rehearsals', 'Archive days for schools', 'Help texts in four languages');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(`Move ${ROTA}`);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-item]') !== null)).toBe(true);
  });

  test('topic and time are changed where they stand, and the range follows', async () => {
    await part('Recovery rehearsals', 'title').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Rehearsals');
    await page.keyboard.press('Enter');
    await part('Rehearsals', 'estimate').focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('1 hour?');
    await page.keyboard.press('Enter');
    await card('Rehearsals').getByText('45–75 min').waitFor();
    expect((await proposal('Rehearsals'))?.estimate).toBe('1 hour?');
  });
});

test('dragged within the list, and into the day where the pointer is', async () => {
  await open();
  const grip = (title: string) => button(`Move ${title}`).last();
  await grip('Help texts in four languages').dragTo(card(ROTA), { targetPosition: { x: 150, y: 6 } });
  await listed('Help texts in four languages', ...OPEN.slice(0, 3));
  await grip(ROTA).dragTo(page.getByRole('row').filter({ hasText: 'Programme news' }), {
    targetPosition: { x: 300, y: 4 },
  });
  await expect
    .poll(agenda)
    .toEqual(['Welcome', ROTA, 'Programme news', 'Import pipeline v3: where it stands', 'Close of the day']);
});

test('comments are added, one’s own are changed, all are taken out and come back', async () => {
  await open();
  await button(`2 comments on ${ROTA}`).click();
  const thread = page.getByRole('region', { name: `Comments on ${ROTA}` });
  await thread.getByRole('textbox', { name: 'Comment' }).fill('Half an hour it is.');
  await page.keyboard.press('Enter');
  await button(`3 comments on ${ROTA}`).waitFor();
  expect(await thread.getByRole('listitem').count()).toBe(3);
  expect(await thread.getByRole('button', { name: /^Change the comment/ }).count()).toBe(2);

  const own = thread.getByRole('listitem').filter({ hasText: 'Half an hour it is.' });
  await own.getByRole('button', { name: /^Change/ }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('An hour');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('it is.');
  await page.keyboard.press('Enter');
  const kept = () => page.evaluate(() => window.meeting().comments.map(({ by, text }) => `${by}: ${text}`));
  await expect.poll(async () => (await kept()).at(-1)).toBe('Mara Okafor: An hour\nit is.');

  await thread.getByRole('button', { name: /^Take out the comment of Ben Osei/ }).click();
  await button(`2 comments on ${ROTA}`).waitFor();
  await button('Undo').click();
  await button(`3 comments on ${ROTA}`).waitFor();
  await thread.getByRole('textbox', { name: 'Comment' }).focus();
  await page.keyboard.press('Escape');
  await thread.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe(ROTA);
});

describe('what becomes of a proposal', () => {
  beforeEach(() => open());

  test('merged into another or into an item, it leads there, and there leads back', async () => {
    await part('Archive days for schools', 'merge').click();
    await page.getByRole('combobox').fill('Recov');
    await page.getByRole('option', { name: 'Recovery rehearsals' }).click();
    await confirm('Merge');
    await listed(ROTA, 'Recovery rehearsals', 'Help texts in four languages');
    await card('Recovery rehearsals')
      .getByRole('button', { name: 'Covers “Archive days for schools”' })
      .click();
    await card('Archive days for schools')
      .getByRole('button', { name: 'Merged into “Recovery rehearsals”' })
      .waitFor();
    expect(await focused()).toBe('Archive days for schools');

    await show('Open');
    await part(ROTA, 'merge').click();
    await page.getByRole('combobox').fill('Welc');
    await page.getByRole('option', { name: 'Welcome' }).click();
    await confirm('Merge');
    await button('from 2 proposals').click();
    await card(ROTA).getByRole('button', { name: 'Merged into “Welcome”, Tue 10 Mar 09:00' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-item]')?.textContent))
      .toContain('Welcome');
  });

  test('split, its part stands behind it and knows what it was a part of; one step takes it back', async () => {
    await menu(ROTA, 'Split…');
    await page.keyboard.type('Rota: who pays');
    await page.keyboard.press('Tab');
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await listed(ROTA, 'Rota: who pays', ...OPEN.slice(1));
    await card('Rota: who pays').getByText(`Part of “${ROTA}”`).waitFor();
    expect((await proposal('Rota: who pays'))?.requestedBy).toEqual((await proposal(ROTA))?.requestedBy);
    expect(await page.evaluate(() => window.undo())).toBe(true);
    await listed(...OPEN);
  });

  test('handed to another presenter, who then has the item', async () => {
    await menu(ARCHIVE, 'Hand to another presenter…');
    await page.getByRole('combobox').fill('Ben');
    await page.getByRole('option', { name: 'Ben Osei' }).click();
    await confirm('Done');
    await card(ARCHIVE).getByText('Yael Adler · presented by Ben Osei').waitFor();
    await part(ARCHIVE, 'add').click();
    await confirm('Add');
    await page.getByRole('row').filter({ hasText: ARCHIVE }).getByText('Ben Osei').first().waitFor();
    await button('from Yael’s proposal').click();
    await card(ARCHIVE)
      .getByRole('button', { name: /^Tue 10 Mar/ })
      .waitFor();
  });

  test('declined with a reason, and open again', async () => {
    await part('Recovery rehearsals', 'decline').click();
    await page.keyboard.type('next time');
    await page.keyboard.press('Enter');
    await listed(ROTA, 'Archive days for schools', 'Help texts in four languages');
    await expect.poll(focused).toBe('Help texts in four languages');
    await show('Declined');
    await card('Recovery rehearsals').getByText('Declined: next time').waitFor();
    await menu('Recovery rehearsals', 'Reopen');
    await listed('Lending robots, a report');
  });
});

test('what is typed into its dialog without a pause is one step of undo', async () => {
  await open();
  await menu('Recovery rehearsals', 'Edit…');
  const topic = page.getByRole('textbox', { name: 'Topic' });
  await topic.press('End');
  await page.keyboard.type(', second try');
  await expect.poll(async () => (await proposal('Recovery rehearsals, second try'))?.title).toBeTruthy();
  await page.keyboard.type('!');
  await page.keyboard.press('Tab');
  expect(await proposal('Recovery rehearsals, second try!')).toBeTruthy();
  await page.evaluate(() => window.undo());
  await expect.poll(() => topic.inputValue()).toBe('Recovery rehearsals, second try');
  await page.evaluate(() => window.undo());
  await expect.poll(() => topic.inputValue()).toBe('Recovery rehearsals');
});

test('of many, some are found, or sorted; sorted ones stay where they are', async () => {
  await open('?many');
  const find = page.getByRole('searchbox', { name: 'Find a proposal' });
  await find.fill('rüya topic');
  await listed('Topic 3', 'Topic 9');
  await find.press('Escape');
  await page.getByRole('button', { name: /Sort proposals/ }).click();
  await page.getByRole('option', { name: 'Shortest first' }).click();
  await expect.poll(async () => (await titles())[0]).toBe('Topic 4');
  const before = await titles();
  await part('Topic 1', 'title').focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await says(/They are sorted/);
  expect(await titles()).toEqual(before);
});

test('an address leads to a proposal', async () => {
  await open();
  const id = (await proposal('Lending robots, a report'))?.id;
  await page.evaluate((to) => {
    location.hash = `/m/x/plan/${to}`;
  }, id);
  await expect.poll(focused).toBe('Lending robots, a report');
});

describe('accessibility: axe finds nothing', () => {
  test.each([
    ['light', 1440],
    ['dark', 900],
  ] as const)('%s, %d wide: the lists, a thread, the dialogs', async (theme, width) => {
    await open('?many', width, theme === 'dark');
    if (width < 1000) await button(/^Proposals/).click();
    await expectNothing('open');
    await button(`2 comments on ${ROTA}`).click();
    await expectNothing('comments');
    await show('Scheduled');
    await expectNothing('scheduled');
    await show('Open');
    for (const entry of ['Edit…', 'Split…', 'Hand to another presenter…']) {
      await menu(ROTA, entry);
      await page.getByRole('dialog').waitFor();
      await expectNothing(entry);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await part(ROTA, 'merge').click();
    await page.getByRole('combobox').waitFor();
    await expectNothing('merge');
  });
});

async function expectNothing(where: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  });
  expect(found, where).toEqual([]);
}
