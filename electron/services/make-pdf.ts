// A page of the app made into a PDF: with the fonts that come with Quorum, in as many prints as it takes.

import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { PdfJob } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { exportPdf, type PrintPage } from './export-pdf.ts';
import { createPrintFonts, type PrintFonts } from './print-fonts.ts';

export type MakePdf = (job: PdfJob) => Promise<Result<Uint8Array, IpcError>>;

export interface MakePdfParts {
  readonly print: PrintPage;
  /** Copies of the font packages, by their names. */
  readonly fontFolder: string;
  now(): Date;
  /** Gets the reason; the user only hears that it did not work. */
  report(event: string, error: unknown): void;
}

export function createMakePdf(parts: MakePdfParts): MakePdf {
  let fonts: PrintFonts | null = null;
  return async (job) => {
    try {
      fonts ??= createPrintFonts(parts.fontFolder);
      const html = withFonts(job.html, fonts);
      return ok(await exportPdf({ html, date: parts.now() }, parts.print));
    } catch (error) {
      parts.report('pdf', error);
      return fail({
        code: 'pdf-failed',
        message: 'The PDF could not be made. Nothing was written; the meeting is as it was.',
      });
    }
  };
}

/** A page that brings its own fonts keeps them. One without any style has no place for them. */
export function withFonts(html: string, fonts: PrintFonts): string {
  if (html.includes('@font-face')) return html;
  return html.replace('<style>', (style) => style + fonts.cssFor(html));
}
