// A window never leaves the app: what would be a navigation elsewhere is denied, and a link of the app's own page is
// opened in the system's browser instead.

import type { WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** `openOutside` gets the addresses that the page wanted to go to; the print window passes one that does nothing. */
export function guardNavigation(contents: Guarded, openOutside: (url: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
