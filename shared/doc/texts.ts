// The texts of a meeting as they stand in the document, encoded exactly as the editor's binding (@tiptap/y-tiptap)
// does: a node is a Y.XmlElement by its name, attributes that are null are left out, a run of text is one Y.XmlText
// with its marks as formatting. A line without words has an empty one (entity.ts, emptyLine).

import * as Y from 'yjs';
import type { ItemId, ProposalId } from '../domain/ids.ts';
import type { RichBlock, RichDoc, RichInline, TextNode } from '../domain/rich-text.ts';
import { nodeRule } from '../domain/rich-text-check.ts';
import { LOCAL } from './origins.ts';
import { readRichText } from './read-rich-text.ts';
import { entityOf } from './schema.ts';

export function itemText(doc: Y.Doc, item: ItemId, which: 'prep' | 'minutes'): Y.XmlFragment | null {
  return fragment(entityOf(doc, 'items', item)?.get(which));
}

export function proposalNotes(doc: Y.Doc, proposal: ProposalId): Y.XmlFragment | null {
  return fragment(entityOf(doc, 'proposals', proposal)?.get('notes'));
}

/** The value if it is a text. */
export function fragment(value: unknown): Y.XmlFragment | null {
  return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement) ? value : null;
}

/** Replaces the text. A text that says the same already is left alone, history and all. */
export function writeRichText(text: Y.XmlFragment, content: RichDoc): void {
  if (text.doc && text.length > 0) {
    const { doc, unknown } = readRichText(text);
    if (unknown.length === 0 && JSON.stringify(doc) === JSON.stringify(content)) return;
  }
  const write = () => {
    if (text.length > 0) text.delete(0, text.length);
    text.insert(0, childrenOf(content.content));
  };
  if (text.doc) text.doc.transact(write, LOCAL);
  else write();
}

type RichNode = RichBlock | RichInline | RichDoc | { readonly type: string };

function childrenOf(nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: TextNode[] = [];
  const endRun = () => {
    if (run.length > 0) children.push(textOf(run));
    run = [];
  };
  for (const node of nodes) {
    if (isText(node)) run.push(node);
    else {
      endRun();
      children.push(elementOf(node));
    }
  }
  endRun();
  return children;
}

function isText(node: RichNode): node is TextNode {
  return node.type === 'text';
}

function elementOf(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  const given: Readonly<Record<string, unknown>> = 'attrs' in node ? { ...node.attrs } : {};
  for (const [name, { fallback }] of Object.entries(nodeRule(node.type)?.attrs ?? {})) {
    setAttr(element, name, given[name] ?? fallback);
  }
  const content = 'content' in node ? node.content : undefined;
  if (content && content.length > 0) element.insert(0, childrenOf(content));
  else if (holdsWords(node.type)) element.insert(0, [new Y.XmlText()]);
  return element;
}

/** Whether words stand in it, rather than further blocks or nothing. */
function holdsWords(name: string): boolean {
  return /^(?:inline|text)\b/.test(nodeRule(name)?.content ?? '');
}

function textOf(run: readonly TextNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    run.map((node) => ({
      insert: node.text,
      attributes: Object.fromEntries(
        (node.marks ?? []).map((mark) => [mark.type, 'attrs' in mark ? { ...mark.attrs } : {}]),
      ),
    })),
  );
  return text;
}

/** As the binding does it: `null` is no attribute, everything else is kept as the value it is. */
export function setAttr(element: Y.XmlElement, name: string, value: unknown): void {
  if (value === null) element.removeAttribute(name);
  // Yjs types attributes as strings; it stores any JSON value, and the binding relies on that.
  else element.setAttribute(name, value as string);
}

/** The elements of one kind in a text, outermost first, at any depth. */
export function elementsOf(text: Y.XmlFragment, names: readonly string[]): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  const stack: unknown[] = text.toArray().reverse();
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (!(part instanceof Y.XmlElement)) continue;
    if (names.includes(part.nodeName)) found.push(part);
    stack.push(...part.toArray().reverse());
  }
  return found;
}
