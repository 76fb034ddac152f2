// The Markdown of shared/publish/meeting-json.md as a tree of blocks whose lines keep apart what was written plainly and what was
// escaped: only plain separators separate. Knows the syntax, not the meeting.

import createMarkdownIt, { type Token } from 'markdown-it';
import type { RichInline, RichMark } from '../domain/rich-text.ts';
import { joinTexts, MAX_RICH_DEPTH } from '../domain/rich-text-check.ts';
import { safeHref } from '../domain/safe-href.ts';

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly line: number; readonly level: number; readonly inline: Line }
  | { readonly kind: 'paragraph'; readonly line: number; readonly inline: Line }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly mark: string;
      readonly start: number | null;
      readonly items: readonly (readonly MarkdownBlock[])[];
    }
  | { readonly kind: 'quote'; readonly line: number; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'code'; readonly line: number; readonly language: string; readonly text: string }
  | { readonly kind: 'rule' | 'html'; readonly line: number; readonly text: string };

export interface Line {
  /** Escaped separators are masked in it (`unmask`). */
  readonly nodes: readonly RichInline[];
  /** Comments within the line: "2" of `<!-- 2 -->`. */
  readonly comments: readonly string[];
}

// Noncharacters stand for separators that were escaped: no text holds them, since they are not for interchange.
const PLAIN = '·—,;:()';
const MASKED = '\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6';

function mask(text: string): string {
  return text.replace(/[·—,;:()]/g, (character) => MASKED.charAt(PLAIN.indexOf(character)));
}

export function unmask(text: string): string {
  return text.replace(/[\ufdd0-\ufdd6]/g, (character) => PLAIN.charAt(MASKED.indexOf(character)));
}

export function unmaskInline(nodes: readonly RichInline[]): RichInline[] {
  return joinTexts(nodes.map((node) => (node.type === 'text' ? { ...node, text: unmask(node.text) } : node)));
}

export function parseMarkdownTree(text: string): MarkdownBlock[] {
  const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false });
  // What is nested deeper markdown-it leaves out without a word. This is more than a text of ours has.
  markdown.set({ maxNesting: 2 * MAX_RICH_DEPTH });
  // Joined texts would no longer show which of their characters were escaped.
  markdown.core.ruler.disable('text_join');
  markdown.disable('table');
  const tokens = markdown.parse(text.replace(/[\ufdd0-\ufdef]/g, ''), {});
  return readBlocks({ tokens, at: 0 }, null);
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

function readBlocks(cursor: Cursor, end: string | null): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at];
    cursor.at += 1;
    if (token === undefined || token.type === end) break;
    const block = readBlock(token, cursor);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(token: Token, cursor: Cursor): MarkdownBlock | null {
  const line = (token.map?.[0] ?? 0) + 1;
  switch (token.type) {
    case 'heading_open':
      return { kind: 'heading', line, level: Number(token.tag.slice(1)), inline: readInlineBlock(cursor) };
    case 'paragraph_open':
      return { kind: 'paragraph', line, inline: readInlineBlock(cursor) };
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(token, line, cursor);
    case 'blockquote_open':
      return { kind: 'quote', line, blocks: readBlocks(cursor, 'blockquote_close') };
    case 'fence':
    case 'code_block':
      return { kind: 'code', line, language: token.info.trim(), text: token.content.replace(/\n$/, '') };
    case 'hr':
      return { kind: 'rule', line, text: '' };
    case 'html_block':
      return { kind: 'html', line, text: token.content };
    default:
      return null;
  }
}

function readInlineBlock(cursor: Cursor): Line {
  const inline = cursor.tokens[cursor.at];
  cursor.at += 2;
  return readLine(inline?.children ?? []);
}

function readList(token: Token, line: number, cursor: Cursor): MarkdownBlock {
  const ordered = token.type === 'ordered_list_open';
  const end = ordered ? 'ordered_list_close' : 'bullet_list_close';
  const items: MarkdownBlock[][] = [];
  for (let next = cursor.tokens[cursor.at]; next && next.type !== end; next = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    if (next.type === 'list_item_open') items.push(readBlocks(cursor, 'list_item_close'));
  }
  cursor.at += 1;
  return {
    kind: 'list',
    line,
    mark: token.markup,
    start: ordered ? Number(token.attrGet('start') ?? 1) : null,
    items,
  };
}

const TAGS: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
  strong: 'bold',
  em: 'italic',
  del: 'strike',
  s: 'strike',
};

function readLine(tokens: readonly Token[]): Line {
  const nodes: RichInline[] = [];
  const comments: string[] = [];
  let marks: RichMark[] = [];
  const push = (text: string, extra: readonly RichMark[] = []): void => {
    const all = [...marks, ...extra];
    if (text !== '') nodes.push({ type: 'text', text, ...(all.length > 0 && { marks: all }) });
  };
  const open = (mark: RichMark): void => {
    if (!marks.some((other) => other.type === mark.type)) marks = [...marks, mark];
  };
  const close = (type: RichMark['type']): void => {
    marks = marks.filter((mark) => mark.type !== type);
  };
  for (const token of tokens) {
    const [, name = '', side] = /^(.+)_(open|close)$/.exec(token.type) ?? [];
    const mark = TAGS[name];
    if (mark !== undefined) side === 'open' ? open({ type: mark }) : close(mark);
    else if (name === 'link') {
      const href = side === 'open' ? safeHref(String(token.attrGet('href') ?? '')) : null;
      if (href !== null) open({ type: 'link', attrs: { href } });
      if (side === 'close') close('link');
    } else if (token.type === 'text_special') push(mask(token.content));
    else if (token.type === 'code_inline') push(mask(token.content), [{ type: 'code' }]);
    else if (token.type === 'hardbreak') nodes.push({ type: 'hardBreak' });
    else if (token.type === 'softbreak') push(' ');
    else if (token.type === 'html_inline') {
      const tag = /^<(\/?)(strong|em|del|s|br)\b[^>]*>$/i.exec(token.content);
      const comment = /^<!--\s*(.*?)\s*-->$/.exec(token.content)?.[1];
      const kind = TAGS[tag?.[2]?.toLowerCase() ?? ''];
      if (comment !== undefined) comments.push(comment);
      else if (kind !== undefined) tag?.[1] === '/' ? close(kind) : open({ type: kind });
      else if (tag) nodes.push({ type: 'hardBreak' });
      else push(mask(token.content));
    } else push(token.content);
  }
  return { nodes: joinTexts(nodes), comments };
}
