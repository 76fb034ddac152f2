// The one polite live region. What is announced within a short while becomes one sentence, so that a burst is not a
// stammer. Alerts (not saved) do not come here: they are role="alert" strips.

import { useEffect, useState } from 'react';

const JOIN_WITHIN = 150;

type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says `text` to screen readers without moving the focus. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Rendered once, by the app. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    let waiting: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      setSpoken(waiting.join(' '));
      waiting = [];
      timer = undefined;
    };
    const listen: Listener = (text) => {
      waiting.push(text);
      // Emptied first: the same words twice in a row would otherwise not be a change, and not be read.
      setSpoken('');
      timer ??= setTimeout(flush, JOIN_WITHIN);
    };
    listeners.add(listen);
    return () => {
      listeners.delete(listen);
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {spoken}
    </div>
  );
}
