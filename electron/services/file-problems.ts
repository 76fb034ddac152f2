import { basename, dirname } from 'node:path';
import type { ErrorCode, IpcError } from '../../shared/ipc/errors.ts';

type Act = 'written' | 'read';

/** What the system's error codes mean to a person: our code for it, and the reason in words. */
const PROBLEMS: ReadonlyMap<string, readonly [ErrorCode, string]> = new Map([
  ['EACCES', ['no-permission', 'no permission']],
  ['EPERM', ['no-permission', 'no permission']],
  ['ENOSPC', ['disk-full', 'the disk is full']],
  ['EDQUOT', ['disk-full', 'the disk is full']],
  ['EROFS', ['read-only', 'that place can only be read']],
  ['EBUSY', ['file-in-use', 'another program is using it']],
  ['ETXTBSY', ['file-in-use', 'another program is using it']],
  ['ENAMETOOLONG', ['failed', 'the name is too long']],
  ['EISDIR', ['failed', 'a folder of that name is there']],
]);

/** An error of the file system in the words of the screen; anything else is a bug and is thrown on. */
export function fileProblem(error: unknown, path: string, act: Act): IpcError {
  const cause = systemCode(error);
  if (cause === null) throw error;
  const name = basename(path);
  const place = `${act === 'written' ? 'to' : 'from'} ${basename(dirname(path)) || dirname(path)}`;
  if (cause === 'ENOENT' || cause === 'ENOTDIR') {
    return act === 'written'
      ? { code: 'folder-missing', message: `${name} could not be written: the folder is not there any more.` }
      : { code: 'file-missing', message: `${name} is not there any more.` };
  }
  const [code, reason] = PROBLEMS.get(cause) ?? ['failed', `the system says ${cause}`];
  return { code, message: `${name} could not be ${act} ${place}: ${reason}.` };
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}
