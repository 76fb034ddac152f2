import { createBrowserHost } from './browser.ts';
import { createDesktopHost, findDesktop } from './desktop.ts';
import type { Host } from './host.ts';

/** The desktop shell where the page runs in it, else the browser. Called once, in main.tsx. */
export function createHost(): Host {
  const desktop = findDesktop();
  return desktop ? createDesktopHost(desktop) : createBrowserHost();
}
