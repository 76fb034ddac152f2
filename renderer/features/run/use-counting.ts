import { useEffect, useState } from 'react';
import { useServices } from '../../session/services.tsx';
import type { Counting } from './clock-words.ts';

const KEY = 'run.counting';

/** Remaining or elapsed: what this person wants to see, on this computer. */
export function useCounting(): readonly [Counting, (counting: Counting) => void] {
  const { settings } = useServices().library;
  const [counting, setCounting] = useState<Counting>('remaining');
  useEffect(
    () => settings.watch(KEY, (value) => setCounting(value === 'elapsed' ? 'elapsed' : 'remaining')),
    [settings],
  );
  return [
    counting,
    (next) => {
      setCounting(next);
      settings.put(KEY, next).catch(console.error);
    },
  ];
}
