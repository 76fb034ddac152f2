import type * as Y from 'yjs';
import type { Dispose } from '../../shared/base/disposer.ts';
import { noteWriter } from '../../shared/doc/writers.ts';
import { isOwnEdit } from './room/unsent.ts';
import type { Me } from './services.tsx';

/** Notes in the document who writes here, with the first edit of the session: who only reads leaves no trace. */
export function noteOwnWriting(doc: Y.Doc, me: () => Me): Dispose {
  let noted = '';
  const onUpdate = (_: Uint8Array, origin: unknown, __: Y.Doc, { local }: Y.Transaction): void => {
    const { user, name } = me();
    // Yjs takes another number where somebody else writes under this one.
    const entry = `${doc.clientID} ${name}`;
    if (noted === entry || !isOwnEdit(origin, local)) return;
    noted = entry;
    noteWriter(doc, doc.clientID, { user, name });
  };
  doc.on('update', onUpdate);
  return () => doc.off('update', onUpdate);
}
