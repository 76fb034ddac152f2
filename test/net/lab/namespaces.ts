// Network namespaces of the laboratory, through iproute2. Their names carry the process that made them, so that what a
// crashed run left behind is known from what another run is using.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { signalProcess } from './processes.ts';

const PREFIX = 'quorum-lab';
/** No command of ours takes longer; one that hangs must not hang the tests. */
const TIMEOUT = 10_000;

const execute = promisify(execFile);

export const namespaceName = (node: number): string => `${PREFIX}-${process.pid}-${node}`;

/** Names of network devices have at most 15 letters. */
export const deviceName = (node: number): string => `ql${process.pid}-${node}`;

/** Rejects with what `ip` said. */
export async function ip(...args: readonly string[]): Promise<string> {
  const { stdout } = await execute('ip', args, { timeout: TIMEOUT });
  return stdout;
}

/** Ids of all processes in a namespace; empty when there is none of that name. */
export function processesIn(namespace: string): readonly number[] {
  if (!existsSync(`/run/netns/${namespace}`)) return [];
  const text = execFileSync('ip', ['netns', 'pids', namespace], { timeout: TIMEOUT, encoding: 'utf8' });
  return text.split('\n').filter(Boolean).map(Number);
}

/** Ends whatever still runs in it, then removes it. Works while the process exits, hence waits in place. */
export function removeNamespace(namespace: string): void {
  if (!existsSync(`/run/netns/${namespace}`)) return;
  const until = Date.now() + TIMEOUT;
  // Removed under a process that still runs, a namespace leaves a mount behind.
  for (let left = processesIn(namespace); left.length > 0; left = processesIn(namespace)) {
    for (const pid of left) signalProcess(pid, 'SIGKILL');
    if (Date.now() > until) throw new Error(`${namespace} still has processes ${left.join(', ')}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  execFileSync('ip', ['netns', 'del', namespace], { timeout: TIMEOUT });
}

/** Removes what runs left behind whose process is gone. */
export function removeStaleNamespaces(): void {
  const list = execFileSync('ip', ['netns', 'list'], { timeout: TIMEOUT, encoding: 'utf8' });
  for (const line of list.split('\n')) {
    const [, name, pid] = new RegExp(`^(${PREFIX}-(\\d+)-\\d+)\\b`).exec(line) ?? [];
    if (name && !existsSync(`/proc/${pid}`)) removeNamespace(name);
  }
}
