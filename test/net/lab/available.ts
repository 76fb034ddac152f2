// Whether this machine can have the laboratory, and how much of it was asked for.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type TestContext, test } from 'vitest';
import { namespaceName } from './namespaces.ts';

/** `npm run test:net` sets `QUORUM_NET=full`: every row of every matrix. Without it the quick ones run, in minutes. */
export const FULL = process.env.QUORUM_NET === 'full';

/** Why there can be no laboratory here; `null` when there can. */
function findProblem(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux only';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const attempts: readonly (readonly [what: string, attempt: () => void])[] = [
    ['python3 (the router) does not run', () => execFileSync('python3', ['-c', 'import fcntl, select'])],
    ['there are no TUN devices', () => closeSync(openSync('/dev/net/tun', 'r+'))],
    [
      'a network namespace cannot be made with iproute2',
      () => {
        execFileSync('ip', ['netns', 'add', namespaceName(99)], { stdio: 'pipe' });
        execFileSync('ip', ['netns', 'del', namespaceName(99)], { stdio: 'pipe' });
      },
    ],
  ];
  for (const [what, attempt] of attempts) {
    try {
      attempt();
    } catch (error) {
      return `${what}: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
    }
  }
  return null;
}

const problem = findProblem();

/** A test in the laboratory. Where there can be none it is skipped, counted as such, and says why. */
export function labTest(name: string, timeout: number, body: (context: TestContext) => Promise<void>): void {
  if (problem === null) {
    test(name, { timeout }, body);
    return;
  }
  test(name, ({ skip }) => {
    console.warn(`SKIPPED, no network laboratory here (${problem}): ${name}`);
    skip(problem);
  });
}
