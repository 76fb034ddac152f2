// Electron's utility process as a child of plain Node, which is what it is but for the sandbox.

import { type ChildProcess, fork } from 'node:child_process';
import type * as Electron from 'electron';

export const utilityProcess = {
  fork: (
    modulePath: string,
    args: string[] = [],
    { stdio = 'inherit' }: Electron.ForkOptions = {},
  ): Pick<ChildProcess, 'stdout' | 'stderr' | 'kill' | 'once'> =>
    fork(modulePath, args, {
      stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe', 'ipc'] : 'inherit',
      execArgv: [],
    }),
};
