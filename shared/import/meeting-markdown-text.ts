// Texts in the Markdown of shared/publish/meeting-json.md: action items are tasks in a list marked `*`, decisions are paragraphs
// that begin with "**Decision D3:**".

import type { ActionId, DecisionId, NewId, PersonId } from '../domain/ids.ts';
import {
  type ActionItemNode,
  type ActionStatus,
  EMPTY_RICH_DOC,
  type ListItem,
  type ProgressNote,
  type RichBlock,
  type RichDoc,
  type RichInline,
} from '../domain/rich-text.ts';
import { isCalendarDate } from '../domain/rich-text-attrs.ts';
import { checkRichDoc } from '../domain/rich-text-check.ts';
import type { CalendarDate } from '../domain/time.ts';
import { oneLine } from './html-text.ts';
import { type Line, type MarkdownBlock, unmask, unmaskInline } from './meeting-markdown-tree.ts';
import { inlineText, sliceInline } from './rich-inline.ts';

export interface MarkdownTextContext {
  readonly newId: NewId;
  person(name: string): PersonId;
  /** Id of the decision with that number; `null` when the file has none. */
  decision(number: number): DecisionId | null;
  /** Says that something could not be kept. */
  lost(line: number, text: string): void;
}

export function markdownText(blocks: readonly MarkdownBlock[], context: MarkdownTextContext): RichDoc {
  const content = blocks.flatMap((block) => richBlock(block, context));
  if (content.length === 0) return EMPTY_RICH_DOC;
  const checked = checkRichDoc({ type: 'doc', content });
  if (checked.ok) return checked.value;
  context.lost(blocks[0]?.line ?? 1, `${checked.error.path} ${checked.error.problem}`);
  return EMPTY_RICH_DOC;
}

function richBlock(block: MarkdownBlock, context: MarkdownTextContext): RichBlock[] {
  switch (block.kind) {
    case 'heading': {
      const level = block.inline.comments.includes('3') ? 3 : block.inline.comments.includes('2') ? 2 : 1;
      return [{ type: 'heading', attrs: { level }, ...contentOf(block.inline.nodes) }];
    }
    case 'paragraph':
      return [decisionOf(block.inline, context) ?? { type: 'paragraph', ...contentOf(block.inline.nodes) }];
    case 'list':
      return block.mark === '*' && block.items.every(isTask)
        ? block.items.map((item) => actionOf(item, context))
        : [listOf(block, context)];
    case 'quote': {
      const content = block.blocks.flatMap((inner) => richBlock(inner, context));
      return content.length === 0 ? [] : [{ type: 'blockquote', content }];
    }
    case 'code': {
      const language = block.language === '' ? null : block.language;
      const text = block.text === '' ? {} : { content: [{ type: 'text', text: block.text } as const] };
      return [{ type: 'codeBlock', attrs: { language }, ...text }];
    }
    case 'rule':
      return [{ type: 'horizontalRule' }];
    case 'html':
      if (!/^\s*<!--[\s\S]*-->\s*$/.test(block.text)) context.lost(block.line, block.text);
      return [];
  }
}

function contentOf(nodes: readonly RichInline[]): { content?: RichInline[] } {
  const content = unmaskInline(nodes);
  return content.length === 0 ? {} : { content };
}

function listOf(block: Extract<MarkdownBlock, { kind: 'list' }>, context: MarkdownTextContext): RichBlock {
  const items = block.items.map((item): ListItem => {
    const content = item.flatMap((inner) => richBlock(inner, context));
    return {
      type: 'listItem',
      content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
    };
  });
  return block.start === null
    ? { type: 'bulletList', content: items }
    : { type: 'orderedList', attrs: { start: block.start }, content: items };
}

const DECISION = /^Decision D(\d{1,6}):\s*/;

/** Number of the decision in a line, `null` when it is none. */
export function decisionNumber(line: Line): number | null {
  const [first] = line.nodes;
  const isBold = first?.type === 'text' && first.marks?.some((mark) => mark.type === 'bold');
  const number = isBold ? /^Decision D(\d{1,6}):$/.exec(first.text)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

function decisionOf(line: Line, context: MarkdownTextContext): RichBlock | null {
  const number = decisionNumber(line);
  if (number === null) return null;
  const text = inlineText(line.nodes);
  const tail = /\s*\(replaces (?:D(\d{1,6})|an earlier decision)\)$/.exec(text);
  const start = DECISION.exec(text)?.[0].length ?? 0;
  const replaces = tail?.[1] === undefined ? null : context.decision(Number(tail[1]));
  const id = context.decision(number) ?? (context.newId() as DecisionId);
  return {
    type: 'decision',
    attrs: { id, replaces },
    ...contentOf(sliceInline(line.nodes, start, tail?.index)),
  };
}

const TASK = /^\[([ xX])\](?:\s+|$)/;

function isTask(item: readonly MarkdownBlock[]): boolean {
  const [first] = item;
  return first?.kind === 'paragraph' && TASK.test(inlineText(first.inline.nodes));
}

const STATUSES: readonly ActionStatus[] = ['open', 'in-progress', 'done', 'deferred', 'cancelled'];

function actionOf(item: readonly MarkdownBlock[], context: MarkdownTextContext): ActionItemNode {
  const [first, ...below] = item;
  const nodes = first?.kind === 'paragraph' ? first.inline.nodes : [];
  const text = inlineText(nodes);
  const task = TASK.exec(text);
  const glue = /^(.*?)—\s?/s.exec(text.slice(task?.[0].length ?? 0));
  const start = (task?.[0].length ?? 0) + (glue?.[0].length ?? 0);
  const tail = /\s*\(([^()]*)\)$/.exec(text.slice(start));
  const facts = readFacts(tail?.[1] ?? '');
  const attrs = {
    id: context.newId() as ActionId,
    assignees: namesIn(glue?.[1] ?? '').map(context.person),
    helpers: namesIn(facts.get('helpers') ?? '').map(context.person),
    due: isCalendarDate(facts.get('due')) ? (facts.get('due') as CalendarDate) : null,
    status: (facts.get('status') as ActionStatus | undefined) ?? (task?.[1] === ' ' ? 'open' : 'done'),
    deferredTo: facts.get('deferred to') ?? null,
    carriedFrom: facts.get('carried from') ?? null,
  } as const;
  const words = sliceInline(nodes, start, tail ? start + tail.index : undefined);
  return {
    type: 'actionItem',
    attrs,
    content: [
      { type: 'paragraph', ...contentOf(words) },
      ...below.flatMap((block) => notesOf(block, context)),
    ],
  };
}

/** "due 2026-03-16; done; helpers: Name": values stay masked where they are lists of names. */
function readFacts(text: string): Map<string, string> {
  const facts = new Map<string, string>();
  for (const piece of text.split(';').map((part) => part.trim())) {
    const status = STATUSES.find((word) => word.replace('-', ' ') === piece);
    const [, key = '', value = ''] =
      /^(due)\s+(\S+)$/.exec(piece) ?? /^(helpers|deferred to|carried from):\s*(.*)$/.exec(piece) ?? [];
    if (status !== undefined) facts.set('status', status);
    else if (key !== '') facts.set(key, key === 'helpers' ? value : unmask(value));
  }
  return facts;
}

export function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => oneLine(unmask(name)))
    .filter((name) => name !== '');
}

/** `- 2026-03-10, Name: text` */
function notesOf(block: MarkdownBlock, context: MarkdownTextContext): ProgressNote[] {
  if (block.kind !== 'list') {
    context.lost(block.line, 'inline' in block ? inlineText(block.inline.nodes) : '');
    return [];
  }
  return block.items.map((item): ProgressNote => {
    const [first] = item;
    const nodes = first?.kind === 'paragraph' ? first.inline.nodes : [];
    const head = /^([^:]*):\s?/.exec(inlineText(nodes));
    const [one = '', two = ''] = (head?.[1] ?? '').split(',').map((part) => unmask(part).trim());
    const date = isCalendarDate(one) ? (one as CalendarDate) : null;
    const by = date === null ? one : two;
    const content = sliceInline(nodes, head?.[0].length ?? 0);
    return {
      type: 'progressNote',
      attrs: { date, by: by === '' ? null : context.person(by) },
      ...contentOf(content),
    };
  });
}
