import { useEffect, useRef } from 'react';
import { announce } from '../ui/live-region.tsx';

/** Names the window after the place, and says the name when the place changes: the page itself is never loaded anew. */
export function usePageTitle(place: string): void {
  const said = useRef('');
  useEffect(() => {
    document.title = place === 'Quorum' ? place : `${place} - Quorum`;
    if (said.current && said.current !== place) announce(place);
    said.current = place;
  }, [place]);
}
