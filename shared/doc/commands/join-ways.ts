import type * as Y from 'yjs';
import type { JoinWayId, NewId } from '../../domain/ids.ts';
import type { JoinWay } from '../../domain/meeting.ts';
import { addListed, change, editEntity, removeEntity } from '../change.ts';
import { patchEntity } from '../entity.ts';
import { orderKeyAt } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';

export type JoinWayFields = Partial<Omit<JoinWay, 'id'>>;

export function addJoinWay(doc: Y.Doc, newId: NewId, fields: JoinWayFields): JoinWayId {
  const id = newId() as JoinWayId;
  addListed(doc, 'logistics', id, { kind: 'link', label: '', value: '', details: '', ...fields });
  return id;
}

export function editJoinWay(doc: Y.Doc, id: JoinWayId, patch: JoinWayFields): boolean {
  return editEntity(doc, 'logistics', id, patch);
}

export function moveJoinWay(doc: Y.Doc, id: JoinWayId, index: number): boolean {
  return change(doc, 'logistics', id, (way) => {
    const shown = readMeeting(doc).logistics.map((other) => other.id);
    patchEntity(way, { order: orderKeyAt(doc, 'logistics', shown, { id, index }) });
  });
}

export function removeJoinWay(doc: Y.Doc, id: JoinWayId): boolean {
  return removeEntity(doc, 'logistics', id);
}
