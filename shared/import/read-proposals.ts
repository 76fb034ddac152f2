// Proposed topics: a table with who asked for them and for how long, or a list. Their state is said by the page (a column, a
// struck title) or follows from an item with the same title.

import { parseEstimate } from '../domain/estimate.ts';
import type { ItemId, PersonId, ProposalId } from '../domain/ids.ts';
import type { ProposalState, RecordProposal } from '../domain/meeting.ts';
import { EMPTY_RICH_DOC } from '../domain/rich-text.ts';
import type { TextContext } from './action-node.ts';
import { paragraphNode, textNode } from './agenda-draft.ts';
import { cleanText } from './clean-text.ts';
import { type Columns, findHeader, headerOf } from './columns.ts';
import { firstLine, isStruck } from './first-line.ts';
import { textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { readItemLine } from './item-line.ts';
import { linesWithin } from './label-lines.ts';
import { namesOf } from './names.ts';
import type { PageCell, PageRow } from './page.ts';
import type { Placed } from './placed-part.ts';
import { richDoc } from './rich-blocks.ts';
import type { Column } from './vocabulary.ts';

const DEFAULT: Columns = ['topic', 'requester', 'duration', 'notes'];
const STATES: readonly (readonly [ProposalState, RegExp])[] = [
  [
    'declined',
    /^(?:declined|rejected|refused|withdrawn|dropped|no longer (?:needed|necessary)|not (?:accepted|scheduled))\b[\s:,;–—-]*/i,
  ],
  ['merged', /^(?:merged|folded|combined)\b(?:\s+(?:into|with)\b)?[\s:,;–—-]*/i],
  ['scheduled', /^(?:scheduled|accepted|planned|on the agenda|agreed|yes)\b[\s:,;–—-]*/i],
  ['open', /^(?:open|new|pending|waiting|tb[acd]|undecided)\b[\s:,;–—-]*/i],
];

export interface KnownItem {
  readonly id: ItemId;
  readonly title: string;
}

export function readProposals(
  parts: readonly Placed[],
  items: readonly KnownItem[],
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
  items: readonly KnownItem[],
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
  return finished(
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
  items: readonly KnownItem[],
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
      finished(
        { ...draft, struck: isStruck(first.nodes), body: [...rest], line: entry.line },
        items,
        context,
      ),
    ];
  });
}

interface ProposalDraft {
  readonly title: string;
  readonly names: readonly string[];
  readonly notes: readonly string[];
  readonly estimate: string;
  readonly state: string;
  readonly struck: boolean;
  readonly body: readonly HtmlNode[];
  readonly line: number;
}

function finished(draft: ProposalDraft, items: readonly KnownItem[], context: TextContext): RecordProposal {
  const { line } = draft;
  const { report } = context;
  const same = items.find((item) => titleKey(item.title) === titleKey(draft.title)) ?? null;
  const [written, pattern] = STATES.find(([, words]) => words.test(draft.state)) ?? [null, null];
  const words = pattern ? draft.state.replace(pattern, '').replace(/^\(|\)$/g, '') : draft.state;
  const named = items.find((item) => titleKey(item.title) === titleKey(words)) ?? same;
  const body = [...draft.body];
  let state: ProposalState = written ?? (draft.struck ? 'declined' : same ? 'scheduled' : 'open');
  if ((state === 'scheduled' || state === 'merged') && named === null) {
    report.find(
      'proposal',
      line,
      draft.state,
      `This proposal is ${state} by the page, but no agenda item has its title. Kept as open.`,
    );
    state = 'open';
  }
  if (written !== null) report.read(line, draft.state, 'state');
  if (written === null && state === 'scheduled') {
    report.find(
      'proposal',
      line,
      draft.title,
      'An agenda item has the same title, so this proposal counts as scheduled.',
    );
  }
  let reason = '';
  if (state === 'declined') {
    reason = words;
    const text = textOf(body);
    if (reason === '' && text.length <= 300 && text !== '') {
      reason = text;
      body.length = 0;
    }
  } else if (words !== '' && named?.title !== words) body.push(paragraphNode([textNode(words)], line));
  if (state === 'open') {
    suggestItem(draft, items, report);
    const doubt = /\b(?:no longer (?:necessary|needed|required)|withdrawn|obsolete)\b/i.exec(
      textOf(body),
    )?.[0];
    if (doubt !== undefined) {
      const message = 'The notes say that this proposal is not needed any more. Kept as open.';
      report.find('proposal', line, doubt, message, 'declined');
    }
  }
  const nodes = cleanText(body, line, report).nodes;
  return {
    id: context.newId() as ProposalId,
    title: draft.title,
    requestedBy: draft.names.map((name): PersonId => context.people.name(name, line, 'The requester')),
    requestNote: draft.notes.join('; '),
    estimate: draft.estimate,
    state,
    reason,
    item: state === 'scheduled' || state === 'merged' ? (named?.id ?? null) : null,
    notes: nodes.length === 0 ? EMPTY_RICH_DOC : richDoc(nodes, line, context),
  };
}

function suggestItem(draft: ProposalDraft, items: readonly KnownItem[], report: TextContext['report']): void {
  const own = wordsOf(draft.title);
  const near = items.filter((item) => {
    const other = wordsOf(item.title);
    const shared = [...own].filter((word) => other.has(word)).length;
    return shared >= 2 && shared * 3 >= Math.min(own.size, other.size) * 2;
  });
  if (near.length !== 1 || near[0] === undefined) return;
  report.find(
    'proposal',
    draft.line,
    draft.title,
    'An agenda item has a similar title. Kept as open.',
    near[0].title,
  );
}

function wordsOf(title: string): Set<string> {
  const short = new Set('the and for with from that this what how are our its into'.split(' '));
  return new Set(
    titleKey(title)
      .split(' ')
      .filter((word) => word.length > 2 && !short.has(word)),
  );
}

export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
