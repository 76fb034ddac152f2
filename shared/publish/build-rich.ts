// Texts of items and proposals for print: people by name, actions and decisions with number and state, link targets
// checked and collected as notes.

import { assertNever } from '../base/assert-never.ts';
import { actionText, plainText, progressNotes } from '../domain/registers.ts';
import type { ActionItemNode, DecisionNode, RichBlock, RichDoc, RichInline } from '../domain/rich-text.ts';
import { safeHref } from '../domain/safe-href.ts';
import { formatDate, formatDateRange } from '../domain/zones.ts';
import type { BuildContext } from './build-context.ts';
import { isEmptyText } from './cut-record.ts';
import type {
  InlinePart,
  InlineStyle,
  ItemReference,
  PrintAction,
  PrintDecision,
  RichPart,
} from './printable.ts';

/** Collects the link targets of one item in order of appearance; the same target has one note. */
export interface LinkNotes {
  readonly list: string[];
  noteOf(href: string): number;
}

export function createLinkNotes(): LinkNotes {
  const list: string[] = [];
  return {
    list,
    noteOf: (href) => {
      const known = list.indexOf(href);
      return known >= 0 ? known + 1 : list.push(href);
    },
  };
}

export interface RichPlace {
  readonly context: BuildContext;
  readonly item: ItemReference;
  readonly notes: LinkNotes;
}

export function buildRich(doc: RichDoc, place: RichPlace): readonly RichPart[] {
  return isEmptyText(doc) ? [] : buildBlocks(doc.content, place);
}

function buildBlocks(blocks: readonly RichBlock[], place: RichPlace): readonly RichPart[] {
  return blocks.flatMap((block) => buildBlock(block, place));
}

function buildBlock(block: RichBlock, place: RichPlace): readonly RichPart[] {
  switch (block.type) {
    case 'paragraph':
      return block.content ? [{ type: 'paragraph', content: buildInline(block.content, place) }] : [];
    case 'heading':
      return [
        { type: 'heading', level: block.attrs.level, content: buildInline(block.content ?? [], place) },
      ];
    case 'bulletList':
      return [{ type: 'bullets', items: block.content.map((item) => buildBlocks(item.content, place)) }];
    case 'orderedList': {
      const items = block.content.map((item) => buildBlocks(item.content, place));
      return [{ type: 'numbers', start: block.attrs.start, items }];
    }
    case 'blockquote':
      return [{ type: 'quote', content: buildBlocks(block.content, place) }];
    case 'codeBlock':
      return [{ type: 'code', text: (block.content ?? []).map((node) => node.text).join('') }];
    case 'horizontalRule':
      return [{ type: 'rule' }];
    case 'actionItem':
      return [{ type: 'action', action: buildAction(block, place) }];
    case 'decision':
      return [{ type: 'decision', decision: buildDecision(block, place) }];
    default:
      return assertNever(block);
  }
}

export function buildAction(node: ActionItemNode, place: RichPlace): PrintAction {
  const { context, item } = place;
  const { attrs } = node;
  const number = context.actionNumber(node);
  const waiting = attrs.status === 'open' || attrs.status === 'in-progress';
  const overdue = waiting && attrs.due !== null && context.today !== null && attrs.due < context.today;
  const first = node.content.find((part) => part.type === 'paragraph');
  return {
    number: `A${number}`,
    anchor: `action-${number}`,
    row: context.options.summary ? `action-row-${number}` : null,
    status: attrs.status,
    state: stateWords(node, overdue),
    overdue,
    content: buildInline(first?.content ?? [], place),
    text: actionText(node),
    assignees: context.namesOf(attrs.assignees),
    helpers: context.namesOf(attrs.helpers),
    due: attrs.due === null ? '' : formatDateRange(attrs.due, attrs.due),
    carriedFrom: attrs.carriedFrom ?? '',
    notes: progressNotes(node).map((note) => ({
      head: [
        note.attrs.date === null ? '' : formatDate(note.attrs.date, 'long'),
        note.attrs.by === null ? '' : context.nameOf(note.attrs.by),
      ]
        .filter((part) => part !== '')
        .join(', '),
      content: buildInline(note.content ?? [], place),
    })),
    item,
  };
}

export function buildDecision(node: DecisionNode, place: RichPlace): PrintDecision {
  const { context, item } = place;
  const number = context.decisionNumber(node);
  return {
    number: `D${number}`,
    anchor: `decision-${number}`,
    row: context.options.summary ? `decision-row-${number}` : null,
    content: buildInline(node.content ?? [], place),
    text: plainText(node.content ?? [])
      .replace(/\s+/gu, ' ')
      .trim(),
    replaces: replacedDecision(node, context),
    item,
  };
}

function replacedDecision(node: DecisionNode, context: BuildContext): string {
  if (node.attrs.replaces === null) return '';
  const number = context.decisionNumberOf(node.attrs.replaces);
  return number === null ? 'a decision of an earlier meeting' : `D${number}`;
}

function stateWords({ attrs }: ActionItemNode, overdue: boolean): string {
  switch (attrs.status) {
    case 'open':
      return overdue ? 'Overdue' : 'Open';
    case 'in-progress':
      return overdue ? 'In progress, overdue' : 'In progress';
    case 'done':
      return 'Done';
    case 'cancelled':
      return 'Cancelled';
    case 'deferred':
      return attrs.deferredTo === null ? 'Deferred' : `Deferred to ${attrs.deferredTo}`;
    default:
      return assertNever(attrs.status);
  }
}

const STYLE_ORDER: readonly InlineStyle[] = ['bold', 'italic', 'strike', 'code'];

function buildInline(nodes: readonly RichInline[], { notes }: RichPlace): readonly InlinePart[] {
  return nodes.map((node): InlinePart => {
    if (node.type === 'hardBreak') return { type: 'break' };
    const marks = node.marks ?? [];
    const styles = STYLE_ORDER.filter((style) => marks.some((mark) => mark.type === style));
    const target = marks.find((mark) => mark.type === 'link');
    const href = target ? safeHref(target.attrs.href) : null;
    if (href === null) return { type: 'text', text: node.text, styles, link: null };
    return { type: 'text', text: node.text, styles, link: { href, note: noteFor(node.text, href, notes) } };
  });
}

/** A link that shows its target needs no note. */
function noteFor(text: string, href: string, notes: LinkNotes): number {
  const shown = text.trim();
  const bare = (address: string): string =>
    address.replace(/^(?:mailto:|tel:|https?:\/\/)/u, '').replace(/\/$/u, '');
  return bare(shown) === bare(href) ? 0 : notes.noteOf(href);
}
