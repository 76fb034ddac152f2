import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../shared/ipc/limits.ts';
import { type LaunchedApp, launchApp } from '../doubles/launch-app.ts';
import { answerOpenDialog, answerSaveDialog } from '../doubles/shell-answers.ts';

let folder: string;
let app: LaunchedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-files-'));
  await writeFile(join(folder, 'first.md'), '# First');
  app = await launchApp({
    renderer: join(import.meta.dirname, 'page'),
    args: [join(folder, 'first.md')],
  });
});
afterAll(async () => {
  await app.dispose();
  await rm(folder, { recursive: true });
});

/** The name and text of what the page gets, or the code of the error. */
async function got(way: 'openFile' | 'takeFile'): Promise<string | null> {
  const page = await app.page();
  return page.evaluate(async (name) => {
    const answer = await window.desktop?.[name]();
    if (!answer?.ok) return answer?.error.code ?? 'no desktop';
    return answer.value && `${answer.value.name}: ${new TextDecoder().decode(answer.value.bytes)}`;
  }, way);
}

async function save(name: string, text: string): Promise<string> {
  const page = await app.page();
  return page.evaluate(
    async ([fileName, content]) => {
      const bytes = new TextEncoder().encode(content);
      const answer = await window.desktop?.saveFile({ name: fileName, type: 'text/markdown', bytes });
      return answer?.ok ? answer.value : `${answer?.error.code}: ${answer?.error.message}`;
    },
    [name, text] as const,
  );
}

describe('opening a file', () => {
  test('gives the page its name and bytes, and no path', async () => {
    await answerOpenDialog(app, join(folder, 'first.md'));
    expect(await got('openFile')).toBe('first.md: # First');
  });

  test('that the user cancels gives nothing', async () => {
    await answerOpenDialog(app, null);
    expect(await got('openFile')).toBeNull();
  });

  test('over the limit or no more there is told', async () => {
    const large = join(folder, 'large.md');
    await writeFile(large, '');
    await truncate(large, MAX_FILE_BYTES + 1);
    await answerOpenDialog(app, large);
    expect(await got('openFile')).toBe('too-large');
    await answerOpenDialog(app, join(folder, 'gone.md'));
    expect(await got('openFile')).toBe('file-missing');
  });
});

describe('saving a file', () => {
  test('writes it where the user says', async () => {
    const path = join(folder, 'saved.md');
    await answerSaveDialog(app, path);
    expect(await save('minutes.md', 'Minutes, größer')).toBe('saved');
    expect(await readFile(path, 'utf8')).toBe('Minutes, größer');
  });

  test('that the user cancels writes nothing', async () => {
    const before = await readdir(folder);
    await answerSaveDialog(app, null);
    expect(await save('minutes.md', 'x')).toBe('cancelled');
    expect(await readdir(folder)).toEqual(before);
  });

  test('that fails says why in words, and leaves nothing half-written', async () => {
    await answerSaveDialog(app, join(folder, 'gone', 'minutes.md'));
    expect(await save('minutes.md', 'x')).toBe(
      'folder-missing: minutes.md could not be written: the folder is not there any more.',
    );
    await mkdir(join(folder, 'taken.md'));
    await answerSaveDialog(app, join(folder, 'taken.md'));
    expect(await save('minutes.md', 'x')).toMatch(
      /^failed: taken.md could not be written to .+: a folder of that name/,
    );
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});

describe('a file that the system hands over', () => {
  test('at the start waits for the page', async () => {
    expect(await got('takeFile')).toBe('first.md: # First');
    expect(await got('takeFile')).toBeNull();
  });

  test('at a second start comes to the window that is open, and no second window opens', async () => {
    await writeFile(join(folder, 'second.quorum'), 'Second');
    const page = await app.page();
    await app.startAgain([join(folder, 'second.quorum'), '--not-a-file.md']);
    await page.waitForFunction(() => (window as never as { heard: string[] }).heard.includes('file'));
    expect(await got('takeFile')).toBe('second.quorum: Second');
    expect(await got('takeFile')).toBeNull();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
  });

  test('from the desktop (open-file) comes to it too', async () => {
    await app.evaluate(
      ({ app: running }, path) => {
        running.emit('open-file', { preventDefault: () => {} }, path);
      },
      join(folder, 'first.md'),
    );
    expect(await got('takeFile')).toBe('first.md: # First');
  });
});
