// Finds the programs that tests need (a Chromium, poppler; for the network laboratory iproute2 and Python) and installs
// them where that is possible without asking: as root on a Debian system. Elsewhere it says what to install.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags for a Chromium that tests drive: no sandbox (root), nothing fetched or synced in the background. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function which(names: readonly string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
  }
  return null;
}

/** The Chromium to drive: `QUORUM_CHROMIUM`, or one on PATH; `null` when there is none. */
export function findChromium(): string | null {
  const named = process.env.QUORUM_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return which(CHROMIUM_NAMES);
}

/** Makes sure that Chromium and poppler's tools are there; throws with what to install where it cannot. */
export function ensureTestTools(): void {
  const missing: string[] = [];
  if (!findChromium()) missing.push('chromium');
  if (!which(['pdftotext'])) missing.push('poppler-utils');
  const installs = process.getuid?.() === 0 && which(['apt-get']) !== null;
  if (missing.length > 0 && !installs) {
    throw new Error(
      `The tests need ${missing.join(' and ')}. Install ${missing.length > 1 ? 'them' : 'it'} (on Debian: sudo apt-get install ${missing.join(' ')}), or set QUORUM_CHROMIUM to a Chromium.`,
    );
  }
  // The laboratory needs root as well; where it cannot be, its tests say so and are skipped (test/net/lab/available.ts).
  if (installs && !which(['ip'])) missing.push('iproute2');
  if (installs && !which(['python3'])) missing.push('python3');
  if (missing.length > 0) install(missing);
}

function install(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(' and ')} with apt-get, once ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 2],
    env,
  });
}
