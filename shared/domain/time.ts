import type { Brand } from '../base/brand.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** A length of time in whole milliseconds; negative only where a difference is meant (ahead of plan). */
export type Duration = Brand<number, 'Duration'>;
/** Minutes since midnight in the meeting's zone, 0..1439. */
export type TimeOfDay = Brand<number, 'TimeOfDay'>;
/** A calendar date without zone, `YYYY-MM-DD`. */
export type CalendarDate = Brand<string, 'CalendarDate'>;
/** An IANA zone name (`America/Phoenix`). A meeting without one is floating: its times have no instant yet. */
export type TimeZone = Brand<string, 'TimeZone'>;

export const MINUTE = 60_000;
export const DAY_MINUTES = 24 * 60;

export function minutes(count: number): Duration {
  return Math.round(count * MINUTE) as Duration;
}
