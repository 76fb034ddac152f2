// Whoever writes minutes and moves on by a key goes on writing: the caret goes from the minutes of the one item to the
// end of the next one's. Somebody who was elsewhere stays there.

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';

export interface CaretKept {
  readonly place: RefObject<HTMLElement | null>;
  /** To be called once the text in `place` can be typed into. */
  readonly onReady: () => void;
}

export function useCaretKept(item: ItemId): CaretKept {
  const place = useRef<HTMLElement>(null);
  const written = useRef<ItemId | null>(null);

  useEffect(() => {
    // The text that goes away takes the focus with it without a word, so the last that is heard of it is its coming.
    const look = (event: FocusEvent) => {
      const { target } = event;
      const text = target instanceof Element ? target.closest('[contenteditable="true"]') : null;
      written.current = text && place.current?.contains(text) ? item : null;
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [item]);

  const onReady = useCallback(() => {
    const text = place.current?.querySelector<HTMLElement>('[contenteditable="true"]');
    const before = written.current;
    if (!text || before === null || before === item || document.activeElement !== document.body) return;
    text.focus();
    const selection = getSelection();
    selection?.selectAllChildren(text);
    selection?.collapseToEnd();
    // Not heard of by `look`, which begins to listen after the text is there. One frame later the text is there to stay.
    requestAnimationFrame(() => {
      if (document.activeElement === text) written.current = item;
    });
  }, [item]);
  return { place, onReady };
}
