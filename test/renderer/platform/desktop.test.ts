import { describe, expect, test } from 'vitest';
import { createDesktopHost } from '../../../renderer/platform/desktop.ts';
import { HostError } from '../../../renderer/platform/host.ts';
import { fail, ok } from '../../../shared/base/result.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import type { DesktopApi } from '../../../shared/ipc/desktop-api.ts';

const PAGE: OpenedFile = { name: 'page.md', bytes: new Uint8Array(1) };
const MISSING = { code: 'file-missing', message: 'gone.md is not there any more.' } as const;

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A shell that answers with these; what is not given must not be called. */
function hostOf(api: Partial<DesktopApi>) {
  return createDesktopHost({ onClosing: () => () => {}, ...api } as DesktopApi);
}

describe('the desktop host', () => {
  test('gives the values of the shell', async () => {
    const host = hostOf({
      openFile: async () => ok(PAGE),
      saveFile: async () => ok('saved'),
      exportPdf: async () => ok('cancelled'),
    });
    expect(await host.openFile()).toBe(PAGE);
    expect(await host.saveFile({ ...PAGE, type: 'text/markdown' })).toBe('saved');
    expect(await host.exportPdf({ html: '<p>', name: 'a.pdf', paper: 'A4' })).toBe('cancelled');
  });

  test('turns an error of the shell into one for the user', async () => {
    const host = hostOf({ openFile: async () => fail(MISSING) });
    const error = await host.openFile().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject(MISSING);
  });

  test('takes the files that wait, those that come later, and tells of one that cannot be read', async () => {
    const waiting = [ok(PAGE), fail(MISSING), ok({ ...PAGE, name: 'b.md' })];
    let arrive = () => {};
    const host = hostOf({
      takeFile: async () => waiting.shift() ?? ok(null),
      onFileArrived: (listener) => {
        arrive = listener;
        return () => {};
      },
    });
    const heard: string[] = [];
    host.onFileArrived(
      (file) => heard.push(file.name),
      (error) => heard.push(error.code),
    );
    await settled();
    expect(heard).toEqual(['page.md', 'file-missing', 'b.md']);
    waiting.push(ok({ ...PAGE, name: 'c.md' }));
    arrive();
    await settled();
    expect(heard.at(-1)).toBe('c.md');
  });

  test('does not ask on when the shell refuses to give files', async () => {
    let asked = 0;
    const host = hostOf({
      takeFile: async () => {
        asked += 1;
        return fail({ code: 'refused', message: 'no' });
      },
      onFileArrived: () => () => {},
    });
    host.onFileArrived(
      () => {},
      () => {},
    );
    await settled();
    expect(asked).toBe(1);
  });

  test.each([
    [[], true],
    [[true], true],
    [[true, true], true],
    [[true, false], false],
    [[false, true], false],
  ])('gives one answer when the window closes: stored %j is %s', async (answers, expected) => {
    const { close, finished } = closing(answers.map((stored) => async () => stored));
    await close();
    expect(finished).toEqual([expected]);
  });

  test('asks no meeting that is not open any more', async () => {
    const { host, close, finished } = closing([]);
    const off = host.onClosing(async () => false);
    off();
    await close();
    expect(finished).toEqual([true]);
  });
});

/** A window with these meetings open; what the shell is told goes into `finished`. */
function closing(stores: readonly (() => Promise<boolean>)[]) {
  let close = () => {};
  const finished: boolean[] = [];
  const host = hostOf({
    onClosing: (listener) => {
      close = listener;
      return () => {};
    },
    finishClosing: async (value) => {
      finished.push(value);
      return ok(null);
    },
  });
  for (const store of stores) host.onClosing(store);
  return {
    host,
    finished,
    close: () => {
      close();
      return settled();
    },
  };
}
