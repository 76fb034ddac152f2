// Action items and decisions that a page keeps in sections of their own, apart from the agenda. The record holds them inside
// texts, so they come into an item named like their section; those that repeat what an item has already are left out.

import type { ItemId } from '../domain/ids.ts';
import type { Day, RecordItem } from '../domain/meeting.ts';
import { plainText } from '../domain/registers.ts';
import { EMPTY_RICH_DOC, type RichBlock } from '../domain/rich-text.ts';
import type { TextContext } from './action-node.ts';
import { paragraphNode, textNode } from './agenda-draft.ts';
import { OPEN_MARK } from './clean-nodes.ts';
import { cleanText } from './clean-text.ts';
import { type Columns, findHeader, headerOf } from './columns.ts';
import { isElement, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { linesWithin } from './label-lines.ts';
import type { PageRow, PageTable } from './page.ts';
import type { Placed } from './placed-part.ts';
import { richBlocks } from './rich-blocks.ts';
import { markerOf } from './text-markers.ts';
import { titleKey } from './title-key.ts';
import type { Column } from './vocabulary.ts';

const DERIVED =
  /^(?:looking good, no incomplete tasks|no incomplete tasks|there are no (?:incomplete )?tasks|task report)\b.{0,40}$/i;

export function readOutcomes(
  parts: readonly Placed[],
  days: readonly Day<RecordItem>[],
  context: TextContext,
): RecordItem[] {
  const known = new Set(
    days.flatMap((day) => day.blocks.flatMap((block) => block.items.flatMap(outcomesOf))),
  );
  return (['decisions', 'actions'] as const).flatMap((zone) => {
    const own = parts.filter((placed) => placed.zone === zone && 'under' in placed);
    const nodes = own.flatMap((placed) => ('under' in placed ? outcomeNodes(placed, context) : []));
    const [first] = own;
    if (nodes.length === 0 || first === undefined) return [];
    const line = first.part.line;
    const blocks = richBlocks(cleanText(nodes, line, context.report).nodes, line, context).filter((block) => {
      const isKnown = known.has(outcomeKey(block) ?? '');
      if (isKnown) context.report.read(line, plainText([block]), 'repeated outcome');
      return !isKnown;
    });
    if (blocks.length === 0) return [];
    const title = zone === 'actions' ? 'Action items' : 'Decisions';
    const message = `The page keeps these apart from its agenda. They were put into an item of their own, “${title}”.`;
    context.report.find('action', line, title, message);
    return [outcomeItem(title, blocks, context)];
  });
}

function outcomeItem(title: string, blocks: readonly RichBlock[], context: TextContext): RecordItem {
  return {
    id: context.newId() as ItemId,
    kind: 'topic',
    title,
    presenters: [],
    presenterNote: '',
    start: null,
    duration: '',
    cancelled: null,
    tickets: [],
    slots: [],
    prep: EMPTY_RICH_DOC,
    minutes: { type: 'doc', content: blocks },
  };
}

function outcomesOf(item: RecordItem): string[] {
  const keys = (blocks: readonly RichBlock[]): string[] =>
    blocks.flatMap((block) => {
      if (block.type === 'bulletList' || block.type === 'orderedList') {
        return block.content.flatMap((entry) => keys(entry.content));
      }
      return outcomeKey(block) ?? [];
    });
  return [...keys(item.prep.content), ...keys(item.minutes.content)];
}

function outcomeKey(block: RichBlock): string | null {
  if (block.type === 'decision') return titleKey(plainText([block]));
  return block.type === 'actionItem' ? titleKey(plainText(block.content.slice(0, 1))) : null;
}

/** Lines of these sections are outcomes even without a tick or label. */
function outcomeNodes(placed: Extract<Placed, { under: string }>, context: TextContext): HtmlNode[] {
  const { part, zone } = placed;
  const mark = zone === 'actions' ? `${OPEN_MARK} ` : 'Decision: ';
  if (part.kind === 'table') return tableNodes(part, mark, context);
  const whole = textOf(part.nodes);
  if (DERIVED.test(whole)) {
    context.report.find(
      'furniture',
      part.line,
      whole,
      'A report that the wiki made of its tasks. Quorum makes its own.',
    );
    return [];
  }
  return linesWithin(part.nodes, part.line).map(({ nodes, line }) => {
    const hasMark = markerOf(textOf(nodes)) !== null || nodes.some((node) => isElement(node, 'input'));
    const tag = { type: 'element', tag: 'li', attrs: {}, line } as const;
    return {
      type: 'element',
      tag: 'ul',
      attrs: {},
      line,
      children: [{ ...tag, children: hasMark ? nodes : [textNode(mark), ...nodes] }],
    };
  });
}

function tableNodes(table: PageTable, mark: string, context: TextContext): HtmlNode[] {
  const header = findHeader(table);
  return table.rows.flatMap((row): HtmlNode[] => {
    if (row.cells.every((cell) => cell.text === '')) return [];
    if (headerOf(row)) {
      for (const cell of row.cells) context.report.read(row.line, cell.text, 'column heading');
      return [];
    }
    return [paragraphNode(rowNodes(row, header, mark, context), row.line)];
  });
}

/** A row as the line it would be in a text: tick, names, text, date, remarks. */
function rowNodes(row: PageRow, header: Columns | null, mark: string, context: TextContext): HtmlNode[] {
  const at = (column: Column): number => header?.indexOf(column) ?? -1;
  const text = at('action') >= 0 ? at('action') : at('topic') >= 0 ? at('topic') : at('number') === 0 ? 1 : 0;
  const who = at('assignee') >= 0 ? at('assignee') : at('presenter') >= 0 ? at('presenter') : at('name');
  const [due, state] = [at('due') >= 0 ? at('due') : at('date'), at('state')];
  const cell = (i: number): string => row.cells[i]?.text ?? '';
  const isDone = /^(?:done|complete[d]?|closed|finished|yes|x|[✓✔☑])/i.test(cell(state));
  if (state >= 0) context.report.read(row.line, cell(state), 'state');
  if (at('number') >= 0) context.report.read(row.line, cell(at('number')), 'number');
  const used = [text, who, due, state, at('number')];
  const others = row.cells.filter((one, i) => !used.includes(i) && one.text !== '');
  const hasMark =
    markerOf(cell(text)) !== null || row.cells[text]?.nodes.some((node) => isElement(node, 'input'));
  return [
    textNode(hasMark ? '' : isDone && mark.startsWith(OPEN_MARK) ? '☑ ' : mark),
    textNode(cell(who) === '' ? '' : `${cell(who)} — `),
    ...(row.cells[text]?.nodes ?? []),
    textNode(cell(due) === '' ? '' : ` (due ${cell(due)})`),
    textNode(others.length === 0 ? '' : ` ${others.map((one) => one.text).join('; ')}`),
  ].filter((node) => node.type === 'element' || node.text !== '');
}
