// A log on this computer only, for a report that the user may choose to send. Takes numbers and names of the system,
// never text of a meeting, never an address.

import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const MAX_BYTES = 256 * 1024;

export interface LocalLog {
  write(event: string, details?: Readonly<Record<string, string | number>>): void;
  /** The name of an error and the place in our own code; its message may quote a file name, so it stays out. */
  writeError(event: string, error: unknown): void;
  /** Resolves when all that was written so far is on the disk. */
  settled(): Promise<void>;
}

export function openLog(path: string, now: () => Date, onProblem: (error: unknown) => void): LocalLog {
  let writing: Promise<void> = mkdir(dirname(path), { recursive: true }).then(() => undefined, onProblem);
  const write: LocalLog['write'] = (event, details = {}) => {
    const line = `${JSON.stringify({ time: now().toISOString(), event, ...details })}\n`;
    writing = writing.then(() => append(path, line)).catch(onProblem);
  };
  return {
    write,
    writeError: (event, error) => {
      const name = error instanceof Error ? error.name : typeof error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const place =
        error instanceof Error ? (error.stack?.split('\n')[1]?.trim().split('/').pop() ?? '') : '';
      write(event, { error: name, code, place });
    },
    settled: () => writing,
  };
}

async function append(path: string, line: string): Promise<void> {
  const size = await stat(path).then(
    (facts) => facts.size,
    () => 0,
  );
  if (size > MAX_BYTES) await rename(path, `${path}.old`);
  await appendFile(path, line);
}
