import { useEffect, useState } from 'react';
import { useSaveState } from './meeting-context.tsx';

const CALM = 300;

export interface SaveWords {
  readonly state: 'saved' | 'saving' | 'failed';
  readonly words: string;
}

/**
 * What is true about saving, in the words of the screen. "Saved" goes the moment something is not, and comes back once
 * nothing was written for 300 ms: so it is never a lie, and does not flicker with every letter.
 */
export function useSaveWords(): SaveWords {
  const { state } = useSaveState();
  const [calm, setCalm] = useState(state === 'saved');
  useEffect(() => {
    if (state !== 'saved') {
      setCalm(false);
      return;
    }
    const timer = setTimeout(() => setCalm(true), CALM);
    return () => clearTimeout(timer);
  }, [state]);
  if (state === 'failed') return { state, words: 'Not saved' };
  if (state === 'saved' && calm) return { state, words: 'Saved on this computer' };
  return { state: 'saving', words: 'Saving...' };
}
