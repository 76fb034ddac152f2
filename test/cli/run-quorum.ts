import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a process of its own, as a script would start it. `output` is an open file it writes to. */
export function runQuorum(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  output: 'pipe' | number = 'pipe',
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  return { code: status, stdout, stderr };
}
