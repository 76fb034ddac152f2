// The document model of a published meeting: everything decided (order, numbers, names, words for dates and states),
// nothing formatted. Writers (HTML, later Word) only lay it out. Texts are raw: each writer escapes for its own format.

import type { ActionStatus } from '../domain/rich-text.ts';
import type { Paper, PublishWhat } from './publish-options.ts';

export interface Printable {
  readonly what: PublishWhat;
  readonly paper: Paper;
  readonly title: string;
  readonly series: string;
  readonly status: string;
  /** When this copy was made: "11 March 2026 11:36". */
  readonly stamp: string;
  /** Dates, times with their zone, place. */
  readonly subtitle: readonly string[];
  /** The dates alone, for the foot of each page. */
  readonly dates: string;
  readonly authors: readonly string[];
  readonly facts: readonly Fact[];
  /** What this copy leaves out, counted: "preparation notes of 17 items". */
  readonly leftOut: readonly string[];
  readonly contents: readonly ContentsEntry[];
  readonly summary: Summary | null;
  readonly days: readonly PrintDay[];
  /** "The meeting closed on ..." once it has. */
  readonly closing: string;
  readonly next: readonly PrintNextMeeting[];
  readonly attachments: readonly PrintAttachment[];
  readonly proposals: readonly PrintProposal[];
}

/** A line of the title block; each value may carry a safe link. */
export interface Fact {
  readonly label: string;
  readonly values: readonly FactValue[];
  /** People run on behind commas, ways to join stand one a line. */
  readonly layout: 'run-on' | 'lines';
}

export interface FactValue {
  readonly text: string;
  readonly remark: string;
  readonly href: string | null;
}

export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly number: string;
  readonly title: string;
  readonly anchor: string;
}

export interface Summary {
  readonly decisions: readonly PrintDecision[];
  readonly actions: readonly PrintAction[];
  readonly cancelled: readonly { readonly item: ItemReference; readonly reason: string }[];
}

export interface ItemReference {
  readonly number: string;
  readonly title: string;
  readonly anchor: string;
}

export interface PrintDay {
  readonly number: number;
  readonly anchor: string;
  /** "Day 2, Wednesday 11 March 2026" with the day's own title, if any. */
  readonly heading: string;
  /** "Day 2, Wed 11 Mar": the running head. */
  readonly short: string;
  readonly times: string;
  readonly blocks: readonly PrintBlockOfDay[];
}

export interface PrintBlockOfDay {
  readonly title: string;
  readonly moderators: readonly string[];
  readonly times: string;
  readonly rows: readonly PrintRow[];
}

export type PrintRow = PrintBreak | PrintItem;

export interface PrintBreak {
  readonly kind: 'break' | 'close';
  readonly title: string;
  readonly time: string;
  readonly length: string;
  readonly cancelled: string | null;
}

export interface PrintItem extends ItemReference {
  readonly kind: 'topic' | 'round';
  /** Planned start, or start and end; '' for an untimed item. */
  readonly planned: string;
  /** '' when not run, not asked for, or the same as planned. */
  readonly actual: string;
  readonly length: string;
  readonly presenters: readonly string[];
  readonly presenterNote: string;
  readonly tickets: readonly string[];
  /** Reason, '' without one; `null` is not cancelled. */
  readonly cancelled: string | null;
  readonly preparation: readonly RichPart[];
  readonly minutes: readonly RichPart[];
  readonly files: readonly string[];
  /** Link targets of both texts, in order of their notes 1.. */
  readonly links: readonly string[];
  readonly slots: readonly PrintItem[];
}

export type RichPart =
  | { readonly type: 'paragraph'; readonly content: readonly InlinePart[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly InlinePart[] }
  | { readonly type: 'bullets'; readonly items: readonly (readonly RichPart[])[] }
  | { readonly type: 'numbers'; readonly start: number; readonly items: readonly (readonly RichPart[])[] }
  | { readonly type: 'quote'; readonly content: readonly RichPart[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  | { readonly type: 'action'; readonly action: PrintAction }
  | { readonly type: 'decision'; readonly decision: PrintDecision };

export type InlineStyle = 'bold' | 'italic' | 'strike' | 'code';

export type InlinePart =
  | { readonly type: 'break' }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly styles: readonly InlineStyle[];
      /** A target that passed `safeHref`, and the number of its note in the item (0 where the text shows it). */
      readonly link: { readonly href: string; readonly note: number } | null;
    };

export interface PrintAction {
  /** "A3". */
  readonly number: string;
  readonly anchor: string;
  /** Anchor of its row in the summary; `null` when there is no summary. */
  readonly row: string | null;
  readonly status: ActionStatus;
  /** The state in words, with where it was deferred to and whether it is overdue. */
  readonly state: string;
  readonly overdue: boolean;
  readonly content: readonly InlinePart[];
  /** `content` in one line of plain words. */
  readonly text: string;
  readonly assignees: readonly string[];
  readonly helpers: readonly string[];
  /** "11 Mar 2026", or '' without a due date. */
  readonly due: string;
  readonly carriedFrom: string;
  readonly notes: readonly { readonly head: string; readonly content: readonly InlinePart[] }[];
  readonly item: ItemReference;
}

export interface PrintDecision {
  /** "D5". */
  readonly number: string;
  readonly anchor: string;
  readonly row: string | null;
  readonly content: readonly InlinePart[];
  readonly text: string;
  /** The decision it replaces ("D3", or "an earlier decision" of another meeting), '' for none. */
  readonly replaces: string;
  readonly item: ItemReference;
}

export interface PrintNextMeeting {
  readonly title: string;
  readonly dates: string;
  readonly mode: string;
  readonly note: string;
}

export interface PrintAttachment {
  readonly name: string;
  readonly label: string;
  readonly author: string;
  readonly date: string;
  readonly type: string;
  readonly item: ItemReference | null;
}

export interface PrintProposal {
  readonly title: string;
  readonly requestedBy: string;
  /** Who was to present it instead, '' for those who asked. */
  readonly presenters: string;
  readonly estimate: string;
  /** "Scheduled as 1.4", "Declined: no time", "Open", "Merged into “Archive formats” (2.3)". */
  readonly outcome: string;
  /** "Archive formats": the proposal it was a part of, '' for none. */
  readonly partOf: string;
  readonly item: ItemReference | null;
  readonly notes: readonly RichPart[];
  readonly links: readonly string[];
  readonly comments: readonly PrintComment[];
}

export interface PrintComment {
  /** "Leila Sato, 2 March 2026". */
  readonly head: string;
  /** Its lines. */
  readonly lines: readonly string[];
}
