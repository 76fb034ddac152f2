// Lines and rows that name what they are about: "Location: Room B2", or a table whose first column is such labels.

import type { ReportDraft } from './fidelity-report.ts';
import { isElement, isList, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import type { PageTable, PageText } from './page.ts';
import { type Placed, placedText } from './placed-part.ts';
import { type Zone, zoneOf } from './vocabulary.ts';

/** Sections whose lines are never labels of other sections. */
const CLOSED: readonly Zone[] = [
  'agenda',
  'attendees',
  'apologies',
  'guests',
  'proposals',
  'attachments',
  'actions',
  'decisions',
  'next',
  'join',
  'slides',
];
const LABEL = /^([^:\n]{2,40}):\s*/;

/** The lines of a text that begin with a label, each in its section; `null` when none does. */
export function placeLabelledLines(part: PageText, zone: Zone | null, report: ReportDraft): Placed[] | null {
  if (zone !== null && CLOSED.includes(zone)) return null;
  const lines = linesWithin(part.nodes, part.line);
  const labels = lines.map(({ nodes }) => labelOf(nodes));
  if (labels.every((label) => label === null)) return null;
  return lines.map(({ nodes, line }, i): Placed => {
    const label = labels[i] ?? null;
    if (label === null) return placedText(zone ?? 'other', '', { kind: 'text', line, nodes });
    report.read(line, label.text, 'label');
    return placedText(label.zone, label.name, {
      kind: 'text',
      line,
      nodes: withoutHead(nodes, label.text),
    });
  });
}

export function placeLabelTable(table: PageTable, report: ReportDraft): Placed[] {
  return table.rows.flatMap((row): Placed[] => {
    const [label, value] = row.cells;
    if (label === undefined || label.text === '') {
      return value && value.text !== ''
        ? [placedText('other', '', { kind: 'text', line: row.line, nodes: value.nodes })]
        : [];
    }
    const zone = zoneOf(label.text);
    if (zone === null) {
      const nodes = row.cells.flatMap((cell): HtmlNode[] => [...cell.nodes, { type: 'text', text: ' ' }]);
      return [placedText('other', label.text, { kind: 'text', line: row.line, nodes })];
    }
    report.read(row.line, label.text, 'label');
    return [placedText(zone, label.text, { kind: 'text', line: row.line, nodes: value?.nodes ?? [] })];
  });
}

function labelOf(nodes: readonly HtmlNode[]): { text: string; name: string; zone: Zone } | null {
  const text = textOf(nodes);
  const match = LABEL.exec(text);
  const zone = match ? zoneOf(match[1] ?? '') : null;
  return match && zone !== null ? { text: match[0], name: match[1] ?? '', zone } : null;
}

export interface NodeLine {
  readonly nodes: readonly HtmlNode[];
  readonly line: number;
  /** True for an item of a list. */
  readonly listed: boolean;
}

/** One entry a line: paragraphs and items are lines, `<br>` ends one; lists nested in an item stay with it. */
export function linesWithin(nodes: readonly HtmlNode[], line: number): NodeLine[] {
  const lines: NodeLine[] = [];
  let run: HtmlNode[] = [];
  let at = line;
  const flush = (): void => {
    if (textOf(run) !== '') lines.push({ nodes: run, line: at, listed: false });
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node)) at = node.line;
    if (isElement(node, 'br')) flush();
    else if (isList(node)) {
      flush();
      for (const item of node.children) {
        if (isElement(item)) lines.push({ nodes: item.children, line: item.line, listed: true });
        else if (textOf([item]) !== '') lines.push({ nodes: [item], line: node.line, listed: true });
      }
    } else if (isElement(node, 'p', 'div', 'section', 'dl', 'dt', 'dd', 'blockquote')) {
      flush();
      lines.push(...linesWithin(node.children, node.line));
    } else run.push(node);
  }
  flush();
  return lines;
}

/** Cuts the words `head` off the front, wherever tags and spaces divide them. */
export function withoutHead(nodes: readonly HtmlNode[], head: string): HtmlNode[] {
  let left = head.replace(/\s/g, '').length;
  const cut = (node: HtmlNode): HtmlNode[] => {
    if (left <= 0) return [node];
    if (node.type === 'element') {
      const children = node.children.flatMap(cut);
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    let at = 0;
    for (; at < node.text.length && left > 0; at += 1) if (/\S/.test(node.text.charAt(at))) left -= 1;
    const rest = node.text.slice(at);
    return rest === '' ? [] : [{ type: 'text', text: rest }];
  };
  return nodes.flatMap(cut);
}
