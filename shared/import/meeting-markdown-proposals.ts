// The proposals of Quorum's own Markdown, with what hangs together with them: items, one another, comments.

import type { CommentId, ProposalId } from '../domain/ids.ts';
import type { Comment, ProposalState, RecordProposal } from '../domain/meeting.ts';
import type { Instant } from '../domain/time.ts';
import type { MarkdownDayContext } from './meeting-markdown-days.ts';
import {
  blockText,
  dottedFields,
  field,
  fieldsOf,
  type MarkdownSection,
  sectionsOf,
} from './meeting-markdown-fields.ts';
import { markdownText, namesIn } from './meeting-markdown-text.ts';
import { type MarkdownBlock, unmask } from './meeting-markdown-tree.ts';
import { inlineText } from './rich-inline.ts';

export interface MarkdownProposals {
  readonly list: readonly RecordProposal[];
  readonly comments: readonly Comment[];
}

const STATES: readonly ProposalState[] = ['open', 'scheduled', 'merged', 'declined'];

export function readMarkdownProposals(
  sections: readonly MarkdownSection[],
  context: MarkdownDayContext,
): MarkdownProposals {
  const parts = sections.flatMap((section) => {
    const { intro, sections: own } = sectionsOf(section.blocks, 3);
    for (const block of intro) context.lost(block.line, blockText(block));
    return own.map((part) => ({ part, id: context.newId() as ProposalId }));
  });
  const ids = parts.map(({ id }) => id);
  const comments: Comment[] = [];
  const list = parts.map(({ part, id }) => {
    const read = readProposal(part, id, ids, context);
    comments.push(...read.comments);
    return read.proposal;
  });
  return { list, comments: comments.toSorted((a, b) => a.at - b.at) };
}

function readProposal(
  part: MarkdownSection,
  id: ProposalId,
  all: readonly ProposalId[],
  context: MarkdownDayContext,
): { proposal: RecordProposal; comments: readonly Comment[] } {
  const { intro: head, sections: texts } = sectionsOf(part.blocks, 5);
  const fields = fieldsOf(head[0]);
  const hasFields = fields.has('state');
  const isComments = ({ heading }: MarkdownSection): boolean => heading === 'Comments';
  const notes = [
    ...(hasFields ? head.slice(1) : head),
    ...texts.filter((text) => !isComments(text)).flatMap((text) => text.blocks),
  ];
  const title = unmask(part.heading);
  // "3 · Archive formats": the number counts, the title is for people.
  const other = (key: string): ProposalId | null => {
    const at = /^\d{1,6}(?=\D|$)/.exec(fields.get(key) ?? '')?.[0];
    const found = at === undefined ? undefined : all[Number(at) - 1];
    return found === undefined || found === id ? null : found;
  };
  return {
    proposal: {
      id,
      title: title === 'Untitled proposal' ? '' : title,
      requestedBy: namesIn(fields.get('requested by') ?? '').map(context.person),
      requestNote: field(fields, 'request note'),
      presenters: namesIn(fields.get('presenters') ?? '').map(context.person),
      estimate: field(fields, 'estimate'),
      state: STATES.find((state) => state === field(fields, 'state')) ?? 'open',
      reason: field(fields, 'reason'),
      item: context.items.get(field(fields, 'item')) ?? null,
      mergedInto: other('merged into'),
      splitFrom: other('part of'),
      notes: markdownText(notes, context),
    },
    comments: texts
      .filter(isComments)
      .flatMap((text) => text.blocks.flatMap((block) => readComments(block, id, context))),
  };
}

/** `- Name · at: 2026-03-02T10:40:00.000Z · text: words` */
function readComments(
  block: MarkdownBlock,
  proposal: ProposalId,
  context: MarkdownDayContext,
): readonly Comment[] {
  if (block.kind !== 'list') {
    context.lost(block.line, blockText(block));
    return [];
  }
  return block.items.flatMap((item): Comment[] => {
    const [first] = item;
    const line = first?.kind === 'paragraph' ? inlineText(first.inline.nodes) : '';
    const [head = '', ...words] = line.split('· text:');
    const { name, fields } = dottedFields(head);
    const at = Date.parse(field(fields, 'at'));
    const text = unmask(words.join('· text:'))
      .split('\n')
      .map((each) => each.trim())
      .join('\n');
    if (Number.isNaN(at) || text === '') {
      context.lost(first?.line ?? block.line, item.map(blockText).join(' '));
      return [];
    }
    return [{ id: context.newId() as CommentId, proposal, by: name, at: at as Instant, text }];
  });
}
