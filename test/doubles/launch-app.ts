// Starts the built desktop app for a specification: on real Electron where its binary is, else on the stand-in of
// ./electron. Specifications see no difference: a page of Playwright, and functions run in the main process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedElectron } from '../../build/scripts/electron-binary.ts';
import { startOnElectron } from './launch-electron.ts';
import { startOnStandIn } from './launch-stand-in.ts';
import { stageApp } from './stage-app.ts';
import type { Started } from './started-app.ts';

export interface LaunchedApp extends Started {
  readonly userData: string;
  /** Starts the same app once more with these arguments, as a second start by the user; resolves when it has gone. */
  startAgain(args: readonly string[]): Promise<void>;
  /** Quits as a user does and waits for the end. */
  quit(): Promise<void>;
  /** Ends the app if it still runs, and removes what it left. */
  dispose(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the built page. */
  readonly renderer: string;
  readonly args?: readonly string[];
  /** Kept by the caller when given, for a second start with the same data. */
  readonly userData?: string;
}

const electron = installedElectron();
/** Said once by each report: which of the two the specifications of the shell ran on. */
export const SHELL_RUNS_ON = 'path' in electron ? 'electron' : 'stand-in';

export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const app = await stageApp(options.renderer);
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'quorum-user-'));
  const data = `--user-data-dir=${userData}`;
  const start = (args: readonly string[]): Promise<Started> => {
    const command = { app, args: [data, ...args] };
    return 'path' in electron ? startOnElectron(electron.path, command) : startOnStandIn(command);
  };
  const started = await start(options.args ?? []);
  return {
    ...started,
    userData,
    startAgain: async (args) => (await start(args)).ended,
    quit: async () => {
      const asked = started.evaluate(({ app: running }) => running.quit(), null);
      // The process may be gone before it could answer.
      await Promise.race([asked, started.ended]);
      await started.ended;
    },
    dispose: async () => {
      await started.kill();
      app.remove();
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
