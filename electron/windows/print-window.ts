// Prints one page of HTML to a PDF in a hidden window that can do nothing else: no scripts, no network, a session of
// its own that is thrown away. The page may hold text from anybody.

import { BrowserWindow, type Session, session } from 'electron';
import { APP_SCHEME } from '../security/app-origin.ts';
import { PRINT_POLICY } from '../security/csp.ts';
import { PAGE_PREFERENCES } from './page-preferences.ts';

export interface PrintOptions {
  readonly tagged: boolean;
  readonly outline: boolean;
}

const DOCUMENT_URL = `${APP_SCHEME}://print/document.html`;

let printed = 0;

export async function printHtml(html: string, options: PrintOptions): Promise<Uint8Array> {
  printed += 1;
  // Without `persist:` a session lives in memory only.
  const own = session.fromPartition(`print-${printed}`, { cache: false });
  sealPrintSession(own, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...PAGE_PREFERENCES, session: own, javascript: false, spellcheck: false },
  });
  try {
    await window.loadURL(DOCUMENT_URL);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: options.tagged,
      generateDocumentOutline: options.outline,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(APP_SCHEME);
  }
}

type Sealed = {
  readonly protocol: Pick<Session['protocol'], 'handle'>;
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
} & Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>;

/** The session answers one address with the page and refuses everything else. */
export function sealPrintSession(own: Sealed, html: string): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== DOCUMENT_URL }));
  own.protocol.handle(APP_SCHEME, (request) =>
    request.url === DOCUMENT_URL
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PRINT_POLICY },
        })
      : new Response('', { status: 404 }),
  );
}
