// From a document made by shared/publish to a finished PDF. How a page is printed is passed in (Electron's hidden window,
// Chromium in the command line): this file knows only in which order, and what is put right afterwards.

import { fillTocPages, tocAnchors } from '../../shared/publish/toc-pages.ts';
import { finishPdf } from './finish-pdf.ts';
import { readDestinations } from './pdf-destinations.ts';
import { type PdfInfo, readPdfInfo } from './pdf-info.ts';

export type PrintPage = (
  html: string,
  options: { readonly tagged: boolean; readonly outline: boolean },
) => Promise<Uint8Array>;

export interface PdfJob {
  /** As `renderHtml` makes it, fonts included. */
  readonly html: string;
  /** Date in the metadata; the same job with the same date gives the same bytes as far as the printer does. */
  readonly date: Date;
}

/** Prints that differ in layout more often than this would be a fault of the printer. */
const MOST_PASSES = 4;

/**
 * Prints once to learn where everything lands, then again with the page numbers in the contents, tagged and with
 * bookmarks. Should the numbers themselves have moved something, once more.
 */
export async function exportPdf(job: PdfJob, print: PrintPage): Promise<Uint8Array> {
  const info: PdfInfo = { ...readPdfInfo(job.html), date: job.date };
  const anchors = tocAnchors(job.html);
  if (anchors.length === 0) return finishPdf(await print(job.html, { tagged: true, outline: true }), info);

  let pages = await readDestinations(await print(job.html, { tagged: false, outline: false }));
  for (let pass = 2; pass <= MOST_PASSES; pass += 1) {
    const printed = await print(fillTocPages(job.html, pages), { tagged: true, outline: true });
    const found = await readDestinations(printed);
    if (anchors.every((anchor) => found.get(anchor) === pages.get(anchor))) return finishPdf(printed, info);
    pages = found;
  }
  throw new Error(`The page numbers of the contents did not settle in ${MOST_PASSES} prints`);
}
