import type * as Y from 'yjs';
import type { CommentId, NewId, ProposalId } from '../../domain/ids.ts';
import type { Comment } from '../../domain/meeting.ts';
import { editEntity, removeEntity } from '../change.ts';
import { addEntity, command } from '../entity.ts';
import { findEntity } from '../locate.ts';

/** `null` when the proposal is gone. */
export function addComment(
  doc: Y.Doc,
  newId: NewId,
  proposal: ProposalId,
  fields: Pick<Comment, 'by' | 'at' | 'text'>,
): CommentId | null {
  if (!findEntity(doc, 'proposals', proposal)) return null;
  const id = newId() as CommentId;
  command(doc, () => addEntity(doc, 'comments', id, { proposal, ...fields }));
  return id;
}

export function editComment(doc: Y.Doc, id: CommentId, text: string): boolean {
  return editEntity(doc, 'comments', id, { text });
}

export function removeComment(doc: Y.Doc, id: CommentId): boolean {
  return removeEntity(doc, 'comments', id);
}
