// Proposed topics: a table with who asked for them and for how long, or a list.

import { parseEstimate } from '../domain/estimate.ts';
import type { RecordProposal } from '../domain/meeting.ts';
import type { TextContext } from './action-node.ts';
import { paragraphNode, textNode } from './agenda-draft.ts';
import { type Columns, findHeader, headerOf } from './columns.ts';
import { finishProposal, type KnownItems } from './finish-proposal.ts';
import { firstLine, isStruck } from './first-line.ts';
import { textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { readItemLine } from './item-line.ts';
import { linesWithin } from './label-lines.ts';
import { namesOf } from './names.ts';
import type { PageCell, PageRow } from './page.ts';
import type { Placed } from './placed-part.ts';
import type { Column } from './vocabulary.ts';

const DEFAULT: Columns = ['topic', 'requester', 'duration', 'notes'];
export function readProposals(
  parts: readonly Placed[],
  items: KnownItems,
  context: TextContext,
): RecordProposal[] {
  const found: RecordProposal[] = [];
  let columns: Columns = DEFAULT;
  let heads: readonly string[] = [];
  for (const placed of parts) {
    if (placed.zone !== 'proposals') continue;
    const { part } = placed;
    if (part.kind === 'text') {
      found.push(...listed(part.nodes, part.line, items, context));
      continue;
    }
    columns = findHeader(part) ?? columns;
    for (const row of part.rows) {
      if (row.cells.every((cell) => cell.text === '')) continue;
      if (headerOf(row)) {
        heads = row.cells.map((cell) => cell.text);
        for (const head of heads) context.report.read(row.line, head, 'column heading');
      } else found.push(proposalOf(row, columns, heads, items, context));
    }
  }
  return found;
}

function proposalOf(
  row: PageRow,
  columns: Columns,
  heads: readonly string[],
  items: KnownItems,
  context: TextContext,
): RecordProposal {
  const { report } = context;
  const at = (column: Column): PageCell | undefined => row.cells[columns.indexOf(column)];
  const { first, rest } = firstLine((at('topic') ?? row.cells[0])?.nodes ?? []);
  const askers = at('requester') ?? at('presenter') ?? at('name');
  const { names, notes, rest: others } = namesOf(askers?.nodes ?? []);
  report.read(row.line, names.join(', '), 'requester');
  const estimate = (at('duration') ?? at('time'))?.text ?? '';
  if (estimate !== '' && !parseEstimate(estimate)) {
    report.find(
      'duration',
      row.line,
      estimate,
      'This length was not understood. It is kept as written and counts as none.',
    );
  }
  const used = new Set<Column | null>(['topic', 'requester', 'duration', 'time', 'notes', 'state', 'number']);
  if (askers === at('presenter')) used.add('presenter');
  if (askers === at('name')) used.add('name');
  const body: HtmlNode[] = [...rest, ...(at('notes')?.nodes ?? [])];
  row.cells.forEach((cell, i) => {
    const role = columns[i] ?? null;
    if (role === 'number') report.read(row.line, cell.text, 'number');
    if (cell.text === '' || (role !== null && used.has(role)) || cell === (at('topic') ?? row.cells[0]))
      return;
    body.push(paragraphNode([...(heads[i] ? [textNode(`${heads[i]}: `)] : []), ...cell.nodes], cell.line));
  });
  const state = at('state')?.text ?? '';
  return finishProposal(
    {
      title: first.text,
      names,
      notes: [...notes, ...others],
      estimate,
      state,
      struck: isStruck(first.nodes),
      body,
      line: row.line,
    },
    items,
    context,
  );
}

/** A plain list of topics: "Search index (Jonas Lindqvist, 30 min)". */
function listed(
  nodes: readonly HtmlNode[],
  line: number,
  items: KnownItems,
  context: TextContext,
): RecordProposal[] {
  return linesWithin(nodes, line).flatMap((entry) => {
    const { first, rest } = firstLine(entry.nodes);
    // The line above a table that says what the table is.
    if (/^(?:suggested|proposed|requested|possible)\b.{0,40}(?:topics|items)\b.{0,30}$/i.test(first.text)) {
      context.report.read(entry.line, first.text, 'section');
      return rest.length === 0 ? [] : listed(rest, entry.line, items, context);
    }
    const isItem = nodes.length === 1 && textOf(nodes) !== textOf(entry.nodes) && first.text.length <= 200;
    if (!isItem) {
      context.report.find(
        'leftover',
        entry.line,
        textOf(entry.nodes),
        'This line among the proposals is no proposal. It was not imported.',
      );
      return [];
    }
    const read = readItemLine(first.text, (name) => name.includes(' '));
    for (const words of read.read) context.report.read(entry.line, words, 'proposal');
    context.report.read(entry.line, read.presenters.join(', '), 'requester');
    const { title, presenters, duration, presenterNote } = read;
    const draft = {
      title,
      names: presenters,
      notes: presenterNote === '' ? [] : [presenterNote],
      estimate: duration,
      state: '',
    };
    return [
      finishProposal(
        { ...draft, struck: isStruck(first.nodes), body: [...rest], line: entry.line },
        items,
        context,
      ),
    ];
  });
}
