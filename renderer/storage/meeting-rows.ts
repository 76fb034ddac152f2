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

export interface Joining {
  readonly title: string;
  /** Gives what is to be kept of its room, from what is kept now. */
  readonly room: (kept: unknown) => unknown;
  readonly now: Instant;
}

/** One wait for the disk, and never a meeting without its room. */
export async function joinMeeting(
  db: LibraryDb,
  id: MeetingId,
  { title, room, now }: Joining,
): Promise<void> {
  const summary = buildFacts(id, readRecord(new Y.Doc()), now);
  const key = roomKey(id);
  await db.transaction('rw', db.meetings, db.summaries, db.settings, async () => {
    const [known, listed, kept] = await Promise.all([
      db.meetings.get(id),
      db.summaries.get(id),
      db.settings.get(key),
    ]);
    const fresh = { id, createdAt: now, invitedAs: title };
    await Promise.all([
      db.meetings.put({ ...fresh, ...known, deletedAt: null }),
      listed ? undefined : db.summaries.add({ id, through: 0, summary }),
      db.settings.put({ key, value: room(kept?.value) }),
    ]);
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
