import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchElectron, findElectron, installedElectron } from '../../build/scripts/electron-binary.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-electron-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe("Electron's binary", () => {
  test('is here when its package has fetched it', async () => {
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist', 'electron'), '');
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(installedElectron(folder, {})).toEqual({ path: join(folder, 'dist', 'electron') });
  });

  test('is not here when only a trace of it is', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(installedElectron(folder, {})).toMatchObject({ missing: true });
  });

  test('is not here when nothing is', () => {
    expect(installedElectron(folder, {})).toMatchObject({ missing: true });
  });

  test('may be somewhere else, as the package allows', async () => {
    await writeFile(join(folder, 'electron'), '');
    const elsewhere = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    expect(installedElectron(join(folder, 'package'), elsewhere)).toEqual({ path: join(folder, 'electron') });
  });

  test.each([
    [{}, 1000, 'there is no display for a window'],
    [{ DISPLAY: ':0' }, 0, 'Electron does not run as root'],
  ])('is of no use where no window can open (%j, user %i)', async (env, uid, reason) => {
    expect(await findElectron({ platform: 'linux', env, uid })).toEqual({ missing: true, reason });
  });
});

describe('fetching it', () => {
  const installer = async (code: string) => {
    const file = join(folder, 'install.cjs');
    await writeFile(file, code);
    return file;
  };

  test('that works has no reason', async () => {
    expect(await fetchElectron(await installer(''), 10_000)).toBeNull();
  });

  test('that fails gives the first line of why, without addresses', async () => {
    const file = await installer(
      "console.error('\\nTypeError: fetch failed for https://example.org/electron.zip\\n    at somewhere'); process.exit(1)",
    );
    expect(await fetchElectron(file, 10_000)).toBe('fetch failed for (address)');
  });

  test('that does not end is ended', async () => {
    expect(await fetchElectron(await installer('setInterval(() => {}, 1000)'), 1_000)).toBe(
      'not done after 1 s',
    );
  });
});
