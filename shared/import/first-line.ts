import { contains, hasBlock, isBlank, isElement, oneLine, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';

const LONGEST_REASON = 80;

export interface FirstLine {
  readonly first: { readonly nodes: readonly HtmlNode[]; readonly text: string };
  readonly rest: readonly HtmlNode[];
}

/** A title and the text below it in the same cell or list item. */
export function firstLine(nodes: readonly HtmlNode[]): FirstLine {
  const start = nodes.findIndex((node) => !isBlank([node]));
  const head = nodes[start];
  if (head === undefined) return { first: { nodes: [], text: '' }, rest: [] };
  if (isElement(head) && hasBlock(head)) {
    const inner = firstLine(head.children);
    const rest = isBlank(inner.rest) ? [] : [{ ...head, children: inner.rest }];
    return { first: inner.first, rest: trimmed([...rest, ...nodes.slice(start + 1)]) };
  }
  const end = nodes.findIndex(
    (node, i) => i > start && isElement(node) && (node.tag === 'br' || hasBlock(node)),
  );
  const own = end < 0 ? nodes.slice(start) : nodes.slice(start, end);
  return { first: { nodes: own, text: textOf(own) }, rest: end < 0 ? [] : trimmed(nodes.slice(end)) };
}

function trimmed(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return isBlank(nodes) ? [] : nodes;
}

/** A title of which the head is struck: "Budget" struck, and "moved to May" behind it. */
export function splitStruck(nodes: readonly HtmlNode[]): { struck: string; rest: string } | null {
  const filled = nodes.filter((node) => !isBlank([node]));
  const end = filled.findIndex((node) => !isStruck([node]));
  if (end <= 0) return null;
  const rest = textOf(filled.slice(end));
  return rest.length <= LONGEST_REASON ? { struck: textOf(filled.slice(0, end)), rest } : null;
}

/** True when every visible word is struck through. */
export function isStruck(nodes: readonly HtmlNode[]): boolean {
  const struck = (node: HtmlNode): boolean => {
    if (node.type === 'text') return oneLine(node.text) === '';
    return isElement(node, 's', 'del', 'strike') || node.children.every(struck);
  };
  return (
    !isBlank(nodes) &&
    nodes.every(struck) &&
    nodes.some((node) => contains(node, (element) => isElement(element, 's', 'del', 'strike')))
  );
}
