// The text of preparation notes, minutes and proposals as plain data: the same shape as ProseMirror's JSON, so the
// editor, the Y.Doc (one Y.XmlElement a node), the importers and the exporters speak of the same nodes by the same names.
// This file is types only. What is allowed where is checked by shared/domain/rich-text-check.ts.

import type { ActionId, DecisionId, PersonId } from './ids.ts';
import type { CalendarDate } from './time.ts';

export interface RichDoc {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

export type RichBlock =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | CodeBlock
  | HorizontalRule
  | ActionItemNode
  | DecisionNode;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content?: readonly RichInline[];
}

/** Level 1 is the highest *inside* an item's text; views and exports set it below the item's own title. */
export interface Heading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 };
  readonly content?: readonly RichInline[];
}

export interface BulletList {
  readonly type: 'bulletList';
  readonly content: readonly ListItem[];
}

export interface OrderedList {
  readonly type: 'orderedList';
  readonly attrs: { readonly start: number };
  readonly content: readonly ListItem[];
}

/** Starts with a paragraph; nested lists and other blocks follow it. */
export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly RichBlock[];
}

export interface Blockquote {
  readonly type: 'blockquote';
  readonly content: readonly RichBlock[];
}

export interface CodeBlock {
  readonly type: 'codeBlock';
  readonly attrs: { readonly language: string | null };
  readonly content?: readonly TextNode[];
}

export interface HorizontalRule {
  readonly type: 'horizontalRule';
}

export type ActionStatus = 'open' | 'in-progress' | 'done' | 'deferred' | 'cancelled';

/** An action item: one paragraph of what is to be done, then dated progress notes. */
export interface ActionItemNode {
  readonly type: 'actionItem';
  readonly attrs: {
    readonly id: ActionId;
    readonly assignees: readonly PersonId[];
    readonly helpers: readonly PersonId[];
    readonly due: CalendarDate | null;
    readonly status: ActionStatus;
    /** The meeting it waits for, as written; only with status `deferred`. */
    readonly deferredTo: string | null;
    /** The meeting it came from, as written. */
    readonly carriedFrom: string | null;
  };
  readonly content: readonly (Paragraph | ProgressNote)[];
}

export interface ProgressNote {
  readonly type: 'progressNote';
  readonly attrs: { readonly date: CalendarDate | null; readonly by: PersonId | null };
  readonly content?: readonly RichInline[];
}

export interface DecisionNode {
  readonly type: 'decision';
  readonly attrs: { readonly id: DecisionId; readonly replaces: DecisionId | null };
  readonly content?: readonly RichInline[];
}

export type RichInline = TextNode | HardBreak;

export interface HardBreak {
  readonly type: 'hardBreak';
}

export interface TextNode {
  readonly type: 'text';
  /** Never empty. */
  readonly text: string;
  readonly marks?: readonly RichMark[];
}

export type RichMark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export const EMPTY_RICH_DOC: RichDoc = { type: 'doc', content: [{ type: 'paragraph' }] };
