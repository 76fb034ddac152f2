// Ways to join, the place and the policy on slides, one entry a line or column of the page.

import type { JoinWayId, NewId } from '../domain/ids.ts';
import type { JoinWay, JoinWayKind } from '../domain/meeting.ts';
import { cleanNodes, stripNumber } from './clean-nodes.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isElement, linesOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { linesWithin } from './label-lines.ts';
import type { PageTable } from './page.ts';
import type { Placed } from './placed-part.ts';
import type { Zone } from './vocabulary.ts';

const ZONES: readonly Zone[] = ['logistics', 'place', 'join', 'slides'];

const KINDS: readonly (readonly [JoinWayKind, RegExp])[] = [
  ['slides', /\bslides?\b|\bpresentation materials?\b/i],
  ['phone', /\bphone\b|\bdial[- ]?in\b|\btelephone\b|\bcall[- ]?in\b|\bby call\b/i],
  ['room', /\broom system\b|\bconference room system\b|\bh\.?323\b|\bsip\b|\bvideo system\b|\bvideo room\b/i],
  [
    'link',
    /\bbrowser\b|\blink\b|\bvideo\b|\bonline\b|\bzoom\b|\bteams\b|\bmeet\b|\bwebex\b|\bbluejeans\b|\bjitsi\b|\burl\b|\bweb\b/i,
  ],
  ['place', /\bplace\b|\blocation\b|\bvenue\b|\broom\b|\baddress\b|\bon[- ]site\b|\bin person\b|\bwhere\b/i],
];

export function readLogistics(parts: readonly Placed[], newId: NewId, report: ReportDraft): JoinWay[] {
  const ways: JoinWay[] = [];
  for (const placed of parts) {
    if (!('under' in placed) || !ZONES.includes(placed.zone)) continue;
    const { part, under, zone } = placed;
    if (part.kind === 'table') ways.push(...tableWays(part, newId, report));
    else {
      for (const { nodes, line } of linesWithin(part.nodes, part.line)) {
        const lines = visibleLines(nodes, line, report);
        if (lines.length > 0) ways.push(lineWay(lines, under, zone, newId));
      }
    }
  }
  return ways;
}

/** "Phone: +1 555 0142" has its own label, other lines have that of their section. */
function lineWay(lines: readonly string[], under: string, zone: Zone, newId: NewId): JoinWay {
  const [first = '', ...details] = lines;
  const labelled = /^([\p{L}][\p{L}\p{N} /()-]{1,30}):\s+(.+)$/u.exec(first);
  const own = labelled && kindOf(labelled[1] ?? '') !== null ? labelled : null;
  const label = own?.[1] ?? (zone === 'logistics' && under === '' ? '' : under);
  const value = own?.[2] ?? first;
  return way(kindFor(zone, label, value), label, value, details, newId);
}

function kindFor(zone: Zone, label: string, value: string): JoinWayKind {
  if (zone === 'slides') return zone;
  if (/^https?:\/\/\S+$/.test(value)) return 'link';
  if (zone === 'place') return zone;
  return kindOf(label) ?? (/^\+?[\d ()-]{7,}$/.test(value) ? 'phone' : 'other');
}

function kindOf(label: string): JoinWayKind | null {
  return KINDS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** Either a column a way (heads above), or a row a way (label first). */
function tableWays(table: PageTable, newId: NewId, report: ReportDraft): JoinWay[] {
  const [head, ...body] = table.rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
  if (head === undefined) return [];
  const known = head.cells.filter((cell) => kindOf(cell.text) !== null || cell.head).length;
  const isColumns =
    body.length > 0 &&
    head.cells.length > 1 &&
    known * 2 > head.cells.length &&
    head.cells.every((cell) => cell.text.length <= 40);
  if (!isColumns) {
    return [head, ...body].flatMap((row) => {
      const [label = '', ...lines] = row.cells.flatMap((cell) => visibleLines(cell.nodes, cell.line, report));
      const [value = '', ...details] = lines.length > 0 ? lines : [label];
      return label === ''
        ? []
        : [way(kindFor('join', label, value), lines.length > 0 ? label : '', value, details, newId)];
    });
  }
  return head.cells.flatMap((cell, i) => {
    const lines = body.flatMap((row) => visibleLines(row.cells[i]?.nodes ?? [], row.line, report));
    const kind = kindOf(cell.text) ?? 'other';
    // A phone entry is known by its number, not by the words above it.
    const at =
      kind === 'phone'
        ? Math.max(
            0,
            lines.findIndex((line) => /^\+?\d[\d ()-]{5,}/.test(line)),
          )
        : 0;
    const value = lines[at] ?? '';
    const details = lines.filter((_, k) => k !== at);
    return cell.text === '' && value === '' ? [] : [way(kind, cell.text, value, details, newId)];
  });
}

function way(
  kind: JoinWayKind,
  label: string,
  value: string,
  details: readonly string[],
  newId: NewId,
): JoinWay {
  return { id: newId() as JoinWayId, kind, label, value, details: details.join('\n') };
}

/** Lines without bullets and numbers that a page wrote into its items; a link whose words hide its target shows both. */
function visibleLines(nodes: readonly HtmlNode[], line: number, report: ReportDraft): string[] {
  const shown = cleanNodes(nodes, line).nodes.map(withTarget);
  return linesOf(shown).map((text) => {
    const bare = nodes.some((node) => isElement(node, 'ol')) ? stripNumber(text) : text;
    if (bare !== text) report.read(line, text.slice(0, text.length - bare.length), 'number');
    return bare;
  });
}

function withTarget(node: HtmlNode): HtmlNode {
  if (node.type === 'text') return node;
  const href = node.attrs.href ?? '';
  const text = linesOf([node]).join(' ');
  if (
    node.tag === 'a' &&
    /^(?:https?:\/\/|tel:|mailto:)/.test(href) &&
    !text.includes(href.replace(/^\w+:(?:\/\/)?/, '').replace(/\/$/, ''))
  ) {
    return { ...node, children: [...node.children, { type: 'text', text: ` ${href}` }] };
  }
  return { ...node, children: node.children.map(withTarget) };
}
