// The days of the minutes as HTML: blocks, items with their times and texts, breaks as thin rows.

import { isPrintItem } from './gather-summary.ts';
import { renderLinkNotes, renderRich } from './html-rich.ts';
import { escapeHtml } from './html-text.ts';
import type { PrintBlockOfDay, PrintBreak, PrintDay, PrintItem, PrintRow } from './printable.ts';

/** `after` is HTML that ends the last day, on its pages. */
export function renderDays(days: readonly PrintDay[], after: string): string {
  return days
    .map((day, index) =>
      [
        `<section class="day ${day.anchor}">`,
        renderDayHeading(day),
        ...day.blocks.map(renderBlock),
        index === days.length - 1 ? after : '',
        '</section>',
      ].join('\n'),
    )
    .join('\n');
}

export function renderDayHeading(day: PrintDay): string {
  const times = day.times === '' ? '' : `<p class="dim times">${escapeHtml(day.times)}</p>`;
  return `<div class="day-head"><h2 id="${day.anchor}" dir="auto">${escapeHtml(day.heading)}</h2>${times}</div>`;
}

function renderBlock(block: PrintBlockOfDay): string {
  const line = blockLine(block);
  return [line === '' ? '' : `<p class="block">${line}</p>`, ...block.rows.map(renderRow)].join('\n');
}

/** "Late morning, moderator Mara Okafor". */
export function blockLine({ title, moderators }: PrintBlockOfDay): string {
  const name = title === '' ? '' : `<b><bdi>${escapeHtml(title)}</bdi></b>`;
  const word = moderators.length === 1 ? 'moderator' : 'moderators';
  const people = moderators.map((person) => `<bdi>${escapeHtml(person)}</bdi>`).join(', ');
  if (people === '') return name;
  return name === '' ? `M${word.slice(1)} ${people}` : `${name}, ${word} ${people}`;
}

function renderRow(row: PrintRow): string {
  return isPrintItem(row) ? renderItem(row, 3) : renderBreak(row);
}

function renderBreak({ kind, title, time, length, cancelled }: PrintBreak): string {
  const name =
    cancelled === null ? escapeHtml(title) : `<s>${escapeHtml(title)}</s> ${cancelledWords(cancelled)}`;
  const span = time === '' ? '' : `<span class="time">${escapeHtml(time)}</span>`;
  const rest = length === '' ? '' : ` <span class="dim">· ${escapeHtml(length)}</span>`;
  return `<p class="break ${kind}">${span}<span dir="auto">${name}${rest}</span></p>`;
}

export function cancelledWords(reason: string): string {
  const words = reason === '' ? 'Cancelled' : `Cancelled: ${reason}`;
  return `<span class="cut"><bdi>${escapeHtml(words)}</bdi></span>`;
}

/** `depth` is the heading level: 3, and 4 for the sub-slots of a round. */
function renderItem(item: PrintItem, depth: 3 | 4): string {
  return [
    `<section class="item" id="${escapeHtml(item.anchor)}">`,
    renderItemHead(item, depth),
    renderTexts(item, depth),
    ...item.slots.map((slot) => renderItem(slot, 4)),
    '</section>',
  ].join('\n');
}

function renderItemHead(item: PrintItem, depth: 3 | 4): string {
  const title = escapeHtml(item.title || 'Untitled item');
  const struck = item.cancelled === null ? title : `<s>${title}</s>`;
  const facts = [itemTimes(item), presenterWords(item), ticketWords(item)].filter((fact) => fact !== '');
  return [
    `<div class="item-head"><h${depth} dir="auto"><span class="no">${escapeHtml(item.number)}</span> ${struck}</h${depth}>`,
    item.cancelled === null ? '' : ` ${cancelledWords(item.cancelled)}`,
    facts.length === 0 ? '' : ` <p class="dim">${facts.join(' · ')}</p>`,
    '</div>',
  ].join('');
}

/** "11:04–11:36 (planned 11:00–11:30)". */
function itemTimes({ planned, actual }: PrintItem): string {
  if (actual === '') return escapeHtml(planned);
  return planned === '' ? escapeHtml(actual) : escapeHtml(`${actual} (planned ${planned})`);
}

export function presenterWords({ presenters, presenterNote }: PrintItem): string {
  const names = presenters.map((name) => `<bdi>${escapeHtml(name)}</bdi>`).join(', ');
  if (presenterNote === '') return names;
  const note = `<bdi>${escapeHtml(presenterNote)}</bdi>`;
  return names === '' ? note : `${names} (${note})`;
}

export function ticketWords({ tickets }: PrintItem): string {
  return tickets.map((ticket) => `<bdi class="ticket">${escapeHtml(ticket)}</bdi>`).join(', ');
}

export function renderTexts(item: PrintItem, depth: number): string {
  const both = item.preparation.length > 0 && item.minutes.length > 0;
  return [
    renderPreparation(item, depth),
    both ? '<p class="label">Minutes</p>' : '',
    item.minutes.length === 0 ? '' : `<div class="text">${renderRich(item.minutes, depth)}</div>`,
    renderFiles(item),
    renderLinkNotes(item.links),
  ].join('\n');
}

function renderPreparation(item: PrintItem, depth: number): string {
  if (item.preparation.length === 0) return '';
  const text = renderRich(item.preparation, depth);
  return `<div class="prep"><p class="label">Preparation</p>${text}</div>`;
}

function renderFiles({ files }: PrintItem): string {
  if (files.length === 0) return '';
  const word = files.length === 1 ? 'File' : 'Files';
  return `<p class="files">${word}: ${files.map((name) => `<bdi>${escapeHtml(name)}</bdi>`).join(', ')}</p>`;
}
