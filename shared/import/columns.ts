// Which column of a table says what: by its heading, else by what its cells hold.

import { parseEstimate } from '../domain/estimate.ts';
import { areNames } from './names.ts';
import type { PageCell, PageRow, PageTable } from './page.ts';
import { readTime } from './times.ts';
import { type Column, columnOf, type Zone, zoneOf } from './vocabulary.ts';

/** Role of each column, by index; `null` is a column nobody knows. */
export type Columns = readonly (Column | null)[];

/** Reads a row of column headings; `null` when it is none. */
export function headerOf(row: PageRow): Columns | null {
  const filled = row.cells.filter((cell) => cell.text !== '');
  if (filled.length < 2 || filled.some((cell) => readTime(cell.text) !== null)) return null;
  const roles = row.cells.map((cell) => (cell.text.length > 60 ? null : columnOf(cell.text)));
  const known = roles.filter((role) => role !== null).length;
  const isHead = filled.every((cell) => cell.head);
  return known >= 2 && (known * 2 >= filled.length || isHead) ? withoutDoubles(roles) : null;
}

/** A column headed "Minutes" of which half or more are lengths is not one of texts. */
export function withLengths(columns: Columns, table: PageTable): Columns {
  const at = columns.indexOf('minutes');
  if (at < 0 || columns.includes('duration')) return columns;
  const texts = table.rows.map((row) => row.cells[at]?.text ?? '');
  const cells = texts.filter((text) => text !== '' && columnOf(text) !== 'minutes');
  const lengths = cells.filter((text) => parseEstimate(text) !== null).length;
  return lengths > 0 && lengths * 2 >= cells.length ? columns.with(at, 'duration') : columns;
}

/** Of two columns with one role the first has it. */
function withoutDoubles(roles: readonly (Column | null)[]): Columns {
  return roles.map((role, i) => (role !== null && roles.indexOf(role) === i ? role : null));
}

/** The heading row of a table, which may stand below a row that names the day. */
export function findHeader(table: PageTable): Columns | null {
  for (const row of table.rows.slice(0, 4)) {
    const header = headerOf(row);
    if (header) return header;
  }
  return null;
}

/** What a table is about: its headings say more than the section it stands in. */
export function zoneOfTable(table: PageTable, around: Zone | null): Zone | 'labels' | null {
  const header = findHeader(table);
  const has = (column: Column): boolean => header?.includes(column) ?? false;
  if (header) {
    if (has('file') && (has('modified') || has('author') || around === 'attachments')) return 'attachments';
    if (has('topic') && (has('requester') || around === 'proposals')) return 'proposals';
    if ((has('action') || has('topic')) && (has('due') || has('assignee')) && !has('time')) return 'actions';
    if (has('topic') && (has('time') || has('duration') || has('end') || around === 'agenda'))
      return 'agenda';
    if (has('name') && !has('topic'))
      return around === 'guests' || around === 'apologies' ? around : 'attendees';
    if (has('topic') && has('presenter')) return around ?? 'agenda';
  }
  if (isLabelTable(table)) return 'labels';
  if (around === null || around === 'other') return startsWithTimes(table) ? 'agenda' : around;
  return around;
}

function isLabelTable(table: PageTable): boolean {
  const pairs = table.rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 0);
  if (pairs.length === 0 || pairs.some((row) => row.cells.length !== 2)) return false;
  return pairs.filter((row) => zoneOf(row.cells[0]?.text ?? '') !== null).length * 2 >= pairs.length;
}

function startsWithTimes(table: PageTable): boolean {
  const starts = table.rows.filter((row) => readTime(row.cells[0]?.text ?? '') !== null).length;
  return starts >= 2 || (starts === 1 && table.rows.length <= 2 && (table.rows[0]?.cells.length ?? 0) > 1);
}

/** Columns of an agenda without headings. */
export function guessAgendaColumns(table: PageTable): Columns {
  const rows = table.rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const roles: (Column | null)[] = Array.from({ length: width }, () => null);
  const cellsOf = (i: number): PageCell[] =>
    rows.flatMap((row) => row.cells.slice(i, i + 1)).filter((cell) => cell.text !== '');
  const most = (i: number, test: (cell: PageCell) => boolean): boolean => {
    const cells = cellsOf(i);
    return cells.length > 0 && cells.filter(test).length * 2 > cells.length;
  };
  const take = (role: Column, test: (cell: PageCell) => boolean): void => {
    const at = roles.findIndex((known, i) => known === null && most(i, test));
    if (at >= 0) roles[at] = role;
  };
  take('time', (cell) => readTime(cell.text) !== null);
  take('end', (cell) => readTime(cell.text) !== null);
  take('duration', (cell) => parseEstimate(cell.text) !== null);
  const topic = roles.findIndex((known, i) => known === null && cellsOf(i).length > 0 && !most(i, isNames));
  if (topic >= 0) roles[topic] = 'topic';
  take('presenter', isNames);
  take('notes', () => true);
  return roles;
}

function isNames(cell: PageCell): boolean {
  return cell.text.includes(' ') && areNames(cell.nodes);
}
