// The whole job of a meeting, done by one person through the app's own window: import, plan, run, minute, close, open
// again, publish. On the project's own page, and on the real one where ../shared is there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type ServedApp, serveApp } from '../../build/scripts/serve.ts';
import { type App, startApp } from './support/app.ts';
import { importPage } from './support/import-page.ts';

const OWN = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
const REAL = join(ROOT, '..', 'shared', 'samples', 'virtual-f2f-page.md');

let served: ServedApp;
let profile: string;
let app: App;

beforeEach(async () => {
  served = await serveApp(0);
  profile = mkdtempSync(join(tmpdir(), 'quorum-journey-'));
  app = await startApp({ served, profile });
});

afterEach(async () => {
  await app.close();
  await served.close();
  rmSync(profile, { recursive: true, force: true });
});

const pages = [
  { name: 'our own page', file: OWN },
  { name: 'the real page of ../shared', file: REAL },
];

describe.each(pages)('a meeting from $name', ({ file, name }) => {
  const missing = existsSync(file) ? '' : ` (skipped: ${name} is not here)`;
  test.skipIf(missing !== '')(`is run, minuted, closed, opened again and printed${missing}`, async () => {
    let page = await app.open();
    await importPage(page, file);
    expect(await page.getByRole('radio', { name: /^Day \d/ }).count()).toBe(3);

    await view(page, 'Run');
    await page
      .getByRole('button', { name: /^Start/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Next/ }).waitFor();
    const minutes = page.getByRole('textbox', { name: /^Minutes/ });
    await minutes.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ærøskøbing votes for 3 × 5 and “quotes” it');
    await expectSaved(page);
    const address = page.url();

    await app.close();
    app = await startApp({ served, profile });
    page = await app.open(address.slice(address.indexOf('#')));
    const again = page.getByRole('textbox', { name: /^Minutes/ });
    await again.getByText('Ærøskøbing votes for 3 × 5 and “quotes” it').waitFor();
    expect(await page.getByRole('button', { name: /^Next/ }).isVisible()).toBe(true);

    await view(page, 'Publish');
    const frame = page.frameLocator('iframe');
    await frame.getByText('Ærøskøbing votes for 3 × 5 and “quotes” it').first().waitFor();
    expect(pdfText(await printed(page))).toContain('Ærøskøbing votes for 3 × 5 and “quotes” it');
    expect(app.problems).toEqual([]);
  });
});

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views of the meeting' }).getByRole('link', { name }).click();
}

async function expectSaved(page: Page): Promise<void> {
  await page.getByText('Saved on this computer').first().waitFor();
}

/** The page that Publish shows, printed by Chromium as a browser's print would. */
async function printed(page: Page): Promise<Buffer> {
  const html = await page.locator('iframe').evaluate((frame) => frame.getAttribute('srcdoc') ?? '');
  const paper = await app.context.newPage();
  await paper.setContent(html);
  const pdf = await paper.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await paper.close();
  return pdf;
}

function pdfText(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(
    /\s+/g,
    ' ',
  );
}
