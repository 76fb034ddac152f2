import type { EventId, ItemId } from './ids.ts';
import type { Instant } from './time.ts';

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
  /** More (or with a negative number, less) minutes for `item`. */
  | { readonly type: 'extend'; readonly item: ItemId; readonly minutes: number }
  /** Takes event `event` back, as if it had never been pressed. */
  | { readonly type: 'undo'; readonly event: EventId }
);
