import type { Instant } from '../../shared/domain/time.ts';

/** The computer's time now. The only reader of the clock on the page; everything else gets it passed in. */
export function now(): Instant {
  return Date.now() as Instant;
}
