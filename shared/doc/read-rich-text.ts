// Reads a text of the document as plain data, whatever is in it: unknown nodes and marks are named and their text kept,
// attributes nobody can read get their fallback. The editor's binding deletes, at every peer, what its schema does not
// allow: what is named here is not let near it (renderer/editor/binding-check.ts).

import * as Y from 'yjs';
import { EMPTY_RICH_DOC, type RichDoc, type RichInline, type RichMark } from '../domain/rich-text.ts';
import {
  MAX_RICH_DEPTH,
  markRule,
  nodeRule,
  orderMarks,
  RICH_NODES,
  type RichNodeRule,
} from '../domain/rich-text-check.ts';
import { fitContent, type RawNode } from './fit-rich-text.ts';

/** Below it only the text is read, in a list item's paragraph at most: what is read passes `checkRichDoc`. */
const MAX_DEPTH = MAX_RICH_DEPTH - 3;

/**
 * What stands where it may not is moved up, which costs a copy of all it holds at each level: 500 headings in each other
 * over 20,000 line breaks took a second. Each such level counts as this many.
 */
const MISPLACED = 32;

const HOLLOW: readonly string[] = ['bulletList', 'orderedList', 'listItem', 'blockquote'];

/** `unknown` names what an editor of this version would destroy; `doc` is always well-formed. */
export function readRichText(text: Y.XmlFragment): { doc: RichDoc; unknown: readonly string[] } {
  const unknown = new Set<string>();
  const children = readChildren(text, RICH_NODES.doc, true, 0, unknown);
  const { content: blocks, forced } = fitContent(children, RICH_NODES.doc);
  if (forced && children.length > 0) unknown.add('content of doc');
  const content = blocks.length > 0 ? blocks : EMPTY_RICH_DOC.content;
  return { doc: { type: 'doc', content } as RichDoc, unknown: [...unknown] };
}

function readChildren(
  parent: Y.XmlFragment,
  rule: RichNodeRule | null,
  marks: boolean,
  depth: number,
  unknown: Set<string>,
): RawNode[] {
  const read: RawNode[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) read.push(...readRun(child, marks, unknown));
    else if (child instanceof Y.XmlElement) {
      const step = mayHold(rule, child.nodeName) ? 1 : MISPLACED;
      for (const node of readElement(child, marks, depth + step, unknown)) read.push(node);
    } else unknown.add('hook');
  }
  return read;
}

function mayHold(rule: RichNodeRule | null, child: string): boolean {
  const group = nodeRule(child)?.group;
  const allowed = rule?.content.match(/\w+/g) ?? [];
  return allowed.some((name) => name === child || name === group);
}

/** An unknown node is replaced by what it holds. */
function readElement(element: Y.XmlElement, marks: boolean, depth: number, unknown: Set<string>): RawNode[] {
  const type = element.nodeName;
  const rule = type === 'text' || type === 'doc' ? null : nodeRule(type);
  if (!rule) unknown.add(type);
  if (depth > MAX_DEPTH) {
    unknown.add('depth');
    const flat = plainText(element);
    return flat === '' ? [] : [{ type: 'text', text: flat }];
  }
  const children = readChildren(element, rule, marks && (rule?.marks ?? true), depth, unknown);
  if (!rule) return children;
  // An empty list, list item or quotation holds no word: the binding takes it away, and so does reading.
  if (children.length === 0 && HOLLOW.includes(type)) return [];
  const { content, forced } = fitContent(children, rule);
  if (forced) unknown.add(`content of ${type}`);
  const node = asNode(type, readAttrs(element, rule, unknown), content);
  return rule.content === '' ? [node, ...children] : [node];
}

/** Everything written below, for what is nested too deep to be read otherwise; goes down without recursion. */
function plainText(element: Y.XmlElement): string {
  let text = '';
  const stack: unknown[] = [element];
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (part instanceof Y.XmlText) {
      for (const { insert } of part.toDelta()) if (typeof insert === 'string') text += insert;
    } else if (part instanceof Y.XmlElement) stack.push(...part.toArray().reverse());
  }
  return text;
}

function asNode(type: string, attrs: RawNode['attrs'], content: readonly RawNode[]): RawNode {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

function readAttrs(element: Y.XmlElement, rule: RichNodeRule, unknown: Set<string>): RawNode['attrs'] {
  const given: Readonly<Record<string, unknown>> = element.getAttributes();
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rule.attrs, name)) unknown.add(`${element.nodeName}.${name}`);
  }
  const entries = Object.entries(rule.attrs).map(([name, { fallback, check }]) => {
    const value = given[name];
    return [name, value !== undefined && check(value) ? value : fallback] as const;
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function readRun(text: Y.XmlText, marksAllowed: boolean, unknown: Set<string>): RawNode[] {
  const nodes: RichInline[] = [];
  for (const { insert, attributes } of text.toDelta()) {
    const marks = readMarks(attributes, unknown);
    if (marks.length > 0 && !marksAllowed) unknown.add('marks in code');
    if (typeof insert !== 'string') unknown.add('embed');
    else if (insert !== '') {
      nodes.push({ type: 'text', text: insert, ...(marks.length > 0 && marksAllowed && { marks }) });
    }
  }
  return nodes as RawNode[];
}

function readMarks(attributes: unknown, unknown: Set<string>): readonly RichMark[] {
  const marks = new Map<string, RichMark>();
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null) continue;
    // Marks that may overlap themselves carry a hash in some versions of the binding: `link--abcdefgh`.
    const type = key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
    const rule = markRule(type);
    const given: Readonly<Record<string, unknown>> = typeof value === 'object' ? value : {};
    for (const name of Object.keys(rule ? given : {})) {
      if (!Object.hasOwn(rule?.attrs ?? {}, name) && given[name] !== null) unknown.add(`${type}.${name}`);
    }
    if (!rule) unknown.add(type);
    else if (Object.entries(rule.attrs).every(([name, { check }]) => check(given[name]))) {
      const attrs = Object.keys(rule.attrs).map((name) => [name, given[name]]);
      marks.set(type, { type, ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }) } as RichMark);
    }
  }
  return orderMarks([...marks.values()]);
}
