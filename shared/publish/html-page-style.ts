// The pages of the printed document: paper, margins, the foot of every page and the running head of each day.

import { cssString } from './html-text.ts';
import type { Printable } from './printable.ts';

const LONGEST_TITLE = 56;
const LONGEST_REST = 60;
const FOOT =
  'font: 400 8.400pt/1.3 var(--sans, sans-serif); color: #54595f; border-top: 0.5pt solid #c9c9c3; padding-top: 5pt; vertical-align: top;';

/** Where each day has pages of its own, their head says which day it is; a day alone flows on from the front. */
export function pageStyle(doc: Printable): string {
  const dates = doc.dates === '' ? '' : ` · ${doc.dates}`;
  const foot = `${cssString(doc.title, LONGEST_TITLE)} ${cssString(`${dates} · ${doc.status}`, LONGEST_REST)}`;
  const days = doc.what === 'minutes' && doc.days.length > 1 ? doc.days : [];
  return `
@page {
  size: ${doc.paper};
  margin: 20mm 20mm 21mm;
  @bottom-left { content: ${foot}; width: 82%; text-align: left; ${FOOT} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); width: 18%; text-align: right; ${FOOT} }
}
${days.map((day) => dayPages(day.anchor, day.short)).join('\n')}
`;
}

function dayPages(name: string, words: string): string {
  return `@page ${name} { @top-right { content: ${cssString(words, LONGEST_REST)}; font: 400 8.400pt/1.3 var(--sans, sans-serif); color: #54595f; padding-bottom: 12pt; vertical-align: bottom; } }
@media print { .${name} { page: ${name}; } }`;
}
