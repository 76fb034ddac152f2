import { escapeHtml } from './html-text.ts';

const SLOT = /(<span class="pg" data-page="([^"]*)">)[^<]*(<\/span>)/gu;

/**
 * Puts page numbers into the contents of a document made by `renderHtml`. The column has a fixed width, so the numbers
 * move nothing; anchors without a page stay blank.
 */
export function fillTocPages(html: string, pages: ReadonlyMap<string, number>): string {
  const byEscaped = new Map([...pages].map(([anchor, page]) => [escapeHtml(anchor), page]));
  return html.replace(SLOT, (_whole, open: string, anchor: string, close: string) => {
    return `${open}${byEscaped.get(anchor) ?? ''}${close}`;
  });
}

/** The anchors whose pages the contents ask for, in order. */
export function tocAnchors(html: string): readonly string[] {
  return [...html.matchAll(SLOT)].flatMap((match) => (match[2] === undefined ? [] : [match[2]]));
}
