import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';

const RENDERER = join(ROOT, 'dist', 'renderer');
const BUILT = existsSync(join(RENDERER, 'index.html'));
if (!BUILT)
  console.log('SKIPPED, dist/renderer is not built: the real page in the shell (`npm run build` first)');

describe.skipIf(!BUILT)('the real page in the shell', () => {
  let app: LaunchedApp;
  const problems: string[] = [];

  beforeAll(async () => {
    app = await launchApp({ renderer: RENDERER });
    const page = await app.page();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.reload();
  });
  afterAll(() => app?.dispose());

  test('shows its first screen, with every file it needs and nothing that its policy forbids', async () => {
    const page = await app.page();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(problems).toEqual([]);
  });

  test('knows that it runs on the desktop and follows the menu', async () => {
    const page = await app.page();
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click(), null);
    await page.waitForURL(/#\/settings/);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('home')?.click(), null);
    await page.waitForURL(/#\/$/);
  });
});
