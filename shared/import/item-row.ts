// The agenda item in one row of a table. What a cell holds beyond its column's meaning goes into the preparation notes, so
// that it is not lost.

import { parseEstimate } from '../domain/estimate.ts';
import { type ItemDraft, paragraphNode, textNode } from './agenda-draft.ts';
import type { Columns } from './columns.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { firstLine, isStruck, splitStruck } from './first-line.ts';
import { textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { readItemLine, readTitle } from './item-line.ts';
import { linesWithin } from './label-lines.ts';
import { namesOf } from './names.ts';
import type { PageCell, PageRow } from './page.ts';
import { markerOf } from './text-markers.ts';
import { readTime, type WrittenTime } from './times.ts';
import { type Column, isBreakLabel, isCloseLabel } from './vocabulary.ts';

export interface RowContext {
  readonly columns: Columns;
  /** Words of the column headings. */
  readonly heads: readonly string[];
  readonly report: ReportDraft;
  accepts(name: string): boolean;
  /** The cell that names the day. */
  readonly day: PageCell | undefined;
}

const OUTCOMES = new Set<Column>(['minutes', 'actions', 'decisions']);

export interface ItemRow {
  readonly item: ItemDraft;
  /** Of a column for moderators. */
  readonly moderators: readonly string[];
}

export function readItemRow(row: PageRow, context: RowContext): ItemRow {
  const { report } = context;
  const cellOf = (column: Column): PageCell | undefined => row.cells[context.columns.indexOf(column)];
  const kept: HtmlNode[] = [];
  const label = row.cells.find((cell) => isBreakLabel(cell.text) || isCloseLabel(cell.text));
  const topic = label ?? cellOf('topic') ?? row.cells.find((_, i) => context.columns[i] === null);
  const people = [cellOf('presenter'), cellOf('requester')].filter(
    (cell) => cell !== undefined && cell !== topic,
  );
  const when = readWhen(row, context, topic, kept);
  const { first, rest } = firstLine(topic?.nodes ?? []);
  const named = people.flatMap((cell) => (cell ? [namesOf(cell.nodes)] : []));
  const names = named.flatMap((found) => found.names);
  // With a column for presenters, dashes and parentheses of the title are its own.
  const hasColumn = people.length > 0;
  const struck = splitStruck(first.nodes);
  const written = struck?.struck ?? first.text;
  const title = hasColumn ? readTitle(written) : readItemLine(written, context.accepts);
  for (const words of title.read) report.read(row.line, words, 'item');
  report.read(row.line, names.join(', '), 'presenter');
  const presenters = hasColumn ? names : title.presenters;
  const moderatorCell = cellOf('moderator');
  const moderators = namesOf(moderatorCell?.nodes ?? []);
  report.read(row.line, moderators.names.join(', '), 'moderator');
  const note = [
    ...[...named, moderators].flatMap((found) => [...found.notes, ...found.rest]),
    hasColumn ? '' : title.presenterNote,
  ];
  return {
    item: {
      line: row.line,
      kind: label === undefined ? 'topic' : isBreakLabel(label.text) ? 'break' : 'close',
      title: title.title,
      start: when.time?.start ?? title.start,
      end: when.end ?? when.time?.end ?? title.end,
      duration: when.duration || title.duration,
      presenters,
      presenterNote: note.filter((text) => text !== '').join('; '),
      cancelled: struck !== null || isStruck(first.nodes) || title.cancelled,
      notes: [
        ...(struck ? [paragraphNode([textNode(struck.rest)], row.line)] : []),
        ...rest,
        ...nodesOf(row, context, topic, (role) => role === 'notes'),
      ],
      prep: [
        ...kept,
        ...otherCells(row, context, [topic, context.day, moderatorCell, ...people, ...when.cells]),
      ],
      minutes: nodesOf(row, context, topic, (role) => OUTCOMES.has(role)),
    },
    moderators: moderators.names,
  };
}

interface When {
  readonly time: WrittenTime | null;
  readonly end: WrittenTime['end'];
  readonly duration: string;
  /** The cells that were read for it. */
  readonly cells: readonly (PageCell | undefined)[];
}

function readWhen(row: PageRow, context: RowContext, topic: PageCell | undefined, kept: HtmlNode[]): When {
  const { report, columns } = context;
  const cellOf = (column: Column): PageCell | undefined => {
    const cell = row.cells[columns.indexOf(column)];
    return cell === topic || cell?.text === '' ? undefined : cell;
  };
  const [timeCell, endCell, durationCell] = [cellOf('time'), cellOf('end'), cellOf('duration')];
  const time = readTime(timeCell?.text ?? '');
  let duration = '';
  if (durationCell) {
    duration = durationCell.text;
    if (!parseEstimate(duration)) {
      report.find(
        'duration',
        row.line,
        duration,
        'This length was not understood. It is kept as written and counts as none.',
      );
    }
  }
  if (time) {
    report.read(row.line, time.text, 'start');
    const rest = time.rest.replace(/^[\s(–—-]+|[\s)]+$/g, '');
    if (duration === '' && parseEstimate(rest)) duration = rest;
    else if (rest !== '') kept.push(paragraphNode([textNode(`Time: ${time.rest}`)], row.line));
  } else if (timeCell) {
    // "Time" may head a column of lengths.
    if (duration === '' && /[a-z]/i.test(timeCell.text) && parseEstimate(timeCell.text))
      duration = timeCell.text;
    else {
      kept.push(paragraphNode([textNode(`Time: ${timeCell.text}`)], row.line));
      report.find(
        'time',
        row.line,
        timeCell.text,
        'This time was not understood. It is kept in the preparation notes and no start is set.',
      );
    }
  }
  const end = readTime(endCell?.text ?? '');
  if (end) report.read(row.line, end.text, 'end');
  if (endCell && end?.rest !== '')
    kept.push(paragraphNode([textNode(`End: ${end?.rest ?? endCell.text}`)], row.line));
  return { time, end: end?.start ?? null, duration, cells: [timeCell, endCell, durationCell] };
}

function nodesOf(
  row: PageRow,
  context: RowContext,
  topic: PageCell | undefined,
  test: (role: Column) => boolean,
): HtmlNode[] {
  return row.cells.flatMap((cell, i) => {
    const role = context.columns[i] ?? null;
    if (role === null || cell === topic || cell.text === '' || !test(role)) return [];
    // Lines of a column of actions or decisions are such, even without a tick or label.
    const label = role === 'actions' ? 'Action: ' : role === 'decisions' ? 'Decision: ' : '';
    return label === '' ? [...cell.nodes] : labelledLines(cell, label);
  });
}

function labelledLines(cell: PageCell, label: string): HtmlNode[] {
  return linesWithin(cell.nodes, cell.line).map(({ nodes }) =>
    paragraphNode(markerOf(textOf(nodes)) ? nodes : [textNode(label), ...nodes], cell.line),
  );
}

/** Cells that nothing was read from, each under its heading. */
function otherCells(row: PageRow, context: RowContext, used: readonly (PageCell | undefined)[]): HtmlNode[] {
  return row.cells.flatMap((cell, i) => {
    const role = context.columns[i] ?? null;
    if (cell.text === '' || used.includes(cell)) return [];
    if (role === 'notes' || (role !== null && OUTCOMES.has(role))) return [];
    if (role === 'number' && cell.text.length <= 12) {
      context.report.read(row.line, cell.text, 'number');
      return [];
    }
    const head = context.heads[i] ?? '';
    return [paragraphNode(head === '' ? cell.nodes : [textNode(`${head}: `), ...cell.nodes], cell.line)];
  });
}
