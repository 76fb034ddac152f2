import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../electron/services/open-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-open-'));
  await writeFile(join(folder, 'page.md'), '# Agenda');
});
afterAll(() => rm(folder, { recursive: true }));

describe('opening a file', () => {
  test('gives its name and its bytes', async () => {
    const opened = await openFile(join(folder, 'page.md'));
    expect(opened).toEqual({
      ok: true,
      value: { name: 'page.md', bytes: new TextEncoder().encode('# Agenda') },
    });
  });

  test('refuses one over the limit', async () => {
    expect(await openFile(join(folder, 'page.md'), 7)).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    expect(await openFile(join(folder, 'page.md'), 8)).toMatchObject({ ok: true });
  });

  test('says of a missing one that it is missing', async () => {
    expect(await openFile(join(folder, 'gone.md'))).toEqual({
      ok: false,
      error: { code: 'file-missing', message: 'gone.md is not there any more.' },
    });
  });

  test('reads no folder and no device', async () => {
    expect(await openFile(folder)).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(await openFile('/dev/zero')).toMatchObject({ ok: false, error: { code: 'failed' } });
  });

  test.skipIf(process.platform === 'win32')('does not wait for somebody to write into a pipe', async () => {
    const pipe = join(folder, 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    expect(await openFile(pipe)).toMatchObject({ ok: false, error: { code: 'failed' } });
  });
});
