import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** The page (from 1) of every anchor that a link of the document leads to. */
export async function readDestinations(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return destinationsOf(document);
}

export function destinationsOf(document: PDFDocument): ReadonlyMap<string, number> {
  const pageNumbers = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, number>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? pageNumbers.get(target.get(0).toString()) : undefined;
    if (page !== undefined) found.set(name.decodeText(), page);
  }
  return found;
}
