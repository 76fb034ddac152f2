import type * as Y from 'yjs';
import type { NewId, NextMeetingId } from '../../domain/ids.ts';
import type { NextMeeting } from '../../domain/meeting.ts';
import { addListed, editEntity, removeEntity } from '../change.ts';

export type NextMeetingFields = Partial<Omit<NextMeeting, 'id'>>;

export function addNextMeeting(doc: Y.Doc, newId: NewId, fields: NextMeetingFields): NextMeetingId {
  const id = newId() as NextMeetingId;
  addListed(doc, 'next', id, { title: '', dates: '', mode: '', note: '', ...fields });
  return id;
}

export function editNextMeeting(doc: Y.Doc, id: NextMeetingId, patch: NextMeetingFields): boolean {
  return editEntity(doc, 'next', id, patch);
}

export function removeNextMeeting(doc: Y.Doc, id: NextMeetingId): boolean {
  return removeEntity(doc, 'next', id);
}
