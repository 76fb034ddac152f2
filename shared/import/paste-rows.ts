// Pasted text taken apart: rows of cells where it is a table (tabs of a spreadsheet, pipes, separated values under column
// headings), else lines with their depth. Linear in the length of the text. Knows no agendas beyond their column headings.

import { headerOf } from './columns.ts';
import { type HtmlNode, TooComplex } from './html-tree.ts';
import { type PageTable, pageCell } from './page.ts';
import { isDelimiterRow, isPipeRow, splitPipeRow } from './pipe-rows.ts';

export interface TextLine {
  readonly line: number;
  /** Without what makes it a point of a list or a heading. */
  readonly text: string;
  /** Stands under the line before it. */
  readonly isInner: boolean;
  readonly isHeading: boolean;
}

export type PastedParts =
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] };

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Throws `TooComplex` for a table that is wider than any. */
export function pastedParts(pasted: string): PastedParts {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/[\0\ufeff]/g, '');
  const rows = pipeRows(text) ?? tabRows(text) ?? valueRows(text);
  return rows ? { kind: 'table', table: tableOf(rows) } : { kind: 'lines', lines: linesOf(text) };
}

/** Tabs at the head of lines only are those of a list. */
function tabRows(text: string): readonly Row[] | null {
  return /[^\t\n]\t/.test(text) ? readCells(text, '\t') : null;
}

function valueRows(text: string): readonly Row[] | null {
  const head = text.slice(0, 2000).trimStart().split('\n', 1)[0] ?? '';
  for (const separator of [';', ',']) {
    const [first] = readCells(head, separator);
    if (first && headerOf(tableOf([first]).rows[0] ?? { line: 1, cells: [] }))
      return readCells(text, separator);
  }
  return null;
}

function pipeRows(text: string): readonly Row[] | null {
  const lines = text.split('\n');
  if (!lines.some(isDelimiterRow)) return null;
  return lines.flatMap((line, i): Row[] => {
    if (line.trim() === '' || isDelimiterRow(line)) return [];
    return [{ line: i + 1, cells: isPipeRow(line) ? splitPipeRow(line) : [line.trim()] }];
  });
}

/** A cell with line ends, quotes or separators in it comes in quotes; a quote that is not closed is one of the text. */
function readCells(text: string, separator: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let startLine = 1;
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, separator) : null;
    const end = quoted?.end ?? cellEnd(text, at, separator);
    const cell = quoted?.cell ?? text.slice(at, end);
    cells.push(cell.trim());
    line += cell.split('\n').length - 1;
    if (text[end] !== separator) {
      rows.push({ line: startLine, cells });
      cells = [];
      line += 1;
      startLine = line;
    }
    at = end + 1;
  }
  return rows.filter((row) => row.cells.some((cell) => cell !== ''));
}

function cellEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return end;
}

/** Longer cells than this are no cells: an open quote would take in the whole text. */
const LONGEST_CELL = 20_000;

function quotedCell(text: string, from: number, separator: string): { cell: string; end: number } | null {
  const most = Math.min(text.length, from + LONGEST_CELL);
  for (let at = from + 1; at < most; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const end = at + 1;
    if (end < text.length && text[end] !== separator && text[end] !== '\n') return null;
    return { cell: text.slice(from + 1, at).replaceAll('""', '"'), end };
  }
  return null;
}

const MOST_COLUMNS = 200;

function tableOf(rows: readonly Row[]): PageTable {
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS))
    throw new TooComplex('more columns than any table has');
  return {
    kind: 'table',
    line: rows[0]?.line ?? 1,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => pageCell(cellNodes(cell, line), line)),
    })),
  };
}

function cellNodes(cell: string, line: number): readonly HtmlNode[] {
  return cell
    .split('\n')
    .flatMap((text, i): HtmlNode[] => [
      ...(i === 0 ? [] : [{ type: 'element' as const, tag: 'br', attrs: {}, children: [], line: line + i }]),
      { type: 'text', text },
    ]);
}

const POINT = /^(?:[•◦▪]|(?:[-*–]|\d{1,3}[.)])(?=\s)|\[[ xX]?\])\s*(?:\[[ xX]?\]\s+)?/;
const HEADING = /^#{1,6}\s+/;

function linesOf(text: string): readonly TextLine[] {
  const lines = text.split('\n').flatMap((written, i) => {
    const plain = written.trim();
    if (plain === '') return [];
    const indent = written.length - written.trimStart().length + (written.startsWith('\t') ? 1 : 0);
    const isHeading = HEADING.test(plain);
    const words = plain
      .replace(HEADING, '')
      .replace(POINT, '')
      .replace(/^\*\*(.+)\*\*$/, '$1');
    return [{ line: i + 1, text: words.trim(), indent, isHeading }];
  });
  // A text that is indented as a whole has no inner lines for that.
  const least = lines.reduce((min, { indent }) => Math.min(min, indent), Number.POSITIVE_INFINITY);
  return lines.map(({ indent, ...line }) => ({ ...line, isInner: indent >= least + 2 }));
}
