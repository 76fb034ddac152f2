// Reads the agenda of a page as one stream of rows, headings and lines: days, blocks with their moderators, items. Columns hold
// on from one table to the next, so that days may be tables of their own or rows of one.

import type { BlockDraft, DayDraft, ItemDraft } from './agenda-draft.ts';
import { classifyRow, dayOfRow } from './agenda-rows.ts';
import { type Columns, findHeader, guessAgendaColumns, withLengths } from './columns.ts';
import { type DayLabel, readDayLabel } from './day-label.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { firstLine, isStruck } from './first-line.ts';
import { isList, textOf } from './html-text.ts';
import { type HtmlNode, TooComplex } from './html-tree.ts';
import { readItemLine } from './item-line.ts';
import { readItemRow } from './item-row.ts';
import { linesWithin, withoutHead } from './label-lines.ts';
import { namesOf } from './names.ts';
import type { PageHeading, PageTable, PageText } from './page.ts';
import { contentOf } from './part-content.ts';
import type { AgendaRole, Placed } from './placed-part.ts';
import { readTime } from './times.ts';
import { isBreakLabel, isCloseLabel, moderatorLabel } from './vocabulary.ts';

const MOST_ITEMS = 5000;

interface Place {
  columns: Columns | null;
  heads: readonly string[];
  /** The item that a heading opened: what follows is its text. */
  open: ItemDraft | null;
}

export interface AgendaReaderContext {
  readonly report: ReportDraft;
  /** Whether a name at the end of a line is that of a person. */
  accepts(name: string): boolean;
}

export function readAgenda(parts: readonly Placed[], context: AgendaReaderContext): DayDraft[] {
  const { report, accepts } = context;
  const days: DayDraft[] = [];
  let items = 0;
  const at: Place = { columns: null, heads: [], open: null };

  for (const placed of parts) {
    if (placed.zone !== 'agenda') continue;
    if (placed.part.kind === 'heading') heading(placed.part, 'role' in placed ? placed.role : 'inside');
    else if (at.open) at.open.notes.push(...contentOf(placed.part));
    else if (placed.part.kind === 'table') table(placed.part);
    else text(placed.part);
  }
  return days.filter((day) => day.blocks.length > 0 || day.label !== null);

  function addDay(label: DayLabel | null, line: number): DayDraft {
    const day: DayDraft = { line, label, blocks: [] };
    days.push(day);
    return day;
  }

  /** A day that a column names in every row is one day. */
  function startDay(label: DayLabel, line: number): void {
    if (days.at(-1)?.label?.read !== label.read) addDay(label, line);
    report.read(line, label.read, 'day');
  }

  function addBlock(line: number): BlockDraft {
    const block: BlockDraft = { line, title: '', moderators: [], items: [] };
    (days.at(-1) ?? addDay(null, line)).blocks.push(block);
    return block;
  }

  function lastBlock(line: number): BlockDraft {
    return days.at(-1)?.blocks.at(-1) ?? addBlock(line);
  }

  function startBlock(line: number, title: string): void {
    const last = days.at(-1)?.blocks.at(-1);
    const block = last && last.items.length === 0 && last.title === '' ? last : addBlock(line);
    block.title = title;
  }

  function startModerators(nodes: readonly HtmlNode[], line: number): void {
    const { names, notes, rest } = namesOf(nodes);
    const last = days.at(-1)?.blocks.at(-1);
    const block = last && last.items.length === 0 && last.moderators.length === 0 ? last : addBlock(line);
    block.moderators = names;
    report.read(line, names.join(', '), 'moderator');
    for (const words of [...notes, ...rest]) {
      report.find('leftover', line, words, 'This stands beside a moderator and has no place in the meeting.');
    }
  }

  function addItem(item: ItemDraft, moderators: readonly string[] = []): void {
    items += 1;
    if (items > MOST_ITEMS) throw new TooComplex('more items than any agenda has');
    const block = lastBlock(item.line);
    if (moderators.length === 0 || block.moderators.join() === moderators.join()) block.items.push(item);
    else {
      const own = block.items.length === 0 && block.moderators.length === 0 ? block : addBlock(item.line);
      own.moderators = [...moderators];
      own.items.push(item);
    }
  }

  function heading(part: PageHeading, role: AgendaRole): void {
    if (role === 'inside') {
      at.open?.notes.push({
        type: 'element',
        tag: `h${part.level}`,
        attrs: {},
        children: part.nodes,
        line: part.line,
      });
      return;
    }
    at.open = null;
    switch (role) {
      case 'day': {
        const label = readDayLabel(part.text);
        addDay(label, part.line);
        report.read(part.line, label?.read ?? '', 'day');
        return;
      }
      case 'moderators': {
        const length = moderatorLabel(part.text);
        report.read(part.line, part.text.slice(0, length), 'moderator');
        startModerators(withoutHead(part.nodes, part.text.slice(0, length)), part.line);
        return;
      }
      case 'block':
        startBlock(part.line, part.text);
        return;
      case 'item':
        at.open = itemOf(part.nodes, [], part.line);
        addItem(at.open);
    }
  }

  function itemOf(nodes: readonly HtmlNode[], notes: readonly HtmlNode[], line: number): ItemDraft {
    const read = readItemLine(textOf(nodes), accepts);
    for (const words of read.read) report.read(line, words, 'item');
    const { start, end, duration, title, presenters, presenterNote } = read;
    const cancelled = read.cancelled || isStruck(nodes);
    const kind = isBreakLabel(title) ? 'break' : isCloseLabel(title) ? 'close' : 'topic';
    return {
      line,
      kind,
      title,
      start,
      end,
      duration,
      presenters,
      presenterNote,
      cancelled,
      notes: [...notes],
      prep: [],
      minutes: [],
    };
  }

  function table(part: PageTable): void {
    if (
      findHeader(part) === null &&
      (at.columns === null ||
        part.rows.some(
          (row) => row.cells.findLastIndex((cell) => cell.text !== '') >= (at.columns?.length ?? 0),
        ))
    ) {
      at.columns = guessAgendaColumns(part);
      at.heads = [];
      const message = 'This table has no column headings. Its columns were taken by what they hold.';
      report.find(
        'columns',
        part.line,
        part.rows[0]?.cells.map((cell) => cell.text).join(' | ') ?? '',
        message,
      );
    }
    for (const row of part.rows) {
      const read = classifyRow(row, at.columns ?? []);
      switch (read.kind) {
        case 'empty':
          break;
        case 'header':
          at.columns = withLengths(read.columns, part);
          at.heads = row.cells.map((cell) => cell.text);
          for (const head of at.heads) report.read(row.line, head, 'column heading');
          break;
        case 'day':
          addDay(read.label, row.line);
          report.read(row.line, read.label.read, 'day');
          break;
        case 'moderators':
          report.read(
            row.line,
            textOf(read.nodes).slice(0, read.label) || (row.cells[0]?.text ?? ''),
            'moderator',
          );
          startModerators(withoutHead(read.nodes, textOf(read.nodes).slice(0, read.label)), row.line);
          break;
        case 'block':
          startBlock(row.line, read.title);
          break;
        case 'item': {
          const columns = at.columns ?? [];
          const day = dayOfRow(row, columns);
          if (day) startDay(day.label, row.line);
          const context = { columns, heads: at.heads, report, accepts, day: day?.cell };
          const { item, moderators } = readItemRow(row, context);
          addItem(item, moderators);
        }
      }
    }
  }

  /** Lines between tables, or an agenda that is a list. */
  function text(part: PageText): void {
    const isAgendaList = part.nodes.some(isList);
    for (const { nodes, line } of linesWithin(part.nodes, part.line)) {
      const { first, rest } = firstLine(nodes);
      const moderator = moderatorLabel(first.text);
      const day = readDayLabel(first.text);
      if (moderator > 0 && rest.length === 0) {
        report.read(line, first.text.slice(0, moderator), 'moderator');
        startModerators(withoutHead(first.nodes, first.text.slice(0, moderator)), line);
      } else if (day && rest.length === 0) {
        addDay(day, line);
        report.read(line, day.read, 'day');
      } else if (first.text !== '' && (isAgendaList || readTime(first.text))) {
        addItem(itemOf(first.nodes, rest, line));
      } else {
        report.find(
          'leftover',
          line,
          textOf(nodes),
          'This line of the agenda is no item, day or moderator. It was not imported.',
        );
      }
    }
  }
}
