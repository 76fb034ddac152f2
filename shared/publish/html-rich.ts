// Texts of items as HTML: paragraphs, lists, quotes, code, and actions and decisions where they were said.

import { assertNever } from '../base/assert-never.ts';
import type { ActionStatus } from '../domain/rich-text.ts';
import { escapeHtml } from './html-text.ts';
import type { InlinePart, InlineStyle, PrintAction, PrintDecision, RichPart } from './printable.ts';

/** `depth` is the heading level of the item; headings inside its text come below it. */
export function renderRich(parts: readonly RichPart[], depth: number): string {
  return parts.map((part) => renderPart(part, depth)).join('\n');
}

function renderPart(part: RichPart, depth: number): string {
  switch (part.type) {
    case 'paragraph':
      return `<p dir="auto">${renderInline(part.content)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(6, depth + part.level)}`;
      return `<${tag} dir="auto">${renderInline(part.content)}</${tag}>`;
    }
    case 'bullets':
      return `<ul>${part.items.map((item) => renderListItem(item, depth)).join('')}</ul>`;
    case 'numbers': {
      const start = part.start === 1 ? '' : ` start="${part.start}"`;
      return `<ol${start}>${part.items.map((item) => renderListItem(item, depth)).join('')}</ol>`;
    }
    case 'quote':
      return `<blockquote>${renderRich(part.content, depth)}</blockquote>`;
    case 'code':
      return `<pre dir="ltr"><code>${escapeHtml(part.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'action':
      return renderAction(part.action);
    case 'decision':
      return renderDecision(part.decision);
    default:
      return assertNever(part);
  }
}

function renderListItem(parts: readonly RichPart[], depth: number): string {
  return `<li dir="auto">${renderRich(parts, depth)}</li>`;
}

const TAGS: Readonly<Record<InlineStyle, string>> = { bold: 'b', italic: 'i', strike: 's', code: 'code' };

export function renderInline(parts: readonly InlinePart[]): string {
  let html = '';
  for (const [index, part] of parts.entries()) {
    if (part.type === 'break') {
      html += '<br>';
      continue;
    }
    const opens = part.link !== null && hrefAt(parts, index - 1) !== part.link.href;
    const closes = part.link !== null && hrefAt(parts, index + 1) !== part.link.href;
    const styled = part.styles.reduce(
      (inner, style) => `<${TAGS[style]}>${inner}</${TAGS[style]}>`,
      escapeHtml(part.text),
    );
    if (part.link && opens) html += openLink(part.link.href);
    html += styled;
    if (part.link && closes) html += `</a>${renderNote(part.link.note)}`;
  }
  return html;
}

export function openLink(href: string): string {
  const target = escapeHtml(href);
  return `<a href="${target}" title="${target}" rel="noopener noreferrer">`;
}

function hrefAt(parts: readonly InlinePart[], index: number): string | null {
  const part = parts[index];
  return part?.type === 'text' ? (part.link?.href ?? null) : null;
}

function renderNote(note: number): string {
  return note === 0 ? '' : `<sup class="note">${note}</sup>`;
}

/** The targets behind numbered links, for paper only: on screen the link itself leads there. */
export function renderLinkNotes(links: readonly string[]): string {
  if (links.length === 0) return '';
  const rows = links.map((href) => `<li><bdi dir="ltr">${escapeHtml(href)}</bdi></li>`);
  return `<ol class="links">${rows.join('')}</ol>`;
}

export function renderAction(action: PrintAction): string {
  const who = action.assignees.map((name) => `<bdi>${escapeHtml(name)}</bdi>`).join(', ');
  const number = renderNumber(action.number, action.row);
  const notes = action.notes.map(
    ({ head, content }) =>
      `<li dir="auto">${head === '' ? '' : `<span class="dim">${escapeHtml(head)}:</span> `}${renderInline(content)}</li>`,
  );
  return [
    `<div class="action" id="${escapeHtml(action.anchor)}">${renderTick(action.status, action.state)}`,
    `<div><p dir="auto">${number} ${who === '' ? '' : `<b>${who}</b> `}${renderActionText(action)}`,
    `${renderActionFacts(action)}</p>`,
    notes.length === 0 ? '' : `<ul class="progress">${notes.join('')}</ul>`,
    '</div></div>',
  ].join('');
}

export function renderActionText(action: PrintAction): string {
  const text = renderInline(action.content);
  return action.status === 'cancelled' ? `<s>${text}</s>` : text;
}

function renderActionFacts(action: PrintAction): string {
  const facts = [
    action.helpers.length === 0 ? '' : `with ${action.helpers.join(', ')}`,
    action.due === '' ? '' : `due\u00a0${action.due.replaceAll(' ', '\u00a0')}`,
    action.status === 'open' && !action.overdue ? '' : action.state,
    action.carriedFrom === '' ? '' : `carried from ${action.carriedFrom}`,
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return '';
  return ` <span class="facts-of">${facts.map((fact) => `<bdi>${escapeHtml(fact)}</bdi>`).join(' · ')}</span>`;
}

export function renderDecision(decision: PrintDecision): string {
  const replaces =
    decision.replaces === ''
      ? ''
      : ` <span class="facts-of">replaces ${escapeHtml(decision.replaces)}</span>`;
  return [
    `<div class="decision" id="${escapeHtml(decision.anchor)}">`,
    `<p dir="auto"><b>Decision ${renderNumber(decision.number, decision.row)}</b> `,
    `${renderInline(decision.content)}${replaces}</p></div>`,
  ].join('');
}

function renderNumber(number: string, row: string | null): string {
  const text = escapeHtml(number);
  return row === null
    ? `<span class="no">${text}</span>`
    : `<a class="no" href="#${escapeHtml(row)}">${text}</a>`;
}

const TICK_SHAPES: Readonly<Record<ActionStatus, string>> = {
  open: '',
  'in-progress': '<path d="M4.5 8h7"/>',
  done: '<path d="m4.2 8.3 2.6 2.6 5-5.6"/>',
  deferred: '<path d="M4.3 8h7M8.600 5.200 11.400 8l-2.800 2.800"/>',
  cancelled: '<path d="m5 5 6 6M11 5l-6 6"/>',
};

/** A drawn box, so that it looks the same whatever fonts there are; the state is its alternative text. */
export function renderTick(status: ActionStatus, state: string): string {
  return (
    `<svg class="tick" viewBox="0 0 16 16" role="img" aria-label="${escapeHtml(state)}">` +
    `<rect x="1.500" y="1.500" width="13" height="13" rx="2"/>${TICK_SHAPES[status]}</svg>`
  );
}
