// Reads a document back the way a browser does, for tests.

import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'style' || node.nodeName === 'title') return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** All the words of the body. */
export function wordsOf(html: string): string {
  const body = elementsOf(html).find((element) => element.tagName === 'body');
  return body ? textOf(body).replace(/\s+/gu, ' ').trim() : '';
}
