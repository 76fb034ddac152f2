// Questions about HTML nodes: what is a block, what are the visible words and lines. Knows no meetings.

import type { HtmlElement, HtmlNode } from './html-tree.ts';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

/** The narrow type of `tag` keeps other elements possible where this is false. */
export function isElement<T extends string>(
  node: HtmlNode | undefined,
  ...tags: readonly T[]
): node is HtmlElement & { readonly tag: T } {
  const names: readonly string[] = tags;
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tag));
}

export function isBlock(node: HtmlNode): node is HtmlElement {
  return node.type === 'element' && BLOCKS.has(node.tag);
}

export function isList(
  node: HtmlNode | undefined,
): node is HtmlElement & { readonly tag: 'ul' | 'ol' | 'menu' } {
  return isElement(node, 'ul', 'ol', 'menu');
}

export function headingLevel(node: HtmlNode): number | null {
  const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tag)?.[1] : undefined;
  return level === undefined ? null : Number(level);
}

export function hasBlock(node: HtmlNode): boolean {
  return node.type === 'element' && (BLOCKS.has(node.tag) || node.children.some(hasBlock));
}

export function contains(node: HtmlNode, test: (element: HtmlElement) => boolean): boolean {
  return node.type === 'element' && (test(node) || node.children.some((child) => contains(child, test)));
}

/** All the visible words in one line. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return oneLine(rawText(nodes));
}

/** The visible words, one line a block or `<br>`, no empty ones. */
export function linesOf(nodes: readonly HtmlNode[]): string[] {
  return rawText(nodes)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
}

export function isBlank(nodes: readonly HtmlNode[]): boolean {
  return nodes.every((node) =>
    node.type === 'text' ? oneLine(node.text) === '' : node.tag !== 'img' && isBlank(node.children),
  );
}

export function oneLine(text: string): string {
  return text.replace(/[\s\u00a0\u200b]+/g, ' ').trim();
}

/** Line ends stand for block ends and `<br>` only. */
function rawText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text.replace(/\s+/g, ' ');
      if (node.tag === 'br') return '\n';
      if (node.tag === 'time' && isBlank(node.children)) return node.attrs.datetime ?? '';
      if (node.tag === 'td' || node.tag === 'th') return ` ${rawText(node.children)} `;
      return BLOCKS.has(node.tag) ? `\n${rawText(node.children)}\n` : rawText(node.children);
    })
    .join('');
}
