import type * as Y from 'yjs';
import type { AttachmentId, NewId } from '../../domain/ids.ts';
import type { Attachment } from '../../domain/meeting.ts';
import { addListed, editEntity, removeEntity } from '../change.ts';

export type AttachmentFields = Partial<Omit<Attachment, 'id'>>;

const EMPTY = { name: '', label: '', author: '', date: null, type: '', size: null, sha256: null, item: null };

/** Adds the reference to a file; its bytes never enter the document. */
export function addAttachment(doc: Y.Doc, newId: NewId, fields: AttachmentFields): AttachmentId {
  const id = newId() as AttachmentId;
  addListed(doc, 'attachments', id, { ...EMPTY, ...fields });
  return id;
}

export function editAttachment(doc: Y.Doc, id: AttachmentId, patch: AttachmentFields): boolean {
  return editEntity(doc, 'attachments', id, patch);
}

export function removeAttachment(doc: Y.Doc, id: AttachmentId): boolean {
  return removeEntity(doc, 'attachments', id);
}
