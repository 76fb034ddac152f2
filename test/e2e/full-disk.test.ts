// A full disk, as Chromium reports it, and the app's words about it: nothing typed is lost, nothing is called saved that
// is not, and when there is room again everything goes down.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type App, startApp } from './support/app.ts';
import { importPage } from './support/import-page.ts';

const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
const SAVED = 'Saved on this computer';

let app: App;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await app.close();
});

test('a full disk is said aloud, and what was typed meanwhile is saved when there is room', async () => {
  const page = await app.open();
  await importPage(page, PAGE);
  await page.goto(page.url().replace(/plan$/, 'run'));
  const minutes = page.getByRole('textbox', { name: /^Minutes/ });
  await minutes.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Before. ');
  await page.getByText(SAVED).first().waitFor();

  const chrome = await app.context.newCDPSession(page);
  const { origin } = new URL(app.url);
  await chrome.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const refused = page.getByText('Not saved: the disk is full.');
  let words = 'Before. ';
  // Chromium asks for the room that is left only now and then; a person would be typing on as well.
  for (let sentence = 1; !(await refused.isVisible()); sentence += 1) {
    await page.keyboard.type(`Sentence ${sentence}. `, { delay: 30 });
    words += `Sentence ${sentence}. `;
  }
  expect(await page.getByText(SAVED).count()).toBe(0);
  await page.keyboard.type('And on. ');

  await chrome.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(SAVED).first().waitFor();
  await page.reload();
  await page.getByText(`${words}And on.`).waitFor();
}, 120_000);
