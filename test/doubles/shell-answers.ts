// What the user answers to the system's dialogs, and what the system is asked for, in a launched app. Replaces
// functions of Electron's own objects, so it is the same on the real one and on the stand-in.

import type { LaunchedApp } from './launch-app.ts';

/** The next save dialogs end with this path; `null` cancels them. */
export function answerSaveDialog(app: LaunchedApp, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({
      canceled: filePath === null,
      filePath: filePath ?? '',
    })) as never;
  }, path);
}

/** The next open dialogs end with this path; `null` cancels them. */
export function answerOpenDialog(app: LaunchedApp, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    const filePaths = filePath === null ? [] : [filePath];
    dialog.showOpenDialog = (async () => ({ canceled: filePath === null, filePaths })) as never;
  }, path);
}

/** The next questions are answered with this button; gives back what was asked so far. */
export function answerQuestions(app: LaunchedApp, button: number): Promise<void> {
  return app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      asked.push(options.message);
      return { response, checkboxChecked: false };
    }) as never;
  }, button);
}

export function questionsAsked(app: LaunchedApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as never as { asked: string[] }).asked, null);
}

/** From now on, addresses for the system's browser are written down and go nowhere. */
export function recordLinks(app: LaunchedApp): Promise<void> {
  return app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url: string) => {
      opened.push(url);
    };
  }, null);
}

export function linksOpened(app: LaunchedApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as never as { opened: string[] }).opened, null);
}
