// What kind of row an agenda table has here: a day, a moderator, a block's title, column headings or an item.

import { type Columns, headerOf } from './columns.ts';
import { type DayLabel, readDayLabel } from './day-label.ts';
import type { HtmlNode } from './html-tree.ts';
import type { PageCell, PageRow } from './page.ts';
import { readTime } from './times.ts';
import { isBreakLabel, isCloseLabel, moderatorLabel } from './vocabulary.ts';

export type AgendaRow =
  | { readonly kind: 'empty' }
  | { readonly kind: 'header'; readonly columns: Columns }
  | { readonly kind: 'day'; readonly label: DayLabel }
  | { readonly kind: 'moderators'; readonly nodes: readonly HtmlNode[]; readonly label: number }
  | { readonly kind: 'block'; readonly title: string }
  | { readonly kind: 'item' };

export function classifyRow(row: PageRow, columns: Columns): AgendaRow {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const [only] = filled;
  if (only === undefined) return { kind: 'empty' };
  const header = headerOf(row);
  if (header) return { kind: 'header', columns: header };
  const label = moderatorLabel(only.text);
  if (label > 0 && filled.length === 1) {
    return { kind: 'moderators', nodes: only.nodes, label };
  }
  if (filled.length === 2 && /^(?:session |block )?(?:moderator|chair|facilitator)s?:?$/i.test(only.text)) {
    return { kind: 'moderators', nodes: filled[1]?.nodes ?? [], label: 0 };
  }
  if (filled.length > 1) return { kind: 'item' };
  const day = readDayLabel(only.text);
  if (day) return { kind: 'day', label: day };
  const at = row.cells.indexOf(only);
  const isLabel = isBreakLabel(only.text) || isCloseLabel(only.text) || readTime(only.text) !== null;
  // A line across the table heads what follows; a lone cell in its own column is an item.
  const across =
    only.span > 1 || only.head || (columns[at] !== 'topic' && columns.includes('topic') && at === 0);
  return across && !isLabel ? { kind: 'block', title: only.text } : { kind: 'item' };
}

/** The day of a row in a table that has a column for it. */
export function dayOfRow(row: PageRow, columns: Columns): { label: DayLabel; cell: PageCell } | null {
  const cell = row.cells[columns.indexOf('day')] ?? row.cells[columns.indexOf('date')];
  const label = cell ? readDayLabel(cell.text) : null;
  return cell && label ? { label, cell } : null;
}
