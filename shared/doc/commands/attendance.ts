import type * as Y from 'yjs';
import type { AttendanceId, NewId, PersonId } from '../../domain/ids.ts';
import type { AttendanceSpan } from '../../domain/meeting.ts';
import { editEntity, removeEntity } from '../change.ts';
import { addEntity, command } from '../entity.ts';
import { findEntity } from '../locate.ts';

export type AttendanceFields = Pick<AttendanceSpan, 'from'> & Partial<Pick<AttendanceSpan, 'to' | 'note'>>;

/** Says that somebody was (or with `to: null`, is) there; `null` when the person is gone. */
export function addAttendance(
  doc: Y.Doc,
  newId: NewId,
  person: PersonId,
  fields: AttendanceFields,
): AttendanceId | null {
  if (!findEntity(doc, 'people', person)) return null;
  const id = newId() as AttendanceId;
  command(doc, () => addEntity(doc, 'attendance', id, { person, to: null, note: '', ...fields }));
  return id;
}

export function editAttendance(doc: Y.Doc, id: AttendanceId, patch: Partial<AttendanceFields>): boolean {
  return editEntity(doc, 'attendance', id, patch);
}

export function removeAttendance(doc: Y.Doc, id: AttendanceId): boolean {
  return removeEntity(doc, 'attendance', id);
}
