// The one form all pages are brought into before anything is recognised in them: a list of headings, tables and runs of
// text in reading order, each with its line. Adapters: markdown-page.ts, html-page.ts. Knows no meetings.

import { contains, headingLevel, isBlank, isBlock, isElement, isList, textOf } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

export interface Page {
  /** Title outside the text (`<title>`, front matter), '' without one. */
  readonly title: string;
  readonly parts: readonly PagePart[];
}

export type PagePart = PageHeading | PageTable | PageText;

export interface PageHeading {
  readonly kind: 'heading';
  readonly line: number;
  readonly level: number;
  readonly nodes: readonly HtmlNode[];
  readonly text: string;
}

export interface PageTable {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly PageRow[];
}

/** A paragraph, a list, a quotation: one block. */
export interface PageText {
  readonly kind: 'text';
  readonly line: number;
  readonly nodes: readonly HtmlNode[];
}

export interface PageRow {
  readonly line: number;
  readonly cells: readonly PageCell[];
}

export interface PageCell {
  readonly nodes: readonly HtmlNode[];
  readonly text: string;
  readonly line: number;
  readonly head: boolean;
  readonly span: number;
}

export function pageCell(nodes: readonly HtmlNode[], line: number, head = false, span = 1): PageCell {
  return { nodes, text: textOf(nodes), line, head, span };
}

/** Brings parsed HTML into parts. `line` is where it starts. */
export function partsOf(nodes: readonly HtmlNode[], line: number): PagePart[] {
  const parts: PagePart[] = [];
  let run: HtmlNode[] = [];
  let at = line;
  const flush = (): void => {
    if (!isBlank(run)) parts.push({ kind: 'text', line: at, nodes: run });
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && contains(node, isBlock)) {
      flush();
      parts.push(...blockParts(node));
      at = node.line;
    } else {
      if (run.length === 0 && isElement(node)) at = node.line;
      run.push(node);
    }
  }
  flush();
  return parts;
}

function blockParts(node: HtmlElement): PagePart[] {
  const level = headingLevel(node);
  if (level !== null) {
    const text = textOf(node.children);
    return text === '' ? [] : [{ kind: 'heading', line: node.line, level, nodes: node.children, text }];
  }
  if (node.tag === 'table') return tableParts(node);
  const isWhole = isList(node) || isElement(node, 'p', 'pre', 'blockquote', 'hr', 'dl');
  if (isWhole && !contains(node, (element) => headingLevel(element) !== null || element.tag === 'table')) {
    return isBlank([node]) && node.tag !== 'hr' ? [] : [{ kind: 'text', line: node.line, nodes: [node] }];
  }
  return partsOf(node.children, node.line);
}

/** A table of one column is a frame around a page, not a table. */
function tableParts(table: HtmlElement): PagePart[] {
  const rows = tableRows(table);
  const isFrame = rows.every((row) => row.cells.length <= 1);
  const holdsPage = contains(table, (element) => element !== table && element.tag === 'table');
  if (isFrame && holdsPage)
    return rows.flatMap((row) => row.cells.flatMap((cell) => partsOf(cell.nodes, cell.line)));
  const caption = table.children.find((child) => isElement(child, 'caption'));
  return [
    ...(isElement(caption) ? partsOf(caption.children, caption.line) : []),
    { kind: 'table', line: table.line, rows },
  ];
}

function tableRows(table: HtmlElement): PageRow[] {
  const found: HtmlElement[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (isElement(child, 'tr')) found.push(child);
      else if (isElement(child, 'thead', 'tbody', 'tfoot')) visit(child);
    }
  };
  visit(table);
  // Rows still covered by a cell from above, by column: a column has the same number in every row.
  const covered: number[] = [];
  return found.map((row) => ({ line: row.line, cells: rowCells(row, covered) }));
}

function rowCells(row: HtmlElement, covered: number[]): PageCell[] {
  const cells: PageCell[] = [];
  const fill = (): void => {
    for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
      covered[cells.length] = left - 1;
      cells.push(pageCell([], row.line));
    }
  };
  for (const cell of row.children) {
    if (!isElement(cell, 'td', 'th')) continue;
    fill();
    const [columns, rows] = [spanOf(cell.attrs.colspan), spanOf(cell.attrs.rowspan)];
    for (let i = 0; i < columns; i += 1) {
      covered[cells.length] = rows - 1;
      cells.push(
        i === 0 ? pageCell(cell.children, cell.line, cell.tag === 'th', columns) : pageCell([], cell.line),
      );
    }
  }
  fill();
  return cells;
}

function spanOf(text = '1'): number {
  return Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 50);
}
