// The list of meetings: a live view of it, and its cache. `summaries` holds what lists show; here it is joined with the
// truth about deletion, found to be stale, and rebuilt from the documents.

import { liveQuery } from 'dexie';
import type { Dispose } from '../../shared/base/disposer.ts';
import { readRecord } from '../../shared/doc/record.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { type LibraryDb, rowsAfter, snapshotsFrom } from './library-db.ts';
import { loadMeeting } from './load-meeting.ts';
import { buildFacts, type MeetingSummary } from './meeting-summary.ts';

/** Latest change first. Deleted meetings are in it, with `deletedAt`. */
export function watchMeetings(
  db: LibraryDb,
  onChange: (list: readonly MeetingSummary[]) => void,
  onError: (error: unknown) => void,
): Dispose {
  const subscription = liveQuery(() => readList(db)).subscribe({ next: onChange, error: onError });
  return () => subscription.unsubscribe();
}

function readList(db: LibraryDb): Promise<readonly MeetingSummary[]> {
  return db.transaction('r', db.meetings, db.summaries, async () => {
    const meetings = await db.meetings.toArray();
    const summaries = await db.summaries.bulkGet(meetings.map(({ id }) => id));
    return meetings
      .flatMap(({ deletedAt, invitedAs }, index) => {
        const row = summaries[index];
        if (!row) return [];
        const { summary, through } = row;
        // A summary may be kept a moment before the rows that it is of.
        const waiting =
          invitedAs !== undefined && through === 0 && summary.title === '' && summary.dayCount === 0;
        // Of a list entry that was kept before there were templates.
        const template = summary.template ?? false;
        return [{ ...summary, template, title: summary.title || (invitedAs ?? ''), deletedAt, waiting }];
      })
      .sort((a, b) => b.updatedAt - a.updatedAt);
  });
}

/** Brings the cache up to the documents where a crash left it behind. Says how many entries were made anew. */
export async function refreshIndex(db: LibraryDb): Promise<number> {
  let count = 0;
  for (const { id, createdAt } of await db.meetings.toArray()) {
    const cached = await db.summaries.get(id);
    const end = await readLogEnd(db, id);
    if (cached && cached.through >= end.through) continue;
    const loaded = await loadMeeting(db, id);
    if (!loaded) continue;
    const summary = buildFacts(id, readRecord(loaded.doc), end.at ?? createdAt);
    await db.summaries.put({ id, through: loaded.through, summary });
    loaded.doc.destroy();
    count += 1;
  }
  return count;
}

/** Throws the cache away and makes it from the documents, those included whose meeting row is lost. */
export async function rebuildIndex(db: LibraryDb, now: Instant): Promise<void> {
  await db.summaries.clear();
  for (const id of await findDocuments(db)) {
    await db.transaction('rw', db.meetings, async () => {
      if (!(await db.meetings.get(id))) await db.meetings.add({ id, createdAt: now, deletedAt: null });
    });
  }
  await refreshIndex(db);
}

async function findDocuments(db: LibraryDb): Promise<ReadonlySet<MeetingId>> {
  const ids = new Set<MeetingId>();
  for (const [table, index] of [
    [db.updates, '[meeting+seq]'],
    [db.snapshots, '[meeting+through]'],
  ] as const) {
    // From one meeting to the next, without reading the rows between.
    let row = await table.orderBy(index).first();
    while (row) {
      ids.add(row.meeting);
      row = await table.where(index).above([row.meeting, Number.POSITIVE_INFINITY]).first();
    }
  }
  return ids;
}

async function readLogEnd(db: LibraryDb, id: MeetingId): Promise<{ through: number; at: Instant | null }> {
  const row = await rowsAfter(db, id, 0).last();
  const snapshot = await snapshotsFrom(db, id).last();
  return { through: row?.seq ?? snapshot?.through ?? 0, at: row?.at ?? snapshot?.at ?? null };
}
