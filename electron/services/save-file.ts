// Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed over the old.
// A crash, a full disk or a pulled plug leaves what was there before.

import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { fileProblem } from './file-problems.ts';

export type SaveFile = (path: string, bytes: Uint8Array) => Promise<Result<null, IpcError>>;

export interface FileWriter {
  /** Creates `path` (it must not exist) with these bytes, and returns only when they are on the disk. */
  writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

const NEW_FILE_MODE = 0o666;

export const diskWriter: FileWriter = {
  async writeNew(path, bytes, mode) {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
};

export async function saveFile(
  path: string,
  bytes: Uint8Array,
  writer: FileWriter = diskWriter,
): Promise<Result<null, IpcError>> {
  try {
    const target = await targetOf(path);
    const temporary = join(
      dirname(target.path),
      `.${basename(target.path).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    try {
      await writer.writeNew(temporary, bytes, target.mode);
      await writer.rename(temporary, target.path);
    } catch (error) {
      await writer.remove(temporary);
      throw error;
    }
    return ok(null);
  } catch (error) {
    return fail(fileProblem(error, path, 'written'));
  }
}

/** A link is followed and stays a link; a file that is replaced keeps its permissions. */
async function targetOf(path: string): Promise<{ path: string; mode: number }> {
  try {
    const real = await realpath(path);
    return { path: real, mode: (await stat(real)).mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { path, mode: NEW_FILE_MODE };
    }
    throw error;
  }
}
