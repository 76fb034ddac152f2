// A relay in a process of its own, as an administrator starts it, and what the tests ask of it.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../build/scripts/project.ts';

export interface StartedRelay {
  readonly port: number;
  readonly child: ChildProcess;
  /** All that it said to people so far. */
  said(): string;
  /** Resident bytes; `null` where the system does not tell. */
  memory(): number | null;
  readonly exited: Promise<number | null>;
  stop(): Promise<number | null>;
}

/** `file` is what Node runs; its standard output must have the line of `--report`. */
export async function spawnRelay(
  args: readonly string[] = [],
  file = join(ROOT, 'electron/relay/main.ts'),
): Promise<StartedRelay> {
  const child = spawn(process.execPath, [file, '--port', '0', '--report', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  let out = '';
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      const found = /"listening":(\d+)/.exec(out)?.[1];
      if (found) resolve(Number(found));
    });
    void exited.then((code) => reject(new Error(`The relay ended with ${code}: ${said}`)));
  });
  return {
    port,
    child,
    said: () => said,
    memory: () => residentBytes(child.pid),
    exited,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

function residentBytes(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
