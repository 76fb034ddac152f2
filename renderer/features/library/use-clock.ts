import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/domain/time.ts';
import { useServices } from '../../session/services.tsx';

/** The time, read again every `every` ms on the full multiple, so that all seconds on screen change together. */
export function useClock(every: number): Instant {
  const { now } = useServices();
  const [time, setTime] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = now();
      setTime(at);
      timer = setTimeout(tick, every - (at % every));
    };
    tick();
    return () => clearTimeout(timer);
  }, [now, every]);
  return time;
}
