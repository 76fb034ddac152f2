import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { readRichText } from '../../shared/doc/read-rich-text.ts';
import { plainText } from '../../shared/domain/registers.ts';

/** Follows whether a text has no word in it, and renders only when that changes. */
export function useIsEmpty(text: Y.XmlFragment): boolean {
  const [empty, setEmpty] = useState(() => isEmpty(text));
  useEffect(() => {
    const look = () => setEmpty(isEmpty(text));
    look();
    text.observeDeep(look);
    return () => text.unobserveDeep(look);
  }, [text]);
  return empty;
}

function isEmpty(text: Y.XmlFragment): boolean {
  return text.length === 0 || plainText(readRichText(text).doc).trim() === '';
}
