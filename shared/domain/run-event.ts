import type { EventId, ItemId, PersonId } from './ids.ts';
import type { Instant } from './time.ts';

/** Who steers the meeting and who writes; both are handed over while it runs. */
export type RunRole = 'chair' | 'note-taker';

/** Minutes that an item gets more, or with a negative number less. */
export interface LengthChange {
  readonly item: ItemId;
  readonly minutes: number;
}

/** One press in the run of a meeting. The log only grows; clocks are derived from it (run-state.ts), never stored. */
export type RunEvent = {
  readonly id: EventId;
  readonly at: Instant;
  /** Name of who pressed, as known at that moment. */
  readonly by: string;
} & (
  | { readonly type: 'start'; readonly item: ItemId }
  | { readonly type: 'pause' | 'resume' | 'end' }
  /** `from` is what the presser saw running: two chairs who press at once advance once. */
  | { readonly type: 'next'; readonly from: ItemId; readonly to: ItemId }
  /** Returns to an item that had time already; the one that is left waits for its turn again. */
  | { readonly type: 'back'; readonly from: ItemId; readonly to: ItemId }
  /** Passes over an item that has had no time: it stays open, and is not what comes next. */
  | { readonly type: 'skip'; readonly item: ItemId }
  /** More (or with a negative number, less) minutes for `item`. */
  | { readonly type: 'extend'; readonly item: ItemId; readonly minutes: number }
  /** Many lengths at once. `after` is the last re-plan its author had seen: two who re-plan at once re-plan once. */
  | { readonly type: 'replan'; readonly after: EventId | null; readonly changes: readonly LengthChange[] }
  | { readonly type: 'hand-over'; readonly role: RunRole; readonly person: PersonId }
  /** Takes event `event` back, as if it had never been pressed. */
  | { readonly type: 'undo'; readonly event: EventId }
);
