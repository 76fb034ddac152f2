// Prints one page of HTML to a PDF in a hidden window that can do nothing else: no scripts, no network, a session of
// its own that is thrown away. The page may hold text from anybody.

import { BrowserWindow, session } from 'electron';
import { APP_SCHEME } from '../security/app-origin.ts';
import { DOCUMENT_URL, sealPrintSession } from '../security/print-session.ts';
import type { PrintPage } from '../services/export-pdf.ts';
import { settledPrint } from '../services/settled-print.ts';
import { PAGE_PREFERENCES } from './page-preferences.ts';

let printed = 0;

export const printHtml: PrintPage = async (html, options) => {
  printed += 1;
  // Without `persist:` a session lives in memory only.
  const own = session.fromPartition(`print-${printed}`, { cache: false });
  sealPrintSession(own, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...PAGE_PREFERENCES, session: own, javascript: false, spellcheck: false },
  });
  try {
    // Resolves when the page has finished loading, with the fonts that its screen needs.
    await window.loadURL(DOCUMENT_URL);
    return await settledPrint(() =>
      window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: options.tagged,
        generateDocumentOutline: options.outline,
      }),
    );
  } finally {
    window.destroy();
    own.protocol.unhandle(APP_SCHEME);
  }
};
