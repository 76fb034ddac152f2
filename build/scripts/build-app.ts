// Builds the page and the shell into dist/, and knows when that is not needed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './project.ts';

const STAMP = join(ROOT, 'dist', '.built');
const CONFIGS = ['vite', 'vite.electron', 'vite.preload', 'vite.relay'].map(
  (name) => `build/${name}.config.ts`,
);
const SOURCES = [
  'renderer/**/*',
  'shared/**/*',
  'electron/**/*',
  'build/*.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds dist/ anew. */
export async function buildApp(): Promise<void> {
  // Taken first: a file that is edited during the build makes the next one.
  const hash = sourceHash();
  for (const config of CONFIGS) {
    const configFile = join(ROOT, config);
    if (existsSync(configFile)) await build({ configFile, logLevel: 'warn' });
  }
  writeFileSync(STAMP, hash);
}

/** Builds dist/ unless it is the build of just these sources. */
export async function ensureBuild(): Promise<void> {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash()) return;
  console.error('Building the app ...');
  await buildApp();
}

/** Over contents, not times: a fresh checkout and a touched file must give the same answer. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const name of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const file = join(ROOT, name);
    if (statSync(file).isFile()) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
