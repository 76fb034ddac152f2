import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveFile } from '../../../electron/services/save-file.ts';
import { NO_SETTINGS, openSettings } from '../../../electron/services/settings-file.ts';

const BOUNDS = { x: 1, y: 2, width: 900, height: 700, maximized: false };
let path: string;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'quorum-settings-')), 'settings.json');
});
afterEach(() => rm(join(path, '..'), { recursive: true }));

describe('the settings of the shell', () => {
  test('are there again at the next start', async () => {
    const settings = await openSettings(path, saveFile);
    expect(settings.current).toEqual(NO_SETTINGS);
    await settings.change({ windows: { 1: BOUNDS }, lastDisplay: '1' });
    expect((await openSettings(path, saveFile)).current).toEqual({
      ...NO_SETTINGS,
      windows: { 1: BOUNDS },
      lastDisplay: '1',
    });
  });

  test('end as the last of many changes at once', async () => {
    const settings = await openSettings(path, saveFile);
    const changes = Array.from({ length: 20 }, (_, index) => settings.change({ lastDisplay: String(index) }));
    await Promise.all(changes);
    expect(JSON.parse(await readFile(path, 'utf8')).lastDisplay).toBe('19');
  });

  test.each(['', '{', '[]', 'null', '{"windows":{"1":{"x":"left"}},"lastDisplay":"1"}'])(
    'that are broken (%s) count as none',
    async (broken) => {
      await writeFile(path, broken);
      expect((await openSettings(path, saveFile)).current).toEqual(NO_SETTINGS);
    },
  );

  test('that cannot be read keep no window from opening', async () => {
    await mkdir(path);
    expect((await openSettings(path, saveFile)).current).toEqual(NO_SETTINGS);
  });
});
