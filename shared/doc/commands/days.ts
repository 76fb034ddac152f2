import type * as Y from 'yjs';
import type { DayId, NewId } from '../../domain/ids.ts';
import type { Day } from '../../domain/meeting.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { editEntity } from '../change.ts';
import { addEntity, command } from '../entity.ts';
import { findDay, findEntity } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { markRemoved } from '../removal.ts';
import { markBlockRemoved } from './blocks.ts';

export function addDay(
  doc: Y.Doc,
  newId: NewId,
  fields: { readonly date: CalendarDate; readonly title?: string },
): DayId {
  const id = newId() as DayId;
  command(doc, () => addEntity(doc, 'days', id, { title: '', ...fields }));
  return id;
}

export function editDay(doc: Y.Doc, id: DayId, patch: Partial<Pick<Day, 'date' | 'title'>>): boolean {
  return editEntity(doc, 'days', id, patch);
}

/** Removes the day with all that is shown in it. */
export function removeDay(doc: Y.Doc, id: DayId): boolean {
  const day = findEntity(doc, 'days', id);
  if (!day) return false;
  command(doc, () => {
    for (const block of findDay(readMeeting(doc), id)?.blocks ?? []) markBlockRemoved(doc, block);
    markRemoved(day);
  });
  return true;
}
