import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';
import { answerSaveDialog } from '../doubles/shell-answers.ts';

const RENDERER = join(ROOT, 'dist', 'renderer');
const PAGE = join(ROOT, 'test', 'fixtures', 'pages', 'headings-only.md');
const TITLE = 'Opening hours pilot, kick-off';
const BUILT = existsSync(join(RENDERER, 'index.html'));
if (!BUILT)
  console.log('SKIPPED, dist/renderer is not built: the real page in the shell (`npm run build` first)');

describe.skipIf(!BUILT)('the real page in the shell', () => {
  let folder: string;
  let app: LaunchedApp;
  const problems: string[] = [];

  /** Starts the app as a double click on `file` does. */
  async function start(file?: string): Promise<Page> {
    app = await launchApp({
      renderer: RENDERER,
      userData: join(folder, 'user-data'),
      args: file === undefined ? [] : [file],
    });
    const page = await app.page();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    return page;
  }
  const choose = (command: string) =>
    app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quorum-built-'));
    await start(PAGE);
  });
  afterAll(async () => {
    await app?.dispose();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  test('takes the file it was started with to the import, and makes a meeting of it', async () => {
    const page = await app.page();
    await page.getByRole('button', { name: 'Import this meeting' }).click();
    await page.waitForURL(/#\/m\/[\w-]+\/plan/);
    await page.getByText(TITLE).first().waitFor();
  });

  test('saves the meeting as a PDF when the menu says so', async () => {
    const path = join(folder, 'minutes.pdf');
    await answerSaveDialog(app, path);
    await choose('save-pdf');
    await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain(TITLE);
  });

  test('follows the menu through its views', async () => {
    const page = await app.page();
    for (const view of ['run', 'actions', 'publish', 'plan']) {
      await choose(view);
      await page.waitForURL(new RegExp(`#/m/[\\w-]+/${view}`));
    }
    await choose('settings');
    await page.waitForURL(/#\/settings/);
    await choose('home');
    await page.waitForURL(/#\/$/);
  });

  test('has the meeting at the next start', async () => {
    await app.quit();
    await app.dispose();
    const page = await start();
    await page.getByText(TITLE).first().waitFor();
    // Once more from the first byte, with everything it complains of heard.
    await page.reload();
    await page.getByText(TITLE).first().waitFor();
  });

  test('did nothing all the while that its policy forbids', () => {
    expect(problems).toEqual([]);
  });
});
