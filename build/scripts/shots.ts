// `npm run shots`: a picture of every screen, light and dark, in two window sizes, into dist/shots, so that somebody can
// look at all of them. The meeting shown is imported as a user would: the real page where ../shared is, else our own.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startApp } from '../../test/e2e/support/app.ts';
import { importPage } from '../../test/e2e/support/import-page.ts';
import { ensureBuild } from './build-app.ts';
import { ROOT } from './project.ts';
import { ensureTestTools } from './tools.ts';

const REAL = join(ROOT, '..', 'shared', 'samples', 'virtual-f2f-page.md');
const OWN = join(ROOT, 'test', 'fixtures', 'pages', 'spring-review.md');
const OUT = join(ROOT, 'dist', 'shots');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];

ensureTestTools();
await ensureBuild();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    const app = await startApp({ colorScheme, viewport });
    try {
      await shootAll(await app.open(), `${colorScheme}-${viewport.width}`);
    } finally {
      await app.close();
    }
  }
}
console.error(`Pictures are in ${OUT}`);

async function shootAll(page: Page, kind: string): Promise<void> {
  const shoot = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(OUT, `${name}-${kind}.png`), animations: 'disabled' });
  };
  const view = (name: string) =>
    page.getByRole('navigation', { name: 'Views of the meeting' }).getByRole('link', { name }).click();

  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('library-empty');
  await importPage(page, existsSync(REAL) ? REAL : OWN, { review: () => shoot('import-review') });
  await shoot('plan');
  const address = page.url();
  await view('Run');
  await page.getByRole('timer').waitFor();
  await shoot('run-before');
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Next/ }).waitFor();
  await shoot('run-live');
  await view('Actions');
  await page.getByRole('main').waitFor();
  await shoot('actions');
  await view('Publish');
  await page.frameLocator('iframe').locator('h1').waitFor();
  await shoot('publish');
  await page.goto(address.replace(/#.*/, '#/settings'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('settings');
  await page.goto(address.replace(/#.*/, '#/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('library');
}
