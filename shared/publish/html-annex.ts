// What stands after the last day, as HTML.

import { renderReference, renderTable } from './html-head.ts';
import { renderLinkNotes, renderRich } from './html-rich.ts';
import { escapeHtml } from './html-text.ts';
import type {
  PrintAttachment,
  Printable,
  PrintComment,
  PrintNextMeeting,
  PrintProposal,
} from './printable.ts';

/** The end of the meeting itself: when it closed, and when one meets again. */
export function renderClosing({ closing, next }: Printable): string {
  return [
    closing === '' ? '' : `<p class="closing">${escapeHtml(closing)}</p>`,
    next.length === 0
      ? ''
      : `<section class="next" id="next-meetings"><h2>Next meetings</h2><ul>${next.map(renderNext).join('')}</ul></section>`,
  ].join('\n');
}

function renderNext({ title, dates, mode, note }: PrintNextMeeting): string {
  const rest = [dates, mode].filter((part) => part !== '').map((part) => `<bdi>${escapeHtml(part)}</bdi>`);
  const head = [title === '' ? '' : `<b><bdi>${escapeHtml(title)}</bdi></b>`, ...rest].filter(
    (part) => part !== '',
  );
  const more = note === '' ? '' : `<br><span class="dim" dir="auto">${escapeHtml(note)}</span>`;
  return `<li>${head.join(' · ')}${more}</li>`;
}

export function renderAnnex({ attachments, proposals }: Printable): string {
  if (attachments.length === 0 && proposals.length === 0) return '';
  return `<div class="annex">${renderAttachments(attachments)}\n${renderProposals(proposals)}</div>`;
}

function renderAttachments(attachments: readonly PrintAttachment[]): string {
  const withItems = attachments.some((file) => file.item !== null);
  const rows = attachments.map(
    ({ name, label, author, date, type, item }) =>
      `<tr><td dir="auto">${escapeHtml(name)}${label === '' ? '' : `<br><span class="dim">${escapeHtml(label)}</span>`}</td>` +
      `<td dir="auto">${escapeHtml(author)}</td><td class="date">${escapeHtml(date)}</td><td>${escapeHtml(type)}</td>` +
      `${withItems ? `<td>${renderReference(item, 'number')}</td>` : ''}</tr>`,
  );
  const heads = ['File', 'By', 'Date', 'Kind', ...(withItems ? ['Item'] : [])];
  return renderTable('attachments', 'Attachments', heads, rows);
}

function renderProposals(proposals: readonly PrintProposal[]): string {
  const rows = proposals.map((proposal) => {
    const notes =
      proposal.notes.length === 0
        ? ''
        : `<div class="prep">${renderRich(proposal.notes, 3)}${renderLinkNotes(proposal.links)}</div>`;
    const partOf =
      proposal.partOf === '' ? '' : `<br><span class="dim">Part of “${escapeHtml(proposal.partOf)}”</span>`;
    const presenters =
      proposal.presenters === ''
        ? ''
        : `${proposal.requestedBy === '' ? '' : '<br>'}<span class="dim">presented by ${escapeHtml(proposal.presenters)}</span>`;
    return (
      `<tr><td dir="auto"><b>${escapeHtml(proposal.title)}</b>${partOf}${notes}${renderComments(proposal.comments)}</td>` +
      `<td dir="auto">${escapeHtml(proposal.requestedBy)}${presenters}</td>` +
      `<td dir="auto">${escapeHtml(proposal.estimate)}</td><td>${renderOutcome(proposal)}</td></tr>`
    );
  });
  return renderTable('proposals', 'Proposals', ['Topic', 'Requested by', 'Time', 'Outcome'], rows);
}

function renderComments(comments: readonly PrintComment[]): string {
  if (comments.length === 0) return '';
  const said = comments.map(
    ({ head, lines }) =>
      `<p dir="auto"><span class="dim">${escapeHtml(head)}:</span> ${lines.map(escapeHtml).join('<br>')}</p>`,
  );
  return `<div class="prep"><p class="label">Comments</p>${said.join('')}</div>`;
}

function renderOutcome({ outcome, item }: PrintProposal): string {
  const words = escapeHtml(outcome);
  return item === null || item.anchor === '' ? words : `<a href="#${escapeHtml(item.anchor)}">${words}</a>`;
}
