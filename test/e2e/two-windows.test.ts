// One meeting in two windows of one computer: what is written in either is in both, and on the disk.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type App, startApp } from './support/app.ts';
import { importPage } from './support/import-page.ts';

const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');

let app: App;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await app.close();
});

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Minutes/ });

async function write(page: Page, words: string): Promise<void> {
  await minutesOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

test('two windows write one text, and neither overwrites the other', async () => {
  const one = await app.open();
  await importPage(one, PAGE);
  await one.goto(one.url().replace(/plan$/, 'run'));
  await minutesOf(one).waitFor();
  const { hash } = new URL(one.url());
  const two = await app.open(hash);

  await write(one, 'From the first window. ');
  await minutesOf(two).getByText('From the first window.').waitFor();
  await write(two, 'From the second window. ');
  await minutesOf(one).getByText('From the second window.').waitFor();

  await Promise.all([write(one, '§'.repeat(12)), write(two, '¶'.repeat(12))]);
  for (const page of [one, two]) await page.getByText('Saved on this computer').first().waitFor();
  const texts = async () => [await minutesOf(one).textContent(), await minutesOf(two).textContent()];
  const letters = (text: string | null | undefined) => text?.replace(/[^§¶]/g, '').length ?? 0;
  await expect.poll(async () => (await texts()).map(letters)).toEqual([24, 24]);
  const [text, other] = await texts();
  expect(other).toBe(text);

  await Promise.all([one.close(), two.close()]);
  const again = await app.open(hash);
  await minutesOf(again).getByText('From the second window.').waitFor();
  expect(await minutesOf(again).textContent()).toBe(text);
  expect(app.problems).toEqual([]);
}, 120_000);
