// Meetings made of others through the app's own window: of a template, of one that is held again, as the next of a series,
// out of a pasted agenda. With what axe finds in each dialog on the way.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from './support/app.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app?.close();
});

beforeEach(async () => {
  page = await app.open();
});

afterEach(async () => {
  await page.close();
  expect(app.problems).toEqual([]);
});

const dialog = (name: string) => page.getByRole('dialog', { name });
const titles = () => page.locator('[data-item] [data-cell="title"]').allTextContents();
const heading = (level: number, name: string) => page.getByRole('heading', { level, name });

async function newFrom(template: string): Promise<void> {
  await page.getByRole('button', { name: 'New from template' }).click();
  await page.getByRole('menuitem', { name: template }).click();
}

/** Axe looks at what is on screen once nothing moves any more. */
async function axeFinds(): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe
      .run;
    return (await run()).violations.map(({ id }) => id);
  });
}

test('an empty library leads to the templates, one press and a date make a meeting', async () => {
  await page.getByRole('button', { name: 'Start from a template' }).click();
  await heading(1, 'Templates').waitFor();
  expect(await axeFinds()).toEqual([]);
  await page.getByRole('button', { name: 'New meeting from Multi-day virtual meeting' }).click();
  await dialog('New from template').getByLabel('First day').fill('2027-05-13');
  await dialog('New from template').getByText('Thu 13 May, Fri 14 May, Mon 17 May').waitFor();
  expect(await axeFinds()).toEqual([]);
  await dialog('New from template').getByLabel('Title').fill('Spring days');
  await page.keyboard.press('Enter');
  await heading(1, 'Spring days').waitFor();
  expect(await page.getByRole('radio', { name: /^Day \d/ }).count()).toBe(3);
  expect((await titles())[0]).toContain('Welcome and aims');
});

test('a meeting becomes a template, which is edited like a plan, listed apart and never run', async () => {
  await page.getByRole('button', { name: 'More for Spring days' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByText('Saved as a template: Spring days').waitFor();
  await page.getByRole('link', { name: /^Templates/ }).click();
  await page.getByRole('link', { name: 'Spring days' }).click();
  await page.getByText(/^A meeting made from this template/).waitFor();
  expect(await axeFinds()).toEqual([]);
  expect(await page.getByRole('link', { name: 'Run' }).count()).toBe(0);
  await page.goto(page.url().replace('/plan', '/run'));
  await page.waitForURL(/\/plan$/);
  await heading(1, 'Spring days').getByRole('button').click();
  await page.getByRole('textbox', { name: 'Title of the meeting' }).fill('House days');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'New meeting…' }).click();
  await dialog('New from template').getByRole('button', { name: 'Make the meeting' }).click();
  await page.getByRole('link', { name: 'Run' }).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await newFrom('House days');
  await dialog('New from template').getByLabel('Title').and(page.locator(':focus')).waitFor();
});

test('a copy has its plan on days that stay working days', async () => {
  await page.getByRole('button', { name: 'More for Spring days' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await dialog('Duplicate').getByLabel('First day').fill('2027-06-02');
  await dialog('Duplicate').getByText('Wed 2 Jun, Thu 3 Jun, Fri 4 Jun').waitFor();
  expect(await axeFinds()).toEqual([]);
  await dialog('Duplicate').getByLabel('Title').fill('Summer days');
  await page.keyboard.press('Enter');
  await heading(1, 'Summer days').waitFor();
  await page.getByText('2–4 Jun 2027').first().waitFor();
});

test('a meeting announces the next, plans it, and the two lead to each other', async () => {
  await page.getByRole('link', { name: 'Summer days' }).click();
  await page.getByRole('button', { name: 'Announce…' }).click();
  await dialog('Announce a meeting').getByLabel('Dates').fill('4–5 October 2027');
  await dialog('Announce a meeting').getByText('Monday 4 October to Tuesday 5 October').waitFor();
  expect(await axeFinds()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Plan it: 4–5 October 2027' }).click();
  const plan = dialog('Plan the next meeting');
  expect(await plan.getByLabel('First day').inputValue()).toBe('2027-10-04');
  await plan.getByRole('radio', { name: 'Frame' }).click();
  await plan.getByLabel('Series').fill('House days');
  expect(await axeFinds()).toEqual([]);
  await plan.getByRole('button', { name: 'Plan it' }).click();
  await page.getByText('4–5 Oct 2027').first().waitFor();
  expect((await titles()).map((title) => title.trim())).toEqual(['Break', 'Close']);
  await page.getByRole('link', { name: '2–4 Jun 2027' }).click();
  await page.getByRole('link', { name: 'Planned: Summer days' }).waitFor();
});

test('cells of a spreadsheet pasted on the page become the agenda of the day', async () => {
  await page.getByRole('link', { name: 'Summer days' }).first().click();
  await page.getByRole('table').first().waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'Time\tMinutes\tTopic\tPresenter\n16:00\t20\tMaps\tNova Lind\n16:20\tsoon\tNets\t',
    );
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const paste = dialog('Paste an agenda');
  await paste.getByRole('row', { name: '16:00 20 Maps Nova Lind' }).waitFor();
  await paste.getByText('This length was not understood.').waitFor();
  expect(await axeFinds()).toEqual([]);
  await paste.getByRole('button', { name: 'Add 2 items' }).click();
  await expect
    .poll(async () => (await titles()).slice(-3).map((title) => title.trim()))
    .toEqual(['Maps', 'Nets', 'Close']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await titles()).join()).not.toContain('Maps');
});
