import type * as Y from 'yjs';
import type { MeetingMeta } from '../../domain/meeting.ts';
import type { Instant, TimeZone } from '../../domain/time.ts';
import { command, patchEntity } from '../entity.ts';
import { metaOf, SCHEMA_VERSION } from '../schema.ts';

/** Makes an empty document a meeting. Once only: the document of a meeting that exists is left alone. */
export function createMeeting(
  doc: Y.Doc,
  fields: { readonly title: string; readonly timeZone: TimeZone | null; readonly createdAt: Instant },
): boolean {
  const meta = metaOf(doc);
  if (meta.size > 0) return false;
  return command(doc, () => {
    const { title, timeZone, createdAt } = fields;
    patchEntity(meta, { schema: SCHEMA_VERSION, title, series: '', timeZone, state: 'draft', createdAt });
    return true;
  });
}

export function editMeta(doc: Y.Doc, patch: Partial<Omit<MeetingMeta, 'createdAt'>>): void {
  command(doc, () => patchEntity(metaOf(doc), patch));
}
