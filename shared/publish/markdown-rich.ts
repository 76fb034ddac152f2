// Texts of items as Markdown in the flavour of meeting-json.md.

import { assertNever } from '../base/assert-never.ts';
import type { DecisionId, PersonId } from '../domain/ids.ts';
import type { ActionItemNode, DecisionNode, ListItem, ProgressNote, RichBlock } from '../domain/rich-text.ts';
import { renderInlineMarkdown } from './markdown-inline.ts';
import { codeFence, fieldText } from './markdown-text.ts';

export interface MarkdownNames {
  readonly nameOf: (id: PersonId) => string;
  readonly decisionNumber: (node: DecisionNode) => number;
  readonly decisionNumberOf: (id: DecisionId) => number | null;
}

export function renderRichMarkdown(blocks: readonly RichBlock[], names: MarkdownNames): string {
  let result = '';
  let last: RichBlock['type'] | null = null;
  for (const block of blocks) {
    const text = renderBlock(block, names);
    if (text === '') continue;
    if (last !== null) result += separator(last, block.type);
    result += text;
    last = block.type;
  }
  return result;
}

/** Actions in a row are one list; two other lists in a row would grow together without something between them. */
function separator(before: RichBlock['type'], after: RichBlock['type']): string {
  if (before === 'actionItem' && after === 'actionItem') return '\n';
  const sameList = before === after && (after === 'bulletList' || after === 'orderedList');
  return sameList ? '\n\n<!-- -->\n\n' : '\n\n';
}

function renderBlock(block: RichBlock, names: MarkdownNames): string {
  switch (block.type) {
    case 'paragraph':
      return renderInlineMarkdown(block.content ?? [], 'paragraph');
    case 'heading': {
      const level = block.attrs.level === 1 ? '' : ` <!-- ${block.attrs.level} -->`;
      return `###### ${renderInlineMarkdown(block.content ?? [], 'line')}${level}`;
    }
    case 'bulletList':
      return block.content.map((item) => listItem('- ', item, names)).join('\n');
    case 'orderedList': {
      const { start } = block.attrs;
      return block.content.map((item, index) => listItem(`${start + index}. `, item, names)).join('\n');
    }
    case 'blockquote':
      return prefixLines(renderRichMarkdown(block.content, names), '> ', '> ');
    case 'codeBlock': {
      const text = (block.content ?? []).map((node) => node.text).join('');
      const fence = codeFence(text);
      return `${fence}${(block.attrs.language ?? '').replace(/[^\w+.#-]/gu, '')}\n${text}\n${fence}`;
    }
    case 'horizontalRule':
      return '---';
    case 'actionItem':
      return renderAction(block, names);
    case 'decision':
      return renderDecision(block, names);
    default:
      return assertNever(block);
  }
}

/** A list right under the text of its item stays tight; everything else is set apart by an empty line. */
function listItem(marker: string, item: ListItem, names: MarkdownNames): string {
  const [first, second, ...rest] = item.content;
  const tight =
    first?.type === 'paragraph' &&
    (second?.type === 'bulletList' || second?.type === 'actionItem') &&
    rest.length === 0;
  const text = tight
    ? `${renderBlock(first, names)}\n${renderBlock(second, names)}`
    : renderRichMarkdown(item.content, names);
  return prefixLines(text, marker, ' '.repeat(marker.length));
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : line === '' ? others.trimEnd() : others}${line}`)
    .join('\n');
}

function renderAction(node: ActionItemNode, names: MarkdownNames): string {
  const { assignees, helpers, due, status, deferredTo, carriedFrom } = node.attrs;
  const people = (ids: readonly PersonId[]): string =>
    ids
      .map((id) => fieldText(names.nameOf(id), ',', '—'))
      .filter((name) => name !== '')
      .join(', ');
  const paragraph = node.content.find((part) => part.type === 'paragraph');
  const words = renderInlineMarkdown(paragraph?.content ?? [], 'action');
  const facts = [
    due === null ? '' : `due ${due}`,
    status === 'open' ? '' : status.replace('-', ' '),
    helpers.length === 0 ? '' : `helpers: ${people(helpers)}`,
    deferredTo === null ? '' : `deferred to: ${factText(deferredTo)}`,
    carriedFrom === null ? '' : `carried from: ${factText(carriedFrom)}`,
  ].filter((fact) => fact !== '');
  const who = people(assignees);
  const head = `* [${status === 'done' ? 'x' : ' '}] ${who === '' ? '' : `${who} `}— ${words}`;
  const tail = facts.length === 0 ? '' : ` (${facts.join('; ')})`;
  const notes = node.content.filter((part) => part.type === 'progressNote');
  return [head + tail, ...notes.map((note) => renderNote(note, names))].join('\n');
}

function factText(text: string): string {
  return fieldText(text).replaceAll(';', '&#59;').replaceAll('(', '\\(').replaceAll(')', '\\)');
}

function renderNote({ attrs, content }: ProgressNote, names: MarkdownNames): string {
  const by = attrs.by === null ? '' : fieldText(names.nameOf(attrs.by), ',').replaceAll(':', '&#58;');
  const head = [attrs.date ?? '', by].filter((part) => part !== '').join(', ');
  return `  - ${head}: ${renderInlineMarkdown(content ?? [], 'line')}`;
}

function renderDecision(node: DecisionNode, names: MarkdownNames): string {
  const { replaces } = node.attrs;
  const number = replaces === null ? null : names.decisionNumberOf(replaces);
  const tail =
    replaces === null ? '' : ` (replaces ${number === null ? 'an earlier decision' : `D${number}`})`;
  const words = renderInlineMarkdown(node.content ?? [], 'action');
  return `**Decision D${names.decisionNumber(node)}:** ${words}${tail}`;
}
