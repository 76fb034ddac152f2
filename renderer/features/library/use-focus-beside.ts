import { type RefObject, useLayoutEffect, useRef } from 'react';

/** For a row of a list: when it goes while it has the focus, the row beside it gets that, not the page. */
export function useFocusBeside<E extends HTMLElement>(): RefObject<E | null> {
  const row = useRef<E>(null);
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const beside = element.nextElementSibling ?? element.previousElementSibling;
      requestAnimationFrame(() => beside?.querySelector<HTMLElement>('a')?.focus());
    };
  }, []);
  return row;
}
