// One running app per user data folder. The first holds a file with its process id; a later one leaves its arguments
// there and goes. Synchronous, as Electron's lock is.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

type OnSecond = (argv: string[], folder: string) => void;

export function takeInstanceLock(userData: string, onSecond: OnSecond): boolean {
  const lock = join(userData, 'instance.lock');
  const letters = join(userData, 'instance-letters');
  mkdirSync(letters, { recursive: true });
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
    const letter = join(userData, `letter-${process.pid}`);
    writeFileSync(letter, JSON.stringify({ argv: process.argv, folder: process.cwd() }));
    renameSync(letter, join(letters, `${process.pid}.json`));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  watch(letters, { persistent: false }, () => {
    for (const name of readdirSync(letters)) {
      const { argv, folder } = JSON.parse(readFileSync(join(letters, name), 'utf8'));
      rmSync(join(letters, name));
      onSecond(argv, folder);
    }
  });
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
