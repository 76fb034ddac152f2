// Chromium as the tests of the network start it: at home on loopback or inside a computer of the laboratory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../build/scripts/tools.ts';
import type { Computer } from './lab.ts';
import { cpuSecondsOf } from './processes.ts';

// Names of `.local` instead of addresses need multicast, which this network has not; a page in the background must go on
// as one in front; and what runs on the same machine finds itself over loopback.
const NETWORK_FLAGS = [
  '--disable-features=WebRtcHideLocalIpsWithMdns,LocalNetworkAccessChecks',
  '--allow-loopback-in-peer-connection',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const CONTEXT = {
  viewport: { width: 1440, height: 900 },
  timezoneId: 'Europe/Berlin',
  locale: 'en-GB',
} as const;

/** One copy of the app: a profile on the disk, which outlives its browser until `forget`. */
export interface Profile {
  start(): Promise<BrowserContext>;
  forget(): void;
}

/** `on` is the computer it runs on; `null` for this machine itself. */
export function createProfile(on: Computer | null): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-net-'));
  return {
    start: () =>
      chromium.launchPersistentContext(folder, {
        executablePath: on?.chromium ?? findChromium() ?? '',
        args: [...CHROMIUM_FLAGS, ...NETWORK_FLAGS],
        headless: true,
        ...CONTEXT,
      }),
    forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** One browser for many peers, a private context each: for what needs no network of its own. */
export interface SharedBrowser {
  readonly newContext: (more?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Seconds of processor time so far, of all pages and of what carries their packets. */
  readonly cpuSeconds: () => number;
  readonly close: () => Promise<void>;
}

export async function startSharedBrowser(): Promise<SharedBrowser> {
  // Chromium passes over what it does not know; here it tells our browser from any other.
  const mark = `--quorum-test=${process.pid}-${performance.now()}`;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...CHROMIUM_FLAGS, ...NETWORK_FLAGS, mark],
  });
  return {
    newContext: (more) => browser.newContext({ ...CONTEXT, ...more }),
    cpuSeconds: () =>
      cpuSecondsOf(mark, ['--type=renderer', '--utility-sub-type=network.mojom.NetworkService']),
    close: () => browser.close(),
  };
}
