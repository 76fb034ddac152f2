import { useLayoutEffect, useState } from 'react';

const GAP = 12;
/** Narrower than this beside the clock, the panel goes under the bar that then shows it. */
const ROOM = 420;

const CLOCKS = '[aria-label="Clock and people"], [aria-label="Clock"]';

interface Place {
  readonly top: number;
  readonly right: number;
  readonly maxHeight: string;
}

/** Where a panel at the right of the window stands clear of the clock, whether that is a column or a row. */
export function useBesideClock(): Place {
  const [place, setPlace] = useState(readPlace);
  useLayoutEffect(() => {
    const measure = () => {
      const next = readPlace();
      setPlace((old) => (old.top === next.top && old.right === next.right ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    for (const clock of document.querySelectorAll(CLOCKS)) observer.observe(clock);
    return () => observer.disconnect();
  }, []);
  return place;
}

function readPlace(): Place {
  const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  let [top, right] = [bar + GAP / 2, GAP];
  for (const clock of document.querySelectorAll(CLOCKS)) {
    if (!clock.checkVisibility()) continue;
    const box = clock.getBoundingClientRect();
    const isColumn = box.width < window.innerWidth / 2;
    if (isColumn && box.left > ROOM) right = Math.max(right, window.innerWidth - box.left + GAP);
    if (!isColumn) top = Math.max(top, box.bottom + GAP);
  }
  return { top, right, maxHeight: `calc(100dvh - ${top + GAP}px)` };
}
