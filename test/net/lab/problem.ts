// Whether this machine can have the laboratory.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { namespaceName } from './namespaces.ts';

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

/** Why there can be no laboratory here; `null` when there can. */
export const LAB_PROBLEM = findProblem();
