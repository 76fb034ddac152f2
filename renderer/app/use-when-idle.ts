import { useEffect } from 'react';

/** Loads what will be wanted at once when it is wanted: whoever presses Ctrl K goes on typing. */
export function useWhenIdle(load: () => void): void {
  useEffect(() => {
    const handle = requestIdleCallback(load);
    return () => cancelIdleCallback(handle);
  }, [load]);
}
