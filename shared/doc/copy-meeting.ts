import * as Y from 'yjs';
import type { Instant } from '../domain/time.ts';
import { IMPORTED } from './origins.ts';
import { metaOf, rootOf, runOf } from './schema.ts';

/**
 * Fills an empty document with the meeting of another, as a draft that has not run. A record would carry only what
 * this version knows; this carries all of it.
 */
export function copyMeeting(from: Y.Doc, to: Y.Doc, createdAt: Instant): void {
  const meta = metaOf(to);
  if (meta.size > 0) throw new Error('copyMeeting needs an empty document');
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from), IMPORTED);
  to.transact(() => {
    const title = meta.get('title');
    meta.set('title', `${typeof title === 'string' ? title : ''} (copy)`.trim());
    meta.set('state', 'draft');
    meta.set('createdAt', createdAt);
    // The log of a run only grows; the copy begins its own, and who was there is asked anew.
    runOf(to).delete(0, runOf(to).length);
    for (const id of rootOf(to, 'attendance').keys()) rootOf(to, 'attendance').delete(id);
  }, IMPORTED);
}
