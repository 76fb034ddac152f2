// Says where Electron's binary is. The npm package comes without it: its own installer fetches it at the first start,
// from where `ELECTRON_MIRROR` or npm's settings say. Not having it is no failure, so the answer is a value.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type ElectronBinary = { readonly path: string } | { readonly missing: true; readonly reason: string };

/** Long enough for 110 MB over an ordinary line; a line slower than that gets the browser, and tries again next time. */
const FETCH_LIMIT_MS = 150_000;

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly uid: number | undefined;
}

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env, uid: process.getuid?.() };

/** The binary, fetched if need be, for opening a window on this machine. `reason` completes "because ...". */
export async function findElectron(machine = THIS_MACHINE): Promise<ElectronBinary> {
  const obstacle = obstacleToWindows(machine);
  return obstacle ? { missing: true, reason: obstacle } : fetchedElectron();
}

/** The binary, fetched if need be, whether or not this machine can open its windows. */
export async function fetchedElectron(): Promise<ElectronBinary> {
  const installed = installedElectron();
  if ('path' in installed) return installed;
  console.error('Fetching Electron, once ...');
  const failure = await fetchElectron(join(packageFolder(), 'install.js'), FETCH_LIMIT_MS);
  return failure
    ? { missing: true, reason: `Electron's binary could not be fetched: ${failure}` }
    : installedElectron();
}

/** The binary if it is already here; never fetches. */
export function installedElectron(folder = packageFolder(), env = process.env): ElectronBinary {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : '';
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = dist ? join(dist, name || 'electron') : join(folder, 'dist', name);
  if ((dist || name) && existsSync(path)) return { path };
  return { missing: true, reason: "Electron's binary is not here" };
}

/** What would keep an Electron window from opening here, or `null`. */
function obstacleToWindows({ platform, env, uid }: Machine): string | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display for a window';
  if (uid === 0) return 'Electron does not run as root';
  return null;
}

/** Runs the package's installer; the reason in a few words when it fails, else `null`. */
export function fetchElectron(installer: string, limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const timer = setTimeout(() => {
      child.kill();
      resolve(`not done after ${Math.round(limit / 1000)} s`);
    }, limit);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : firstReason(said));
    });
  });
}

/** The first line of what the installer said, without the name of the error class and without addresses. */
function firstReason(said: string): string {
  const line = said.split('\n').find((each) => each.trim() !== '') ?? 'no reason given';
  return line
    .replace(/^\w*Error: /, '')
    .replace(/https?:\/\/\S+/g, '(address)')
    .trim()
    .slice(0, 120);
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}
