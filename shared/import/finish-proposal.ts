// The state of a proposal: said by the page (a column, a struck title) or followed from an item with the same title; what is only
// likely is a suggestion. Makes the record of it.

import type { ItemId, PersonId, ProposalId } from '../domain/ids.ts';
import type { ProposalState, RecordProposal } from '../domain/meeting.ts';
import { EMPTY_RICH_DOC } from '../domain/rich-text.ts';
import type { TextContext } from './action-node.ts';
import { paragraphNode, textNode } from './agenda-draft.ts';
import { cleanText } from './clean-text.ts';
import { textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { richDoc } from './rich-blocks.ts';
import { titleKey } from './title-key.ts';

const STATES: readonly (readonly [ProposalState, RegExp])[] = [
  [
    'declined',
    /^(?:declined|rejected|refused|withdrawn|dropped|no longer (?:needed|necessary)|not (?:accepted|scheduled))\b[\s:,;–—-]*/i,
  ],
  ['merged', /^(?:merged|folded|combined)\b(?:\s+(?:into|with)\b)?[\s:,;–—-]*/i],
  ['scheduled', /^(?:scheduled|accepted|planned|on the agenda|agreed|yes)\b[\s:,;–—-]*/i],
  ['open', /^(?:open|new|pending|waiting|tb[acd]|undecided)\b[\s:,;–—-]*/i],
];

/** Items of the agenda, and the first of each title. */
export interface KnownItems {
  readonly items: readonly KnownItem[];
  readonly byTitle: ReadonlyMap<string, KnownItem>;
}

export function knownItems(items: readonly KnownItem[]): KnownItems {
  const byTitle = new Map<string, KnownItem>();
  for (const item of items) {
    const key = titleKey(item.title);
    if (key !== '' && !byTitle.has(key)) byTitle.set(key, item);
  }
  return { items, byTitle };
}

/** Comparing every title with every other takes too long on more; no meeting has them. */
const MOST_COMPARED = 500;

export interface KnownItem {
  readonly id: ItemId;
  readonly title: string;
}

/** A proposal as it stands on the page. */
export interface ProposalDraft {
  readonly title: string;
  readonly names: readonly string[];
  readonly notes: readonly string[];
  readonly estimate: string;
  readonly state: string;
  readonly struck: boolean;
  readonly body: readonly HtmlNode[];
  readonly line: number;
}

export function finishProposal(
  draft: ProposalDraft,
  known: KnownItems,
  context: TextContext,
): RecordProposal {
  const { line } = draft;
  const { report } = context;
  const same = known.byTitle.get(titleKey(draft.title)) ?? null;
  const [written, pattern] = STATES.find(([, words]) => words.test(draft.state)) ?? [null, null];
  const words = pattern ? draft.state.replace(pattern, '').replace(/^\(|\)$/g, '') : draft.state;
  const named = known.byTitle.get(titleKey(words)) ?? same;
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
    suggestItem(draft, known.items, report);
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
    presenters: [],
    estimate: draft.estimate,
    state,
    reason,
    item: state === 'scheduled' || state === 'merged' ? (named?.id ?? null) : null,
    mergedInto: null,
    splitFrom: null,
    notes: nodes.length === 0 ? EMPTY_RICH_DOC : richDoc(nodes, line, context),
  };
}

function suggestItem(draft: ProposalDraft, items: readonly KnownItem[], report: TextContext['report']): void {
  if (items.length > MOST_COMPARED) return;
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
