// A rich text as lines of words, one for each block that holds words, for comparing two states of it. How it looks
// (headings, bold) is left out; what an action item or decision is, whom it concerns and where a link goes are words.

import type { PersonId } from './ids.ts';
import type { ActionItemNode, RichBlock, RichDoc, RichInline } from './rich-text.ts';

export interface TextLine {
  readonly words: string;
  /** Of an action item or decision: says that two lines are the same one, however they changed. */
  readonly id: string | null;
}

export type NameOf = (person: PersonId) => string;

/** Lines without words are left out. */
export function textLines(doc: RichDoc, nameOf: NameOf): readonly TextLine[] {
  const lines: TextLine[] = [];
  const add = (words: string, id: string | null = null) => {
    if (words.trim() !== '') lines.push({ words: words.trim(), id });
  };
  const visit = (block: RichBlock): void => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        for (const entry of block.content) entry.content.forEach(visit);
        break;
      case 'blockquote':
        block.content.forEach(visit);
        break;
      case 'codeBlock':
        for (const line of inlineWords(block.content).split('\n')) add(line);
        break;
      case 'actionItem':
        for (const { words, id } of actionLines(block, nameOf)) add(words, id);
        break;
      case 'decision':
        add(`Decision: ${inlineWords(block.content)}`, `decision ${block.attrs.id}`);
        break;
      case 'horizontalRule':
        break;
      default:
        add(inlineWords(block.content));
    }
  };
  doc.content.forEach(visit);
  return lines;
}

const STATUS_WORDS: Readonly<Record<ActionItemNode['attrs']['status'], string>> = {
  open: '',
  'in-progress': 'in progress',
  done: 'done',
  deferred: 'deferred',
  cancelled: 'cancelled',
};

function actionLines({ attrs, content }: ActionItemNode, nameOf: NameOf): TextLine[] {
  const names = (people: readonly PersonId[]) => people.map(nameOf).join(', ');
  const facts = [
    names(attrs.assignees),
    attrs.helpers.length > 0 ? `with ${names(attrs.helpers)}` : '',
    attrs.due === null ? '' : `due ${attrs.due}`,
    STATUS_WORDS[attrs.status],
    attrs.deferredTo === null ? '' : `to ${attrs.deferredTo}`,
    attrs.carriedFrom === null ? '' : `from ${attrs.carriedFrom}`,
  ].filter((fact) => fact !== '');
  const about = facts.length > 0 ? ` (${facts.join(', ')})` : '';
  return content.map((part) => {
    if (part.type === 'paragraph')
      return { words: `Action: ${inlineWords(part.content)}${about}`, id: `action ${attrs.id}` };
    const { date, by } = part.attrs;
    const head = ['Progress', date ?? '', by === null ? '' : nameOf(by)].filter((word) => word !== '');
    return { words: `${head.join(' ')}: ${inlineWords(part.content)}`, id: null };
  });
}

function inlineWords(content: readonly RichInline[] = []): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return '\n';
      const link = node.marks?.find((mark) => mark.type === 'link');
      const href = link && 'attrs' in link ? link.attrs.href : node.text;
      return href === node.text ? node.text : `${node.text} (${href})`;
    })
    .join('');
}
