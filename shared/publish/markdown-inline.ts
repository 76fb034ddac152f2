// Runs of text with marks as Markdown. Delimiters are used only where every reader of CommonMark takes them for marks;
// elsewhere (inside a word, next to another mark) HTML tags say the same.

import type { RichInline, RichMark, TextNode } from '../domain/rich-text.ts';
import { safeHref } from '../domain/safe-href.ts';
import { codeSpan, escapeLineStart, escapeMarkdown, linkTarget } from './markdown-text.ts';

type MarkType = RichMark['type'];

const ORDER: readonly MarkType[] = ['link', 'bold', 'italic', 'strike'];
const DELIMITERS = { bold: '**', italic: '_', strike: '~~' } as const;
const TAGS = { bold: 'strong', italic: 'em', strike: 'del' } as const;

/**
 * Where the text stands: a paragraph may have several lines; in an action, parentheses and the long dash are escaped too,
 * because there they separate who, what and when.
 */
export type MarkdownPlace = 'paragraph' | 'line' | 'action';

export function renderInlineMarkdown(nodes: readonly RichInline[], place: MarkdownPlace): string {
  let result = '';
  let run: TextNode[] = [];
  const flush = (lineEnds: boolean): void => {
    const atStart = result === '' || result.endsWith('\n');
    const text = renderRun(run, ORDER, place, '', '');
    const line = lineEnds ? text.replace(/ +$/u, (s) => '&#32;'.repeat(s.length)) : text;
    result += atStart ? escapeLineStart(line) : line;
    run = [];
  };
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'text') {
      run.push(node);
      continue;
    }
    const next = nodes[index + 1];
    const breaksLine =
      place === 'paragraph' &&
      next?.type === 'text' &&
      next.text.trim() !== '' &&
      (run.length > 0 || result !== '');
    flush(true);
    result += breaksLine && !result.endsWith('\n') ? '\\\n' : '<br>';
  }
  flush(true);
  return result;
}

/** `before` and `after` are the neighbouring characters, '' at the edge of a line. */
function renderRun(
  nodes: readonly TextNode[],
  marks: readonly MarkType[],
  place: MarkdownPlace,
  before: string,
  after: string,
): string {
  const [mark, ...rest] = marks;
  if (mark === undefined) return renderWords(nodes, place);
  const groups = groupBy(nodes, (node) => keyOf(node, mark));
  let result = '';
  for (const [index, { key, members }] of groups.entries()) {
    const left = result.at(-1) ?? before;
    const right = groups[index + 1]?.members[0]?.text.at(0) ?? after;
    if (key === null) {
      result += renderRun(members, rest, place, left, right);
    } else if (mark === 'link') {
      const href = safeHref(key);
      const inner = renderRun(members, rest, place, '[', ']');
      result +=
        href === null ? renderRun(members, rest, place, left, right) : `[${inner}](${linkTarget(href)})`;
    } else if (mark === 'bold' || mark === 'italic' || mark === 'strike') {
      result += wrap(mark, renderRun(members, rest, place, '*', '*'), left, right);
    }
  }
  return result;
}

function wrap(mark: keyof typeof TAGS, inner: string, left: string, right: string): string {
  const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(inner) ?? [];
  if (words === '') return inner;
  const opens = lead !== '' || left === '' || /\s/u.test(left);
  const closes = trail !== '' || right === '' || /[\s.,;:!?)]/u.test(right);
  if (opens && closes) return `${lead}${DELIMITERS[mark]}${words}${DELIMITERS[mark]}${trail}`;
  return `${lead}<${TAGS[mark]}>${words}</${TAGS[mark]}>${trail}`;
}

/** Code that follows code is one span: two would end up with each other's backticks. */
function renderWords(nodes: readonly TextNode[], place: MarkdownPlace): string {
  return groupBy(nodes, (node) => keyOf(node, 'code'))
    .map(({ key, members }) => {
      const words = members.map((node) => node.text).join('');
      if (key !== null) return codeSpan(words);
      const text = escapeMarkdown(words);
      return place === 'action' ? text.replace(/[()]/gu, '\\$&').replaceAll('—', '&mdash;') : text;
    })
    .join('');
}

/** The address for a link, the name of any other mark; `null` without it. */
function keyOf(node: TextNode, type: MarkType): string | null {
  const mark = node.marks?.find((candidate) => candidate.type === type);
  if (!mark) return null;
  return mark.type === 'link' ? mark.attrs.href : mark.type;
}

interface Group {
  readonly key: string | null;
  readonly members: TextNode[];
}

function groupBy(nodes: readonly TextNode[], key: (node: TextNode) => string | null): readonly Group[] {
  const groups: Group[] = [];
  for (const node of nodes) {
    const own = key(node);
    const last = groups.at(-1);
    if (last && last.key === own) last.members.push(node);
    else groups.push({ key: own, members: [node] });
  }
  return groups;
}
