// Which columns are shown. Wide enough, both stand beside the minutes; narrower, they are drawers over them, closed at
// first. The keys that hide a column work in both.

import { useCallback, useEffect, useMemo, useState } from 'react';

export type Width = 'wide' | 'narrow' | 'small';

export interface Columns {
  readonly width: Width;
  readonly rail: boolean;
  readonly side: boolean;
  readonly toggle: (column: 'rail' | 'side') => void;
  readonly closeDrawers: () => void;
}

const NARROW = '(max-width: 1000px)';
const SMALL = '(max-width: 799px)';

export function useColumns(): Columns {
  const [width, setWidth] = useState(readWidth);
  const [open, setOpen] = useState(() => initially(readWidth()));

  useEffect(() => {
    const queries = [NARROW, SMALL].map((query) => window.matchMedia(query));
    const read = () => {
      setWidth(readWidth());
      setOpen(initially(readWidth()));
    };
    for (const query of queries) query.addEventListener('change', read);
    return () => {
      for (const query of queries) query.removeEventListener('change', read);
    };
  }, []);

  const toggle = useCallback(
    (column: 'rail' | 'side') => setOpen((now) => ({ ...now, [column]: !now[column] })),
    [],
  );
  const closeDrawers = useCallback(() => setOpen(initially(readWidth())), []);
  return useMemo(() => ({ width, ...open, toggle, closeDrawers }), [width, open, toggle, closeDrawers]);
}

function readWidth(): Width {
  if (window.matchMedia(SMALL).matches) return 'small';
  return window.matchMedia(NARROW).matches ? 'narrow' : 'wide';
}

function initially(width: Width): { readonly rail: boolean; readonly side: boolean } {
  return { rail: width !== 'small', side: width === 'wide' };
}
