// The one clock of the Run view: whoever shows time reads from it and renders only when what it shows has changed.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { Instant } from '../../../shared/domain/time.ts';

export interface Ticker {
  /** The time of the last tick: everything on screen speaks of the same moment. */
  readonly read: () => Instant;
  readonly subscribe: (listener: () => void) => Dispose;
}

/** Four looks a second, so that no second is shown twice or left out; a second that is the same renders nothing. */
const LOOK_EVERY = 250;

export function createTicker(now: () => Instant): Ticker {
  let at = now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    at = now();
    for (const listener of listeners) listener();
  };
  return {
    read: () => at,
    subscribe: (listener) => {
      listeners.add(listener);
      if (timer === undefined) {
        at = now();
        timer = setInterval(tick, LOOK_EVERY);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
