import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { MAX_FILE_BYTES } from '../../shared/ipc/limits.ts';
import { fileProblem } from './file-problems.ts';

export type OpenFile = (path: string) => Promise<Result<OpenedFile, IpcError>>;

/** Reads a file whole. One over the limit, or something that is no file (a pipe, a device), is refused unread. */
export async function openFile(path: string, limit = MAX_FILE_BYTES): Promise<Result<OpenedFile, IpcError>> {
  const name = basename(path);
  try {
    // Without it, opening a pipe would wait for somebody to write to it.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return fail({ code: 'failed', message: `${name} is not a file.` });
      if (facts.size > limit) return fail({ code: 'too-large', message: tooLarge(name, limit) });
      const bytes = new Uint8Array(await file.readFile());
      if (bytes.byteLength > limit) return fail({ code: 'too-large', message: tooLarge(name, limit) });
      return ok({ name, bytes });
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(fileProblem(error, path, 'read'));
  }
}

function tooLarge(name: string, limit: number): string {
  return `${name} is larger than ${Math.floor(limit / 1024 / 1024)} MB, more than Quorum reads.`;
}
