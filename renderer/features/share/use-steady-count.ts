import { useEffect, useRef, useState } from 'react';

/** "All confirmed" comes back after this; a count is named after `SLOW`, and renewed as often. */
const CALM = 300;
const SLOW = 700;

/**
 * Own changes on their way, for words that do not change with every key. 0 goes the moment something is on its way, and
 * comes back once nothing was for a moment; a count is named only when it stays. `null`: nothing steady to say.
 */
export function useSteadyCount(unsent: number): number | null {
  const [shown, setShown] = useState<number | null>(unsent === 0 ? 0 : null);
  const latest = useRef(unsent);
  useEffect(() => {
    latest.current = unsent;
  });
  const sending = unsent > 0;
  useEffect(() => {
    if (!sending) {
      const timer = setTimeout(() => setShown(0), CALM);
      return () => clearTimeout(timer);
    }
    const timer = setInterval(() => setShown(latest.current), SLOW);
    return () => clearInterval(timer);
  }, [sending]);
  if (shown === null) return null;
  return sending === shown > 0 ? shown : null;
}
