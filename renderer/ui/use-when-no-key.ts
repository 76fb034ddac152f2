import { useEffect, useRef, useState } from 'react';

/** `value` as it was when no key was held down: nothing is pushed in, or taken away, under a hand that types. */
export function useWhenNoKey<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const held = useRef(new Set<string>());
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
    if (held.current.size === 0) setShown(() => value);
  }, [value]);
  useEffect(() => {
    const keys = held.current;
    const show = () => setShown(() => latest.current);
    const down = (event: KeyboardEvent) => keys.add(event.code);
    const up = (event: KeyboardEvent) => {
      keys.delete(event.code);
      // A Mac tells of no other key that is let go while Cmd is held.
      if (event.key === 'Meta') keys.clear();
      if (keys.size === 0) show();
    };
    const clear = () => {
      keys.clear();
      show();
    };
    window.addEventListener('keydown', down, true);
    window.addEventListener('keyup', up, true);
    window.addEventListener('blur', clear);
    return () => {
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keyup', up, true);
      window.removeEventListener('blur', clear);
    };
  }, []);
  return shown;
}
