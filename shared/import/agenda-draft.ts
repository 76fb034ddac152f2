// The agenda as it was found on the page, before starts become lengths and names become people.

import type { ItemKind } from '../domain/meeting.ts';
import type { TimeOfDay } from '../domain/time.ts';
import type { DayLabel } from './day-label.ts';
import type { HtmlNode } from './html-tree.ts';

export interface DayDraft {
  readonly line: number;
  readonly label: DayLabel | null;
  readonly blocks: BlockDraft[];
}

export interface BlockDraft {
  readonly line: number;
  title: string;
  moderators: string[];
  readonly items: ItemDraft[];
}

export interface ItemDraft {
  readonly line: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  /** As written, '' where the page gives none. */
  readonly duration: string;
  readonly presenters: readonly string[];
  readonly presenterNote: string;
  readonly cancelled: boolean;
  /** Of a line that marks them; those in texts are found there. */
  readonly tickets?: readonly string[];
  /** Text of which the page does not say whether it was written before or during the meeting. */
  readonly notes: HtmlNode[];
  readonly prep: HtmlNode[];
  readonly minutes: HtmlNode[];
}

export function paragraphNode(nodes: readonly HtmlNode[], line: number): HtmlNode {
  return { type: 'element', tag: 'p', attrs: {}, children: nodes, line };
}

export function textNode(text: string): HtmlNode {
  return { type: 'text', text };
}
