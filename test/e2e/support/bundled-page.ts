// A page of test/ that shows one part of the app with another peer or a chosen clock beside it: bundled as the app is,
// served under the app's policy, in a real Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { ROOT } from '../../../build/scripts/project.ts';
import { serveApp } from '../../../build/scripts/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../../build/scripts/tools.ts';

export interface BundledPage {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** For pages whose peers meet over loopback: by default Chromium keeps both the interface and its address back. */
export const PEER_FLAGS: readonly string[] = [
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** `root` is the folder with the page's index.html, from the project's root. */
export async function bundlePage(root: string, flags: readonly string[] = []): Promise<BundledPage> {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-page-'));
  await build({
    configFile: join(ROOT, 'build/vite.config.ts'),
    root: join(ROOT, root),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, sourcemap: false },
  });
  const served = await serveApp(0, folder);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  return {
    url: served.url,
    browser,
    close: async () => {
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
