// First step of every npm script: makes a fresh clone ready (dependencies, our own Node), then hands over to the real
// script. Plain JavaScript without dependencies, because it must run on whatever Node the machine has (20 or newer).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = join(root, 'node_modules', '.quorum-ready');
const [script, ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Quorum needs Node 20 or newer to set itself up; this is ${process.version}.`);
}
if (!script) stop('Usage: node build/scripts/ready.mjs SCRIPT [ARGUMENT ...]');

installDependencies();
const node = ownNode();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
  env: { ...process.env, QUORUM_ROOT: root },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
child.on('error', (error) => stop(`Could not start ${node}: ${error.message}`));

/** `npm ci` when node_modules does not belong to this lock file and this kind of machine; nothing otherwise. */
function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.error('Installing dependencies (npm ci), once for this version of the lock file ...');
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', flags, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    stop(
      'npm ci failed (see above). Quorum needs the npm registry once; check the network or your .npmrc, then run this again.',
    );
  }
  writeFileSync(stampFile, wanted);
}

/** The Node that the lock file pins, so that everybody runs one version. */
function ownNode() {
  const file = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stop(
    `The npm package "node" has no binary for ${process.platform}-${process.arch}, and ${process.version} cannot run Quorum's scripts. Install Node 24.`,
  );
}

/** @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}
