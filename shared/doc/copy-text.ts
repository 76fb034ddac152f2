import type * as Y from 'yjs';
import type { NewId } from '../domain/ids.ts';
import { elementsOf, setAttr } from './texts.ts';

/**
 * Puts a copy of one text into another, in place of what is there. Content this version does not know is copied as it
 * is; decisions and action items of the copy are new ones, so they get ids of their own.
 */
export function copyText(from: Y.XmlFragment, to: Y.XmlFragment, newId: NewId): void {
  const copies = from.toArray().map((child) => child.clone() as Y.XmlElement | Y.XmlText);
  if (to.length > 0) to.delete(0, to.length);
  to.insert(0, copies);
  for (const element of elementsOf(to, ['actionItem', 'decision'])) setAttr(element, 'id', newId());
}
