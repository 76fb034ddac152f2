import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp, SHELL_RUNS_ON } from '../doubles/launch-app.ts';

const SMALL_PAGE = join(import.meta.dirname, 'page');
let app: LaunchedApp;

beforeAll(async () => {
  console.log(`shell tests ran on: ${SHELL_RUNS_ON}`);
  app = await launchApp({ renderer: SMALL_PAGE });
});
afterAll(() => app.dispose());

describe('the window', () => {
  test('shows the built page', async () => {
    const page = await app.page();
    expect(await page.title()).toBe('Small page');
  });
});
