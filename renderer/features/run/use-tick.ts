import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Ticker } from './ticker.ts';

export const TickerContext = createContext<Ticker | null>(null);

/** What `read` makes of the time, rendered again only when that changes. Give back text or a number, not an object. */
export function useTick<T extends string | number | boolean | null>(read: (now: Instant) => T): T {
  const ticker = useContext(TickerContext);
  if (!ticker) throw new Error('useTick outside of the Run view');
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.read()));
}
