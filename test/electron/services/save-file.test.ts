import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskWriter, saveFile } from '../../../electron/services/save-file.ts';

const text = (value: string) => new TextEncoder().encode(value);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'Documents-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The file system's own error, as Node gives it. */
function failing(code: string) {
  return async () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe('saving a file', () => {
  test('writes it whole and leaves nothing beside it', async () => {
    const path = join(folder, 'minutes.md');
    expect(await saveFile(path, text('new'))).toEqual({ ok: true, value: null });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['minutes.md']);
  });

  test('over an old one keeps its permissions', async () => {
    const path = join(folder, 'minutes.md');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await saveFile(path, text('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  test('through a link changes what it points to', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'a.md'), 'old');
    await symlink(join(folder, 'real', 'a.md'), join(folder, 'link.md'));
    await saveFile(join(folder, 'link.md'), text('new'));
    expect(await readFile(join(folder, 'real', 'a.md'), 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link.md', 'real']);
  });

  test('with a name as long as the disk takes', async () => {
    const path = join(folder, `${'a'.repeat(251)}.pdf`);
    expect((await saveFile(path, text('new'))).ok).toBe(true);
  });

  test.each([
    ['ENOSPC', 'disk-full', 'the disk is full'],
    ['EACCES', 'no-permission', 'no permission'],
    ['EROFS', 'read-only', 'that place can only be read'],
    ['EBUSY', 'file-in-use', 'another program is using it'],
    ['EIO', 'failed', 'the system says EIO'],
  ])('that ends in %s says so in words and leaves the old one', async (cause, code, words) => {
    const path = join(folder, 'minutes.pdf');
    await writeFile(path, 'old');
    const writer = {
      ...diskWriter,
      writeNew: async (temporary: string, bytes: Uint8Array) => {
        await writeFile(temporary, bytes.subarray(0, 1));
        await failing(cause)();
      },
    };
    const saved = await saveFile(path, text('new'), writer);
    expect(saved).toMatchObject({ ok: false, error: { code } });
    if (!saved.ok)
      expect(saved.error.message).toMatch(new RegExp(`^minutes.pdf could not be written to .*: ${words}`));
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['minutes.pdf']);
  });

  test('whose last step fails takes the half-made file away again', async () => {
    const path = join(folder, 'minutes.pdf');
    const saved = await saveFile(path, text('new'), { ...diskWriter, rename: failing('EPERM') });
    expect(saved).toMatchObject({ ok: false, error: { code: 'no-permission' } });
    expect(await readdir(folder)).toEqual([]);
  });

  test('into a folder that is gone', async () => {
    expect(await saveFile(join(folder, 'gone', 'a.md'), text('new'))).toMatchObject({
      ok: false,
      error: {
        code: 'folder-missing',
        message: 'a.md could not be written: the folder is not there any more.',
      },
    });
  });

  test('where a folder has that name', async () => {
    await mkdir(join(folder, 'a.md'));
    expect(await saveFile(join(folder, 'a.md'), text('new'))).toMatchObject({
      ok: false,
      error: { code: 'failed' },
    });
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  test('lets a bug be a bug', async () => {
    const bug = async () => {
      throw new TypeError('not of the file system');
    };
    await expect(saveFile(join(folder, 'a.md'), text('new'), { ...diskWriter, rename: bug })).rejects.toThrow(
      TypeError,
    );
  });
});
