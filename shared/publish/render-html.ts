// The printable as one self-contained HTML document: the same file is the print preview, the web page export and what
// Chromium prints to PDF. No script, nothing loaded from anywhere; its own policy forbids both.

import { renderAnnex, renderClosing } from './html-annex.ts';
import { renderDays } from './html-days.ts';
import { renderContents, renderHead, renderSummary } from './html-head.ts';
import { pageStyle } from './html-page-style.ts';
import { renderProgramme } from './html-programme.ts';
import { DOCUMENT_STYLE } from './html-style.ts';
import { escapeHtml } from './html-text.ts';
import type { Printable } from './printable.ts';
import { fillTocPages } from './toc-pages.ts';

export interface HtmlOptions {
  /** `@font-face` rules with data: URLs; without them the fonts of the reader's machine are used. */
  readonly fontCss?: string;
  /** Page of each anchor, as found in a first print. */
  readonly tocPages?: ReadonlyMap<string, number>;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

export function renderHtml(doc: Printable, options: HtmlOptions = {}): string {
  const html = [
    '<!doctype html>',
    `<html lang="en" dir="ltr" class="${doc.what}">`,
    renderDocumentHead(doc, options.fontCss ?? ''),
    '<body>',
    renderMarginWords(doc),
    '<main class="paper">',
    renderHead(doc),
    ...(doc.what === 'agenda' ? agendaBody(doc) : minutesBody(doc)),
    renderAnnex(doc),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return options.tocPages ? fillTocPages(html, options.tocPages) : html;
}

/**
 * The words of the margin boxes once more, in the weight they have there but never painted: Chromium loads a cut of a font
 * for text of the page only, and would print the margins in a system font.
 */
function renderMarginWords({ title, dates, status, days }: Printable): string {
  const words = [title.slice(0, 100), dates, status, 'Page of 0123456789 …', ...days.map((day) => day.short)];
  return `<p class="margin-words" aria-hidden="true">${escapeHtml(words.join(' '))}</p>`;
}

function minutesBody(doc: Printable): readonly string[] {
  const closing = renderClosing(doc);
  return [
    renderContents(doc.contents),
    doc.summary ? renderSummary(doc.summary) : '',
    renderDays(doc.days, closing),
    doc.days.length === 0 ? closing : '',
  ];
}

function agendaBody(doc: Printable): readonly string[] {
  return [renderProgramme(doc.days), renderClosing(doc)];
}

function renderDocumentHead(doc: Printable, fontCss: string): string {
  const meta = (name: string, content: string): string =>
    content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(doc.title)} · ${escapeHtml(doc.status)}</title>`,
    meta('author', doc.authors.join(', ')),
    meta('description', [doc.status, ...doc.subtitle].join(' · ')),
    meta('keywords', [doc.what, doc.series].filter((word) => word !== '').join(', ')),
    '<meta name="generator" content="Quorum">',
    `<style>${fontCss}${DOCUMENT_STYLE}${pageStyle(doc)}</style>`,
    '</head>',
  ].join('\n');
}
