// Tells preparation from minutes in the one cell or section where a page keeps both.

import { hasBlock, headingLevel, isBlank, isElement, isList, oneLine, textOf } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { markerOf } from './text-markers.ts';
import { textLabel } from './vocabulary.ts';

export interface SplitNotes {
  readonly prep: readonly HtmlNode[];
  readonly minutes: readonly HtmlNode[];
  /** Labels that were read and are in neither text. */
  readonly labels: readonly { readonly line: number; readonly text: string }[];
  /** False when the page does not say which is which. */
  readonly sure: boolean;
}

/** By labels, else by a rule across, else by two pieces side by side, else by whether anything came out of it. */
export function splitNotes(nodes: readonly HtmlNode[]): SplitNotes {
  const filled = nodes.filter((node) => isElement(node, 'hr') || !isBlank([node]));
  if (filled.length === 0) return { prep: [], minutes: [], labels: [], sure: true };
  const inner = filled.length === 1 && isElement(filled[0], 'div') ? filled[0].children : null;
  return (
    byLabels(filled) ??
    byRule(filled) ??
    byPieces(filled) ??
    (inner ? (byLabels(inner) ?? byRule(inner)) : null) ??
    byOutcome(nodes)
  );
}

function byLabels(nodes: readonly HtmlNode[]): SplitNotes | null {
  const prep: HtmlNode[] = [];
  const minutes: HtmlNode[] = [];
  const labels: { line: number; text: string }[] = [];
  let into = prep;
  for (const node of nodes) {
    const label = isLabel(node) ? textLabel(textOf([node])) : null;
    if (label === null) into.push(node);
    else {
      into = label === 'prep' ? prep : minutes;
      labels.push({ line: isElement(node) ? node.line : 0, text: textOf([node]) });
    }
  }
  return labels.length > 0 ? { prep, minutes, labels, sure: true } : null;
}

/** A heading, or a paragraph that is bold as a whole. */
function isLabel(node: HtmlNode): node is HtmlElement {
  if (!isElement(node)) return false;
  if (headingLevel(node) !== null || isElement(node, 'b', 'strong')) return true;
  const own = node.children.filter((child) => !isBlank([child]));
  return isElement(node, 'p', 'div') && own.length === 1 && isElement(own[0], 'b', 'strong');
}

function byRule(nodes: readonly HtmlNode[]): SplitNotes | null {
  const at = nodes.findIndex((node) => isElement(node, 'hr'));
  if (at < 0) return null;
  const [prep, minutes] = [nodes.slice(0, at), nodes.slice(at + 1)];
  return { prep, minutes, labels: [], sure: true };
}

/** Two or more boxes: the first was written before. Boxes that are single lines are just lines. */
function byPieces(nodes: readonly HtmlNode[]): SplitNotes | null {
  const boxes = nodes.filter((node) => isElement(node, 'div'));
  if (boxes.length < 2 || boxes.length !== nodes.length) return null;
  if (!boxes.some((box) => isElement(box) && box.children.some((child) => hasBlock(child)))) return null;
  return { prep: nodes.slice(0, 1), minutes: nodes.slice(1), labels: [], sure: true };
}

function byOutcome(nodes: readonly HtmlNode[]): SplitNotes {
  const isMinutes = hasOutcome(nodes);
  return { prep: isMinutes ? [] : nodes, minutes: isMinutes ? nodes : [], labels: [], sure: false };
}

/** An action item or a decision anywhere in the text. */
export function hasOutcome(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return markerOf(oneLine(node.text)) !== null;
    if (isList(node) || node.children.some(hasBlock)) return hasOutcome(node.children);
    return markerOf(textOf([node])) !== null || hasOutcome(node.children);
  });
}
