// Reading the input and writing the output, with one clear sentence for everything a file system can say no to.

import { constants } from 'node:fs';
import { access, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { saveFile } from '../services/save-file.ts';

/** More than any meeting with its files; a mistaken path to a disk image must not fill the memory. */
const LARGEST_INPUT = 512 * 1024 * 1024;

export async function readInput(path: string): Promise<Result<Uint8Array, string>> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return fail(`${path}: this is a directory, not a file.`);
    if (!info.isFile()) return fail(`${path}: this is a pipe or a device, not a file.`);
    if (info.size > LARGEST_INPUT) return fail(`${path}: the file is too large for a meeting (over 512 MB).`);
    return ok(await readFile(path));
  } catch (error) {
    return fail(`${path}: ${fileProblem(error, 'read')}`);
  }
}

/** Says early, before any work, why `path` could not be written. */
export async function checkOutput(path: string, input: string): Promise<Result<null, string>> {
  const folder = dirname(resolve(path));
  const folderInfo = await stat(folder).catch(() => null);
  if (!folderInfo?.isDirectory())
    return fail(`${path}: the folder ${folder} does not exist. It is not created.`);
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory()) return fail(`${path}: this is a directory, not a file.`);
  // The rename at the end would put a file in its place.
  if (info && !info.isFile()) {
    return fail(`${path}: this is a pipe or a device, not a file. For standard output give - and --to.`);
  }
  if (info && (await realpath(path)) === (await realpath(input))) {
    return fail(`${path}: input and output are the same file.`);
  }
  try {
    await access(folder, constants.W_OK);
    return ok(null);
  } catch (error) {
    return fail(`${path}: ${fileProblem(error, 'write')}`);
  }
}

/** There is the whole file or, after any failure, the one that was there before. */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<Result<null, string>> {
  const saved = await saveFile(path, bytes);
  return saved.ok ? saved : fail(saved.error.message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'a part of this path is not a folder.',
  EACCES: 'no permission to {verb} it.',
  EPERM: 'no permission to {verb} it.',
  EROFS: 'the disk can only be read.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the disk quota is used up.',
  ENAMETOOLONG: 'the name is too long.',
  ELOOP: 'the links of this path lead in a circle.',
  EISDIR: 'this is a directory, not a file.',
};

/** A failed file operation in words; anything that is not one is a fault of the program and goes on. */
function fileProblem(error: unknown, verb: 'read' | 'write'): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const reason = REASONS[error.code] ?? `cannot {verb} it (${error.code}).`;
  return reason.replace('{verb}', verb);
}
