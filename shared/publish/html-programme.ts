// The days of an agenda as HTML: one table a day, and behind it the preparation notes of its items.

import { isPrintItem, printedItems } from './gather-summary.ts';
import {
  blockLine,
  cancelledWords,
  presenterWords,
  renderDayHeading,
  renderTexts,
  ticketWords,
} from './html-days.ts';
import { escapeHtml } from './html-text.ts';
import type { PrintBreak, PrintDay, PrintItem, PrintRow } from './printable.ts';

export function renderProgramme(days: readonly PrintDay[]): string {
  return days.map(renderDay).join('\n');
}

function renderDay(day: PrintDay): string {
  const rows = day.blocks.flatMap((block) => {
    const line = blockLine(block);
    return [
      ...(line === '' ? [] : [`<tr class="block"><th colspan="5" scope="rowgroup">${line}</th></tr>`]),
      ...block.rows.flatMap(renderRow),
    ];
  });
  const heads = ['Time', 'No.', 'Item', 'Presenter', 'Length'];
  return [
    `<section class="day ${day.anchor}">${renderDayHeading(day)}`,
    `<table class="rows programme"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
    ...printedItems([day]).filter(hasTexts).map(renderNotes),
    '</section>',
  ].join('\n');
}

function renderRow(row: PrintRow): readonly string[] {
  return isPrintItem(row)
    ? [renderItem(row, ''), ...row.slots.map((slot) => renderItem(slot, 'slot'))]
    : [renderBreak(row)];
}

function renderBreak({ kind, title, time, length, cancelled }: PrintBreak): string {
  const name =
    cancelled === null ? escapeHtml(title) : `<s>${escapeHtml(title)}</s> ${cancelledWords(cancelled)}`;
  return `<tr class="${kind}"><td>${escapeHtml(time)}</td><td></td><td dir="auto" colspan="2">${name}</td><td>${escapeHtml(length)}</td></tr>`;
}

function renderItem(item: PrintItem, name: '' | 'slot'): string {
  const title = escapeHtml(item.title || 'Untitled item');
  const anchor = escapeHtml(item.anchor);
  const named = hasTexts(item) ? `<a href="#${anchor}">${title}</a>` : title;
  const shown = item.cancelled === null ? named : `<s>${named}</s> ${cancelledWords(item.cancelled)}`;
  const tickets = item.tickets.length === 0 ? '' : ` <span class="dim">${ticketWords(item)}</span>`;
  // The anchor is where the notes are; without any it is the row, so links from elsewhere always arrive.
  const id = hasTexts(item) ? '' : ` id="${anchor}"`;
  return [
    `<tr${name === '' ? '' : ` class="${name}"`}${id}><td>${escapeHtml(item.planned)}</td><td>${escapeHtml(item.number)}</td>`,
    `<td dir="auto">${shown}${tickets}</td><td>${presenterWords(item)}</td><td>${escapeHtml(item.length)}</td></tr>`,
  ].join('');
}

function hasTexts(item: PrintItem): boolean {
  return item.preparation.length > 0 || item.files.length > 0;
}

function renderNotes(item: PrintItem): string {
  return [
    `<section class="item notes" id="${escapeHtml(item.anchor)}">`,
    `<div class="item-head"><h3 dir="auto"><span class="no">${escapeHtml(item.number)}</span> ${escapeHtml(item.title || 'Untitled item')}</h3></div>`,
    renderTexts(item, 3),
    '</section>',
  ].join('\n');
}
