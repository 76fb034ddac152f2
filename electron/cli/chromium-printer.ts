// Prints a document through a headless Chromium: scripts off, and no request leaves the process but the document itself.

import { type Browser, chromium } from 'playwright-core';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { PrintPage } from '../services/export-pdf.ts';

/** Answered from memory; the name is reserved and can be nobody's. */
const ADDRESS = 'http://document.invalid/';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface Printer {
  readonly print: PrintPage;
  close(): Promise<void>;
}

export async function openPrinter(executablePath: string): Promise<Result<Printer, string>> {
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath, args: FLAGS });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return fail(`${executablePath} could not be started to print the PDF: ${reason}`);
  }
  return ok({ print: (html, options) => printPage(browser, html, options), close: () => browser.close() });
}

async function printPage(
  browser: Browser,
  html: string,
  { tagged, outline }: Parameters<PrintPage>[1],
): Promise<Uint8Array> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    acceptDownloads: false,
  });
  try {
    await context.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort('blockedbyclient'),
    );
    const page = await context.newPage();
    await page.goto(ADDRESS, { waitUntil: 'load' });
    // A font that is first asked for by the print itself comes too late for it. This script is ours and runs beside the page.
    const missing = await page.evaluate(async () => {
      const faces = await Promise.allSettled([...document.fonts].map((face) => face.load()));
      return faces.filter((face) => face.status === 'rejected').length;
    });
    if (missing > 0) throw new Error(`${missing} fonts of the document could not be loaded`);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline });
  } finally {
    await context.close();
  }
}
