import { escapeHtml } from '../../shared/publish/html-text.ts';
import type { PdfInfo } from './pdf-info.ts';

/** The metadata once more as XMP, which archives and search engines read. It claims no PDF/UA: nothing has verified that. */
export function buildXmp({ title, author, subject, keywords, language, date }: PdfInfo): Uint8Array {
  const moment = `${date.toISOString().slice(0, 19)}Z`;
  const alternative = (words: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(words)}</rdf:li></rdf:Alt>`;
  const xml = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>${alternative(title)}</dc:title>
<dc:description>${alternative(subject)}</dc:description>
<dc:creator><rdf:Seq>${author === '' ? '' : `<rdf:li>${escapeHtml(author)}</rdf:li>`}</rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Quorum</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<pdf:Keywords>${escapeHtml(keywords)}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return new TextEncoder().encode(xml);
}
