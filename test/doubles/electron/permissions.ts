// What a page may do, as Electron decides it: everything, unless a handler says no. Chromium is told in advance, since
// it cannot ask.

import type { Browser } from 'playwright-core';

export interface PermissionHandlers {
  request: ((permission: string, url: string) => Promise<boolean>) | null;
  check: ((permission: string, origin: string) => boolean) | null;
}

/** Electron's names and those of Chromium's protocol. */
const NAMES: ReadonlyArray<readonly [electron: string, chromium: string]> = [
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['media', 'audioCapture'],
  ['media', 'videoCapture'],
  ['clipboard-read', 'clipboardReadWrite'],
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['midi', 'midi'],
  ['midiSysex', 'midiSysex'],
  ['idle-detection', 'idleDetection'],
  ['persistent-storage', 'durableStorage'],
  ['window-management', 'windowManagement'],
  ['screen-wake-lock', 'wakeLockScreen'],
  ['local-fonts', 'localFonts'],
];

/** `origin` is Electron's, `chromiumOrigin` the same for Chromium. */
export async function applyPermissions(
  browser: Browser,
  handlers: PermissionHandlers,
  origin: string,
  chromiumOrigin: string,
): Promise<void> {
  const granted: string[] = [];
  for (const [name, chromiumName] of NAMES) {
    const checked = handlers.check?.(name, origin) ?? true;
    const asked = (await handlers.request?.(name, origin)) ?? true;
    if (checked || asked) granted.push(chromiumName);
  }
  const cdp = await browser.newBrowserCDPSession();
  // Chromium refuses all that is not in the list, for as long as the session lasts: it is never closed.
  await cdp.send('Browser.grantPermissions', {
    origin: chromiumOrigin,
    permissions: granted as never,
  });
}
