import { useEffect } from 'react';

/** Loads what will be wanted at once when it is wanted: whoever presses Ctrl K goes on typing. */
export function useWhenIdle(load: () => Promise<unknown>): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      load().catch((error: unknown) => console.warn('Not loaded ahead of time', error));
    });
    return () => cancelIdleCallback(handle);
  }, [load]);
}
