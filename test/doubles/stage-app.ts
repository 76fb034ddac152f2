// Lays out an app as the package has it (dist/electron, dist/renderer, package.json) in a folder of its own: the main
// process and preload freshly built, with any page for a renderer.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../build/scripts/project.ts';

const CONFIGS = ['electron', 'preload', 'relay'].map((name) => `build/vite.${name}.config.ts`);

let built: Promise<string> | null = null;

/** The folder of main.js and preload.cjs, built once for a test file. */
function buildShell(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quorum-shell-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    for (const config of CONFIGS) {
      await build({
        configFile: join(ROOT, config),
        logLevel: 'error',
        build: { outDir: folder, emptyOutDir: false },
      });
    }
    return folder;
  })();
  return built;
}

export interface StagedApp {
  readonly folder: string;
  readonly mainFile: string;
  remove(): void;
}

/** `renderer` is the folder of the built page. */
export async function stageApp(renderer: string): Promise<StagedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-app-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  cpSync(await buildShell(), join(dist, 'electron'), { recursive: true });
  cpSync(renderer, join(dist, 'renderer'), { recursive: true });
  const { name, version, type, main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, type, main }));
  return {
    folder,
    mainFile: join(folder, main),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
