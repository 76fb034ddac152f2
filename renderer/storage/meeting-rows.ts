// Which meetings are kept here, apart from what they say: joining one that comes from others, and letting one go with
// everything that belongs to it.

import * as Y from 'yjs';
import { readRecord } from '../../shared/doc/record.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { LibraryDb } from './library-db.ts';
import { buildFacts } from './meeting-summary.ts';

/** The setting that says which room this computer's copy of a meeting is in. */
export function roomKey(id: MeetingId): string {
  return `room:${id}`;
}

export async function joinMeeting(db: LibraryDb, id: MeetingId, title: string, now: Instant): Promise<void> {
  const summary = buildFacts(id, readRecord(new Y.Doc()), now);
  await db.transaction('rw', db.meetings, db.summaries, async () => {
    const known = await db.meetings.get(id);
    const fresh = { id, createdAt: now, invitedAs: title };
    await db.meetings.put({ ...fresh, ...known, deletedAt: null });
    if (!(await db.summaries.get(id))) await db.summaries.add({ id, through: 0, summary });
  });
}

export async function purgeMeeting(db: LibraryDb, id: MeetingId): Promise<void> {
  const { meetings, summaries, updates, snapshots, snapshotBytes, kept, keptBytes, damaged, settings } = db;
  const tables = [meetings, summaries, updates, snapshots, snapshotBytes, kept, keptBytes, damaged, settings];
  await db.transaction('rw', tables, async () => {
    const copies = snapshots.where('[meeting+through]').between([id, -1], [id, Number.POSITIVE_INFINITY]);
    await snapshotBytes.bulkDelete(await copies.primaryKeys());
    await copies.delete();
    await updates.where('[meeting+seq]').between([id, 0], [id, Number.POSITIVE_INFINITY]).delete();
    const versions = kept.where('meeting').equals(id);
    await keptBytes.bulkDelete(await versions.primaryKeys());
    await versions.delete();
    await damaged.where('meeting').equals(id).delete();
    await Promise.all([summaries.delete(id), meetings.delete(id), settings.delete(roomKey(id))]);
  });
}
