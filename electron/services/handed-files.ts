// Files that the system hands to the app: a double click, a drop on the icon, a second start with a path. They wait
// here until the page takes them, so that none is lost while the window is still opening.

import { extname, resolve } from 'node:path';
import { ok, type Result } from '../../shared/base/result.ts';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import type { OpenFile } from './open-file.ts';

export interface HandedFiles {
  add(paths: readonly string[]): void;
  /** The next one, read now; `null` when none is left. One that cannot be read is told and does not come again. */
  take(): Promise<Result<OpenedFile | null, IpcError>>;
}

/** More than this at once is a slip of the hand (a whole folder selected), not meetings to import. */
const MAX_WAITING = 20;

export function createHandedFiles(openFile: OpenFile, onArrived: () => void): HandedFiles {
  const waiting: string[] = [];
  return {
    add: (paths) => {
      const taken = paths.slice(0, MAX_WAITING - waiting.length);
      waiting.push(...taken);
      if (taken.length > 0) onArrived();
    },
    take: async () => {
      const path = waiting.shift();
      return path === undefined ? ok(null) : openFile(path);
    },
  };
}

/** The meeting files among a program's arguments; switches and everything else are left alone. */
export function filesInArguments(
  argv: readonly string[],
  folder: string,
  extensions: readonly string[],
): string[] {
  return argv
    .filter((argument) => !argument.startsWith('-'))
    .filter((argument) => extensions.includes(extname(argument).slice(1).toLowerCase()))
    .map((argument) => resolve(folder, argument));
}
