import { build } from 'vite';
import { type ServedApp, serveApp } from '../../../build/scripts/serve.ts';

/** Builds the page into `folder` as the app is built, and serves it as the app is served. */
export async function serveStoragePage(folder: string): Promise<ServedApp> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  });
  return serveApp(0, folder);
}
