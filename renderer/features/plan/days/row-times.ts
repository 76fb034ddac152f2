import type { TimeZone } from '../../../../shared/domain/time.ts';

/** The times of a row, as plain values so that rows can be compared cheaply. */
export interface RowTimes {
  readonly start: number | null;
  readonly end: number | null;
  readonly pinned: boolean;
  readonly zone: TimeZone | null;
  /** Minutes from the meeting's clocks to the reader's; `null` when they are the same or the meeting has no zone. */
  readonly ownShift: number | null;
}
