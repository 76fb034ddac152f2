// HTML as a small immutable tree without anything invisible: the form in which all pages and cells are read. Bounded in
// nodes and depth before anything walks it, so hostile pages end in `TooComplex`, not in a hang. Knows no meetings.

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlText {
  readonly type: 'text';
  readonly text: string;
}

export interface HtmlElement {
  readonly type: 'element';
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  /** Line of the source, from 1. */
  readonly line: number;
}

/** Raised while parsing, caught where a page is imported (import-page.ts, meeting-markdown.ts). */
export class TooComplex extends Error {}

/** Elements that may still be made; shared by all cells of one page. */
export interface TreeBudget {
  nodes: number;
}

export const MAX_NODES = 300_000;
const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 500;

const INVISIBLE = new Set(
  'head script style template noscript iframe object embed svg math canvas audio video datalist'.split(' '),
);

export function parseHtmlDocument(html: string, budget: TreeBudget): { title: string; body: HtmlNode[] } {
  const document = parse(html, { treeAdapter: limited(budget), sourceCodeLocationInfo: true });
  const title = findTag(document, 'title');
  return { title: title ? rawText(title).replace(/\s+/g, ' ').trim() : '', body: convert(document, 1) };
}

/** Elements are at `line`, or at the one their attribute `data-line` or that of an element around them says. */
export function parseHtmlFragment(html: string, line: number, budget: TreeBudget): HtmlNode[] {
  return convert(parseFragment(html, { treeAdapter: limited(budget) }), line);
}

function limited(budget: TreeBudget): typeof defaultTreeAdapter {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tag, namespace, attrs) {
      budget.nodes -= 1;
      if (budget.nodes < 0 || attrs.length > MAX_ATTRIBUTES) throw new TooComplex('too many nodes');
      return defaultTreeAdapter.createElement(tag, namespace, attrs);
    },
    onItemPush() {
      depth += 1;
      if (depth > MAX_DEPTH) throw new TooComplex('too deep');
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

function convert(parent: DefaultTreeAdapterTypes.ParentNode, line: number, depth = 0): HtmlNode[] {
  // Misnested tags are moved after parsing and may end up deeper than they were opened.
  if (depth > MAX_DEPTH) throw new TooComplex('too deep');
  const nodes: HtmlNode[] = [];
  for (const child of parent.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) {
      if (child.value !== '') nodes.push({ type: 'text', text: child.value.replaceAll('\0', '') });
    } else if (defaultTreeAdapter.isElementNode(child)) {
      const attrs = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
      if (INVISIBLE.has(child.tagName) || isHidden(attrs)) continue;
      const own = (Number(attrs['data-line']) || child.sourceCodeLocation?.startLine) ?? line;
      const children = convert(child, own, depth + 1);
      nodes.push({ type: 'element', tag: child.tagName, attrs, children, line: own });
    }
  }
  return nodes;
}

function isHidden(attrs: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attrs || /display\s*:\s*none/i.test(attrs.style ?? '');
}

function findTag(
  parent: DefaultTreeAdapterTypes.ParentNode,
  tag: string,
): DefaultTreeAdapterTypes.Element | null {
  const open = [...parent.childNodes];
  for (let node = open.shift(); node; node = open.shift()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.tagName === tag) return node;
    if (node.tagName === 'html' || node.tagName === 'head') open.push(...node.childNodes);
  }
  return null;
}

function rawText(element: DefaultTreeAdapterTypes.Element): string {
  return element.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');
}
