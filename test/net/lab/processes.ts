// Processes as /proc shows them.
import { readdirSync, readFileSync } from 'node:fs';

/** The command line of a process, `[]` when it has gone. */
export function commandLine(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [];
  }
}

/** False when it has gone before. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** In /proc, times are in hundredths of a second, on every Linux of today (`getconf CLK_TCK`). */
const TICKS = 100;

/** Of the processes below the one whose command line has `mark`, those whose command line has one of `having`. */
export function cpuSecondsOf(mark: string, having: readonly string[]): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)));
  const ours = new Set(stats.filter(({ pid }) => commandLine(pid).includes(mark)).map(({ pid }) => pid));
  for (let size = 0; size !== ours.size; ) {
    size = ours.size;
    for (const { pid, parent } of stats) if (ours.has(parent)) ours.add(pid);
  }
  return stats
    .filter(({ pid }) => ours.has(pid) && commandLine(pid).some((part) => having.includes(part)))
    .reduce((sum, { ticks }) => sum + ticks / TICKS, 0);
}

/** Nothing when it has gone. */
function readStat(pid: number): { pid: number; parent: number; ticks: number }[] {
  try {
    // The second field, a name in brackets, may hold spaces; after it come the state and the parent.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [];
  }
}
