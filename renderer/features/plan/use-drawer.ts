// Whether the right column is shown. In a wide window it is; in a narrow one it is a drawer that Escape closes. Ctrl
// Shift \ takes it away and brings it back in both.

import { useCallback, useEffect, useState } from 'react';

const NARROW = '(max-width: 1000px)';

export interface Drawer {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly toggle: () => void;
  readonly close: () => void;
}

export function useDrawer(): Drawer {
  const [isOpen, setOpen] = useState(() => !window.matchMedia(NARROW).matches);
  const toggle = useCallback(() => setOpen((isOpen) => !isOpen), []);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    const narrow = window.matchMedia(NARROW);
    const onWidth = () => setOpen(!narrow.matches);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'Backslash') {
        event.preventDefault();
        toggle();
      } else if (event.key === 'Escape' && narrow.matches) close();
    };
    narrow.addEventListener('change', onWidth);
    window.addEventListener('keydown', onKey);
    return () => {
      narrow.removeEventListener('change', onWidth);
      window.removeEventListener('keydown', onKey);
    };
  }, [close, toggle]);
  return { isOpen, open, toggle, close };
}
