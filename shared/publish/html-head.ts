// The front of the document as HTML: title block, contents, and the tables of decisions, actions and cancelled items.

import { openLink, renderActionText, renderInline, renderTick } from './html-rich.ts';
import { escapeHtml } from './html-text.ts';
import type {
  ContentsEntry,
  Fact,
  FactValue,
  ItemReference,
  PrintAction,
  Printable,
  Summary,
} from './printable.ts';

export function renderHead(doc: Printable): string {
  const subtitle = doc.subtitle.map((part) => `<bdi>${escapeHtml(part)}</bdi>`).join(' · ');
  const leftOut = doc.leftOut.map(escapeHtml).join(', ');
  return [
    '<header class="head">',
    `<p class="running"><span>${escapeHtml(doc.series)}</span><span>${escapeHtml(doc.status)}, ${escapeHtml(doc.stamp)}</span></p>`,
    `<h1 dir="auto">${escapeHtml(doc.title)}</h1>`,
    subtitle === '' ? '' : `<p class="subtitle">${subtitle}</p>`,
    doc.facts.length === 0 ? '' : `<table class="facts">${doc.facts.map(renderFact).join('')}</table>`,
    leftOut === '' ? '' : `<p class="left-out">Left out of this copy: ${leftOut}.</p>`,
    '</header>',
  ].join('\n');
}

function renderFact({ label, values, layout }: Fact): string {
  const parts = values.map(renderFactValue);
  const cell = layout === 'lines' ? parts.map((part) => `<div>${part}</div>`).join('') : parts.join(', ');
  return `<tr><th scope="row">${escapeHtml(label)}</th><td>${cell}</td></tr>`;
}

function renderFactValue({ text, remark, href }: FactValue): string {
  const name = `<bdi>${escapeHtml(text)}</bdi>`;
  const linked = href === null ? name : `${openLink(href)}${name}</a>`;
  return remark === '' ? linked : `${linked} <span class="dim">(<bdi>${escapeHtml(remark)}</bdi>)</span>`;
}

/** Fewer entries than this are seen at a glance anyway. */
const CONTENTS_FROM = 5;

/** Page numbers are known after a first print only: `tocPages` fills them in (see toc-pages.ts). */
export function renderContents(entries: readonly ContentsEntry[]): string {
  if (entries.length < CONTENTS_FROM) return '';
  const rows = entries.map((entry) => {
    const anchor = escapeHtml(entry.anchor);
    const number = entry.number === '' ? '' : `<span class="no">${escapeHtml(entry.number)}</span> `;
    return (
      `<li class="level-${entry.level}"><a href="#${anchor}"><span dir="auto">${number}${escapeHtml(entry.title)}</span>` +
      `<span class="pg" data-page="${anchor}"></span></a></li>`
    );
  });
  return `<nav class="contents" aria-label="Contents"><h2>Contents</h2><ul>${rows.join('')}</ul></nav>`;
}

export function renderSummary(summary: Summary): string {
  const { decisions, actions, cancelled } = summary;
  const decisionRows = decisions.map(
    (decision) =>
      `<tr id="${escapeHtml(decision.row ?? '')}"><td><a class="no" href="#${escapeHtml(decision.anchor)}">${escapeHtml(decision.number)}</a></td>` +
      `<td dir="auto">${renderInline(decision.content)}${decision.replaces === '' ? '' : ` <span class="dim">Replaces ${escapeHtml(decision.replaces)}.</span>`}</td>` +
      `<td>${renderReference(decision.item, 'full')}</td></tr>`,
  );
  const actionRows = actions.map(
    (action) =>
      `<tr id="${escapeHtml(action.row ?? '')}"><td>${renderTick(action.status, action.state)}</td>` +
      `<td><a class="no" href="#${escapeHtml(action.anchor)}">${escapeHtml(action.number)}</a></td>` +
      `<td dir="auto">${renderActionText(action)}</td><td>${action.assignees.map(escapeHtml).join(', ')}</td>` +
      `<td>${dueAndState(action)}</td>` +
      `<td>${renderReference(action.item, 'number')}</td></tr>`,
  );
  const cancelledRows = cancelled.map(
    ({ item, reason }) =>
      `<tr><td>${renderReference(item, 'number')}</td><td dir="auto"><s>${escapeHtml(item.title)}</s></td><td dir="auto">${escapeHtml(reason)}</td></tr>`,
  );
  return [
    renderTable('decisions', 'Decisions', ['No.', 'Decision', 'Item'], decisionRows),
    renderTable(
      'actions',
      'Action items',
      ['<span class="unseen">Done</span>', 'No.', 'Action', 'Assignees', 'Due, state', 'Item'],
      actionRows,
    ),
    renderTable('cancelled', 'Cancelled items', ['No.', 'Item', 'Reason'], cancelledRows),
  ].join('\n');
}

/** A titled table; '' without rows. Heads are HTML, rows too. */
export function renderTable(
  id: string,
  title: string,
  heads: readonly string[],
  rows: readonly string[],
): string {
  if (rows.length === 0) return '';
  const cells = heads.map((head) => `<th scope="col">${head}</th>`).join('');
  // A short table moves to the next page whole: a heading with a row or two at the end of a page serves nobody.
  const size = rows.length <= 3 ? ' short' : '';
  return [
    `<section class="register${size}" id="${id}"><h2>${title}</h2>`,
    `<table class="rows ${id}"><thead><tr>${cells}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></section>',
  ].join('\n');
}

export function renderReference(item: ItemReference | null, style: 'full' | 'number'): string {
  if (item === null || item.anchor === '') return '';
  const text = style === 'number' || item.title === '' ? item.number : `${item.number} ${item.title}`;
  return `<a class="dim" href="#${escapeHtml(item.anchor)}"><bdi>${escapeHtml(text)}</bdi></a>`;
}

/** An open action with a due date says just the date: its empty box says the rest. */
function dueAndState({ due, state, status, overdue }: PrintAction): string {
  const words = due !== '' && status === 'open' && !overdue ? [due] : [due, state];
  return words
    .filter((part) => part !== '')
    .map(escapeHtml)
    .join('<br>');
}
