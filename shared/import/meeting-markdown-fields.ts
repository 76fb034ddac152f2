// Sections and `Key: value` lines of Quorum's own Markdown.

import { oneLine } from './html-text.ts';
import { type MarkdownBlock, unmask } from './meeting-markdown-tree.ts';
import { inlineText } from './rich-inline.ts';

export interface MarkdownSection {
  readonly line: number;
  /** Heading as written, escaped separators masked. */
  readonly heading: string;
  readonly isStruck: boolean;
  readonly blocks: readonly MarkdownBlock[];
}

/** Cuts blocks at headings of one level; what stands before the first is `intro`. */
export function sectionsOf(
  blocks: readonly MarkdownBlock[],
  level: number,
): { intro: readonly MarkdownBlock[]; sections: readonly MarkdownSection[] } {
  const starts = blocks.flatMap((block, i) => (block.kind === 'heading' && block.level === level ? [i] : []));
  const sections = starts.map((start, i): MarkdownSection => {
    const head = blocks[start];
    const nodes = head?.kind === 'heading' ? head.inline.nodes : [];
    return {
      line: head?.line ?? 1,
      heading: oneLine(inlineText(nodes)),
      isStruck: nodes.some(
        (node) => node.type === 'text' && node.marks?.some((mark) => mark.type === 'strike'),
      ),
      blocks: blocks.slice(start + 1, starts[i + 1]),
    };
  });
  return { intro: blocks.slice(0, starts[0] ?? blocks.length), sections };
}

export interface MarkdownLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a list, escaped separators masked; [] for any other block. */
export function listLines(block: MarkdownBlock | undefined): MarkdownLine[] {
  if (block?.kind !== 'list') return [];
  return block.items.map((item) => ({
    line: item[0]?.line ?? block.line,
    text: item.map(blockText).join(' '),
  }));
}

/** All words of a block in one line. */
export function blockText(block: MarkdownBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return oneLine(inlineText(block.inline.nodes));
    case 'list':
      return block.items.flatMap((item) => item.map(blockText)).join(' ');
    case 'quote':
      return block.blocks.map(blockText).join(' ');
    default:
      return oneLine(block.text);
  }
}

/** `- Key: value` lines by key in lower case. Values stay masked, for those that are lists. */
export type Fields = ReadonlyMap<string, string>;

export function fieldsOf(block: MarkdownBlock | undefined): Fields {
  return new Map(listLines(block).map(({ text }) => splitField(text)));
}

/** `Name · key: value · key: value` */
export function dottedFields(text: string): { name: string; fields: Fields } {
  const [name = '', ...parts] = text.split('·').map(oneLine);
  return { name: unmask(name), fields: new Map(parts.map(splitField)) };
}

function splitField(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text.toLowerCase(), ''] : [text.slice(0, at).toLowerCase(), oneLine(text.slice(at + 1))];
}

export function field(fields: Fields, key: string): string {
  return unmask(fields.get(key) ?? '');
}
