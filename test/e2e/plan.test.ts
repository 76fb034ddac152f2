// Planning through the app's own window: what is typed, moved, dragged and taken back, by keyboard and by pointer.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, startApp } from './support/app.ts';

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

const plan = () => page.getByRole('main', { name: 'Plan' });
const cell = (column: string, row: number) => page.locator(`[data-item] [data-cell="${column}"]`).nth(row);
const focusedCell = () =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('[data-item]');
    return row?.querySelector('[data-cell="title"]')?.textContent ?? null;
  });

async function rows(): Promise<string[]> {
  return page.locator('[data-item]').evaluateAll((list) =>
    list.map((row) =>
      ['time', 'minutes', 'title']
        .map((name) => row.querySelector(`[data-cell="${name}"]`))
        .map((each) => (each?.querySelector('[aria-hidden]') ?? each)?.textContent?.trim())
        .join(' '),
    ),
  );
}

async function shows(...expected: string[]): Promise<void> {
  await expect.poll(rows, { timeout: 5000 }).toEqual(expected);
}

async function says(text: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
}

async function add(line: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Add an item' }).last().fill(line);
  await page.keyboard.press('Enter');
}

/** A meeting of one day with a morning of three items and a pinned lunch. */
async function newMeeting(): Promise<void> {
  await page
    .getByRole('button', { name: /^New meeting/ })
    .first()
    .click();
  await plan().waitFor();
  await page.getByRole('textbox', { name: 'Title of the meeting' }).fill('House meeting');
  await page.keyboard.press('Enter');
  const firstDay = page.getByRole('button', { name: 'Add a day' });
  if (!(await page.getByRole('table').isVisible())) await firstDay.first().click();
  await add('9:00 10m Welcome');
  await add('News 20 min');
  await add('Kiosk displays 60 min? @"Ben Osei"');
  await add('10:30 30m Lunch');
  await shows(
    '09:00–09:10 10 Welcome',
    '09:10–09:30 20 News',
    '09:30–10:30 60? Kiosk displays',
    '10:30–11:00 30 Lunch',
  );
}

test('a new meeting asks when it is, and then takes the first item', async () => {
  await page
    .getByRole('button', { name: /^New meeting/ })
    .first()
    .click();
  await plan().waitFor();
  await page.getByLabel('First day').fill('2026-05-04');
  await page.getByRole('button', { name: /Length/ }).click();
  await page.getByRole('option', { name: '3 days' }).click();
  await page.getByText('Monday 4 May to Wednesday 6 May').waitFor();
  await page.getByRole('button', { name: 'Add 3 days' }).click();
  await page.getByRole('textbox', { name: 'Add an item' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('9:00 10m Welcome');
  await page.keyboard.press('Enter');
  await shows('09:00–09:10 10 Welcome');
  expect(await page.getByRole('radio', { name: /^Day 3/ }).count()).toBe(1);
});

describe('an agenda', () => {
  beforeEach(newMeeting);

  test('is computed as it is typed, warns of what does not fit, and offers the way out', async () => {
    await cell('minutes', 1).click();
    await page.keyboard.type('45 mins');
    await page.keyboard.press('Enter');
    await page.getByText('Ends 25 min after the break pinned at 10:30.').waitFor();
    expect(await plan().getByText('25 min too long').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Shorten to 35' }).click();
    await shows(
      '09:00–09:10 10 Welcome',
      '09:10–09:55 45 News',
      '09:55–10:30 35 Kiosk displays',
      '10:30–11:00 30 Lunch',
    );
    expect(await plan().getByText('min too long').isVisible()).toBe(false);
  });

  test('keeps a start that is typed, and lets it go with Backspace', async () => {
    await cell('time', 1).click();
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('“soon” is not a time').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('9h15');
    await page.keyboard.press('Enter');
    await says(/Pinned/);
    expect((await rows())[1]).toBe('09:15–09:35 20 News');
    await page.keyboard.press('Backspace');
    await says(/Not pinned/);
    expect((await rows())[1]).toBe('09:10–09:30 20 News');
  });

  test('is reordered by keyboard: the focus goes with the item, the day begins when it began', async () => {
    await cell('title', 1).focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await says(/Position 1 of 4, starts 09:00/);
    await shows(
      '09:00–09:20 20 News',
      '09:20–09:30 10 Welcome',
      '09:30–10:30 60? Kiosk displays',
      '10:30–11:00 30 Lunch',
    );
    expect(await focusedCell()).toBe('News');
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await says(/first place of the day/);

    await page.locator('[data-cell="grip"]').nth(0).focus();
    await page.keyboard.press('Enter');
    await says(/News, picked up/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await says(/Position 3 of 4/);
    await page.keyboard.press('Escape');
    await says(/put back/);
    expect((await rows())[0]).toBe('09:00–09:20 20 News');
  });

  test('is reordered by pointer, with the start it would get shown before the drop', async () => {
    const grip = await page.locator('[data-cell="grip"]').nth(2).boundingBox();
    const target = await page.locator('[data-item]').nth(1).boundingBox();
    if (!grip || !target) throw new Error('the rows are on screen');
    await page.mouse.move(grip.x + 8, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip.x + 12, grip.y - 8, { steps: 3 });
    await page.mouse.move(target.x + 200, target.y + 6, { steps: 6 });
    await page.mouse.move(target.x + 200, target.y + 7);
    await page.getByText('Move here: “Kiosk displays”').waitFor();
    await page.mouse.up();
    await shows(
      '09:00–09:10 10 Welcome',
      '09:10–10:10 60? Kiosk displays',
      '10:10–10:30 20 News',
      '10:30–11:00 30 Lunch',
    );
  });

  test('an item is cancelled with its reason, restored, deleted, and brought back', async () => {
    const menu = async (entry: string) => {
      await page.getByRole('button', { name: 'Actions for News' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    await menu('Cancel…');
    await page.getByRole('textbox', { name: 'Reason' }).fill('nothing new');
    await page.keyboard.press('Enter');
    await plan().getByText('Cancelled: nothing new').waitFor();
    expect((await rows())[2]).toBe('09:10–10:10 60? Kiosk displays');
    await menu('Restore');
    await menu('Delete');
    await expect.poll(async () => (await rows()).length).toBe(3);
    await expect.poll(focusedCell).toBe('Kiosk displays');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await rows())[1]).toBe('09:10–09:30 20 News');
    await page.locator('[data-cell="grip"]').nth(0).focus();
    await page.keyboard.press('Control+Z');
    await expect.poll(() => plan().getByText('Cancelled: nothing new').isVisible()).toBe(true);
  });

  test('shows both zones once the meeting has one, and says so to screen readers', async () => {
    await plan()
      .getByRole('button', { name: /^Time zone of the meeting/ })
      .click();
    await page.getByRole('combobox', { name: 'Time zone of the meeting' }).fill('phoenix');
    await page.getByRole('option', { name: /^Phoenix/ }).click();
    await page.getByRole('columnheader', { name: 'Berlin' }).waitFor();
    await plan()
      .getByText(/^Berlin, \d h later$/)
      .waitFor();
    const spoken = await cell('time', 0).textContent();
    expect(spoken).toMatch(/09:00 to 09:10 Phoenix, 1[78]:00 your time, pinned/);
    await page.getByRole('radio', { name: 'Mine' }).click();
    expect((await rows())[0]).toMatch(/^1[78]:00–1[78]:10 10 Welcome$/);
  });

  test('a pasted list becomes items, a pasted column of names becomes people', async () => {
    const quick = page.getByRole('textbox', { name: 'Add an item' });
    await quick.evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Scan room 30m\nAOB 5m @ines\n');
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const dialog = page.getByRole('dialog', { name: 'Paste an agenda' });
    await dialog.getByRole('row', { name: /11:00 30m Scan room/ }).waitFor();
    await dialog.getByText(/^New in this meeting/).waitFor();
    await dialog.getByRole('button', { name: 'Add 2 items' }).click();
    await expect
      .poll(async () => (await rows()).slice(4))
      .toEqual(['11:00–11:30 30 Scan room', '11:30–11:35 5 AOB']);
    await plan().getByRole('button', { name: 'Edit people' }).click();
    await page
      .getByRole('textbox', { name: 'Add people' })
      .fill('Rüya Aydın <ruya@example.org>\nben osei\nYael, Archive');
    await page.getByRole('dialog').getByText('1 already there').waitFor();
    await page.getByRole('button', { name: 'Add 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Name: Rüya Aydın' }).waitFor();
  });

  test('a proposal is made, added to the day, linked both ways, and another is declined', async () => {
    const column = page.getByRole('complementary', { name: 'Proposals' });
    for (const title of ['Recovery rehearsals', 'Lending robots']) {
      await column.getByRole('button', { name: 'Propose', exact: true }).first().click();
      await page.getByRole('textbox', { name: 'Topic' }).fill(title);
      await page.getByRole('textbox', { name: 'Time' }).fill('30 mins+');
      await page.keyboard.press('Enter');
      await column.getByRole('heading', { name: title }).waitFor();
    }
    await column.getByText('1 h – 1 h 30 open').waitFor();
    await column.getByRole('button', { name: 'Add to day…' }).first().click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(async () => (await rows())[4]).toBe('11:00–11:30 30+ Recovery rehearsals');
    await plan().getByText('from a proposal').waitFor();
    await column.getByRole('button', { name: 'Decline…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('a report is enough');
    await page.keyboard.press('Enter');
    await column.getByRole('radio', { name: /^Declined/ }).click();
    await column.getByText('Declined: a report is enough').waitFor();
    await column.getByRole('radio', { name: /^Scheduled/ }).click();
    await column.getByRole('button', { name: /11:00$/ }).click();
    await expect.poll(focusedCell).toBe('Recovery rehearsals');
  });

  test.each([
    { width: 1440, height: 900 },
    { width: 900, height: 700 },
  ])('has no accessibility fault axe can find at $width x $height', async (viewport) => {
    await page.setViewportSize(viewport);
    await cell('minutes', 1).click();
    await page.keyboard.type('a while');
    await page.keyboard.press('Enter');
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(readFileSync(axe, 'utf8'));
    const faults =
      await page.evaluate(`axe.run(document, { rules: { region: { enabled: false } } }).then((found) =>
      found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
