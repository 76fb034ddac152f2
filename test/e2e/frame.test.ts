// What surrounds the views, through the app's own window: the first meeting, the library's acts and their undo, keys, the
// look, and what axe has to say about every place in both themes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type App, startApp } from './support/app.ts';

const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: App;

beforeEach(async () => {
  app = await startApp();
});

afterEach(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

async function newMeeting(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^New meeting/ }).click();
  await page.getByRole('textbox', { name: 'Title of the meeting' }).waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Saved on this computer').first().waitFor();
}

/** Imports our own page as a user does; `review` runs while the report is on screen. */
async function importPage(page: Page, review?: () => Promise<void>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import/ }).click();
  await (await chooser).setFiles(PAGE);
  await page.getByRole('button', { name: 'Import this meeting' }).waitFor();
  await review?.();
  await page.getByRole('button', { name: 'Decide later' }).click();
  await page.getByRole('button', { name: 'Import this meeting' }).click();
  await page.getByRole('main', { name: 'Plan' }).waitFor();
}

describe('the library', () => {
  test('offers the ways to a first meeting, and a new one has the cursor in its title', async () => {
    const page = await app.open();
    await page.getByRole('heading', { level: 1, name: 'Plan your first meeting' }).waitFor();
    await newMeeting(page, 'Board meeting');
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('link', { name: 'Board meeting' }).waitFor();
    expect(await page.title()).toBe('Home - Quorum');
  });

  test('opens the sample meeting, which is a meeting like any other', async () => {
    const page = await app.open();
    await page.getByRole('button', { name: 'look at a sample meeting' }).click();
    await page.getByRole('main', { name: 'Plan' }).waitFor();
    expect(await page.getByRole('radio', { name: /^Day \d/ }).count()).toBe(3);
  });

  test('deletes with an undo instead of a question', async () => {
    const page = await app.open();
    await newMeeting(page, 'Board meeting');
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('button', { name: 'More for Board meeting' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan your first meeting' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Board meeting' }).waitFor();
  });

  test('takes a page that is pasted, and shows it before anything is made', async () => {
    const page = await app.open();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      readFileSync(PAGE, 'utf8'),
    );
    await page.getByRole('button', { name: 'Import this meeting' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan your first meeting' }).waitFor();
  });

  test('says why a file is no meeting', async () => {
    const page = await app.open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Import/ }).click();
    await (await chooser).setFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from('Hello') });
    await page.getByText('Nothing was imported from a.md.').waitFor();
  });
});

describe('keys', () => {
  test('reach commands, meetings and items through the palette', async () => {
    const page = await app.open();
    await importPage(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    await page.keyboard.type('kiosk');
    await page.getByRole('menuitem', { name: /^Kiosk displays/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Kiosk displays/ }).waitFor();
    await page.keyboard.press('Control+3');
    await page.getByRole('heading', { level: 1, name: 'Action items' }).waitFor();
  });

  test('with Ctrl work while one writes, bare ones do not', async () => {
    const page = await app.open('#/settings');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Who is it');
    await name.press('End');
    await page.keyboard.press('?');
    expect(await name.inputValue()).toBe('Who is it?');
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  test('walk the regions of the screen', async () => {
    const page = await app.open();
    await importPage(page);
    const region = () =>
      page.evaluate(() => document.activeElement?.closest('header, nav, main, aside')?.tagName);
    await page.evaluate(() => document.body.focus());
    await page.keyboard.press('F6');
    expect(await region()).toBe('HEADER');
    await page.keyboard.press('F6');
    expect(await region()).toBe('MAIN');
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('HEADER');
  });
});

test('an action ticked off in the table is done in the minutes, and the way back is at hand', async () => {
  const page = await app.open();
  await importPage(page);
  await page.keyboard.press('Control+3');
  const box = page.getByRole('checkbox', { name: /^Done: list what the old import/ });
  await box.waitFor();
  // The box itself is hidden behind its drawing; a user presses the drawing.
  await page.locator('label').filter({ has: box }).click();
  await box.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await box.waitFor();
  expect(await box.isChecked()).toBe(false);
});

test('the look is kept and is there when the app opens again', async () => {
  const page = await app.open('#/settings');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.getByRole('radio', { name: 'Compact' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Maur');
  await page.goto(`${app.url}#/`);
  await page.getByRole('link', { name: /^Ines Maur/ }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /^Ines Maur/ }).waitFor();
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
    theme: 'dark',
    density: 'compact',
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('axe finds nothing in any place', async () => {
    const page = await app.open('#/settings');
    await page.emulateMedia({ colorScheme: theme });
    const found: string[] = [];
    const check = async (place: string) => {
      found.push(...(await violations(page)).map((violation) => `${place}: ${violation}`));
    };
    await page.getByRole('heading', { level: 1 }).waitFor();
    await check('settings');
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await check('empty library');
    await importPage(page, () => check('import'));
    await check('plan');
    for (const [keys, place] of [
      ['Control+3', 'actions'],
      ['Control+4', 'publish'],
    ] as const) {
      await page.keyboard.press(keys);
      await page.waitForURL(new RegExp(`/${place}$`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await check(place);
    }
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('heading', { level: 2, name: 'Past' }).waitFor();
    await check('home');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await check('palette');
    expect(found).toEqual([]);
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  // Colours are measured where they stand: nothing may still be fading in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  await page.evaluate(`${AXE};0`);
  return page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    const { violations: list } = await axe.run(document, { iframes: false });
    return list.flatMap((entry: { id: string; nodes: { html: string }[] }) =>
      entry.nodes.map((node) => `${entry.id} ${node.html.slice(0, 160)}`),
    );
  });
}
