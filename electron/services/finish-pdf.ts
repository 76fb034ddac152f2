// What Chromium leaves out of a PDF and a careful reader expects: author, subject and keywords, the same as XMP, words for
// links that are read aloud, and margin boxes marked as no part of the text.

import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { markArtifacts } from './pdf-artifacts.ts';
import { destinationsOf } from './pdf-destinations.ts';
import type { PdfInfo } from './pdf-info.ts';
import { buildXmp } from './pdf-xmp.ts';

export async function finishPdf(pdf: Uint8Array, info: PdfInfo): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.setTitle(info.title, { showInWindowTitleBar: true });
  if (info.author !== '') document.setAuthor(info.author);
  document.setSubject(info.subject);
  if (info.keywords !== '') document.setKeywords([info.keywords]);
  document.setCreator('Quorum');
  document.setLanguage(info.language);
  document.setCreationDate(info.date);
  document.setModificationDate(info.date);
  writeXmp(document, info);
  describeLinks(document);
  markArtifacts(document);
  return document.save({ useObjectStreams: true });
}

function writeXmp(document: PDFDocument, info: PdfInfo): void {
  const stream = document.context.stream(buildXmp(info), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
}

/** A link is announced by its target: the address, or the page it leads to. */
function describeLinks(document: PDFDocument): void {
  const pages = destinationsOf(document);
  for (const page of document.getPages()) {
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(entry);
      if (!(link instanceof PDFDict) || link.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      const words = linkWords(link, pages);
      if (words !== null) link.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
  }
}

function linkWords(link: PDFDict, pages: ReadonlyMap<string, number>): string | null {
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText();
  const target = link.lookup(PDFName.of('Dest'));
  const page = target instanceof PDFName ? pages.get(target.decodeText()) : undefined;
  return page === undefined ? null : `Page ${page}`;
}
