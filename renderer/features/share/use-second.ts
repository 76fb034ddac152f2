import { useEffect, useState } from 'react';

/** Renders again every second: for words such as "8 s ago". */
export function useSecond(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
}
