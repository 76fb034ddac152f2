// Turns a growing log into a snapshot without ever standing on one leg: the new snapshot is written, read back, loaded
// and compared before it counts; the one before it stays, with all rows since; only what is older goes.
//
// A document is also kept as it was before the first edit of each later day (the last DAYS_KEPT such days), so that
// even a fault that saves nonsense can be undone. Days are told from the rows alone, whenever this runs. And while a
// document is spoilt, the last snapshot of it that was good stays: a repair takes its parts from there.

import * as Y from 'yjs';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { crc32 } from './checksum.ts';
import { isGood } from './last-good.ts';
import { type LibraryDb, type SnapshotRow, snapshotsFrom, type UpdateRow } from './library-db.ts';
import { isVerified, loadMeeting } from './load-meeting.ts';

export type CompactionOutcome =
  | 'compacted'
  | 'not-needed'
  /** Somebody else is at it, or undid it meanwhile. */
  | 'superseded'
  /** Something is lost; the user decides first. */
  | 'damaged'
  /** What was read back is not what was written. It is gone again; the log is untouched. */
  | 'unverified';

export interface CompactionOptions {
  /** Fewer rows than this are left alone, unless a day ended among them. */
  readonly minRows: number;
}

export const DAYS_KEPT = 14;

interface Cut {
  readonly kind: SnapshotRow['kind'];
  /** Rows with a lower index are in it. */
  readonly count: number;
}

/**
 * One at a time for a meeting, in all windows of this computer. A page that is no secure context (a guest's, from a
 * computer in the same network) has no locks: there two may do the same work, and one of them is superseded.
 */
export async function compact(
  db: LibraryDb,
  meeting: MeetingId,
  options: CompactionOptions,
): Promise<CompactionOutcome> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return compactLocked(db, meeting, options);
  return locks.request(`quorum:compact:${db.name}:${meeting}`, { ifAvailable: true }, (lock) =>
    lock ? compactLocked(db, meeting, options) : 'superseded',
  );
}

async function compactLocked(
  db: LibraryDb,
  meeting: MeetingId,
  { minRows }: CompactionOptions,
): Promise<CompactionOutcome> {
  const loaded = await loadMeeting(db, meeting);
  if (!loaded) return 'not-needed';
  if (loaded.damage) return 'damaged';
  const { rows, base } = loaded;
  const cuts = planCuts(base, rows, minRows);
  const last = rows.at(-1);
  if (cuts.length === 0 || !last) return 'not-needed';
  for (const { kind, count } of cuts) {
    const doc = count === rows.length ? loaded.doc : await loadPrefix(db, base, rows.slice(0, count));
    const through = rows[count - 1]?.seq ?? base?.through ?? 0;
    const at = rows[count - 1]?.at ?? base?.at ?? last.at;
    const outcome = await keepSnapshot(db, { meeting, kind, through, at }, doc);
    if (outcome !== 'compacted') return outcome;
  }
  return 'compacted';
}

/** Where a new day begins among the rows, and the whole when it is worth it. */
function planCuts(base: SnapshotRow | null, rows: readonly UpdateRow[], minRows: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let day = base ? dayOf(base.at) : null;
  for (const [index, row] of rows.entries()) {
    if (day !== null && dayOf(row.at) !== day) cuts.push({ kind: 'day', count: index });
    day = dayOf(row.at);
  }
  if (cuts.length > 0 || rows.length >= minRows) cuts.push({ kind: 'rolling', count: rows.length });
  return cuts.slice(-DAYS_KEPT);
}

/** The calendar day on this computer. */
export function dayOf(at: Instant): string {
  return new Date(at).toDateString();
}

async function loadPrefix(
  db: LibraryDb,
  base: SnapshotRow | null,
  rows: readonly UpdateRow[],
): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const bytes = base?.id === undefined ? undefined : (await db.snapshotBytes.get(base.id))?.bytes;
  if (bytes) Y.applyUpdateV2(doc, bytes);
  doc.transact(() => {
    for (const row of rows) Y.applyUpdate(doc, row.bytes);
  });
  return doc;
}

async function keepSnapshot(
  db: LibraryDb,
  facts: Pick<SnapshotRow, 'meeting' | 'kind' | 'through' | 'at'>,
  doc: Y.Doc,
): Promise<CompactionOutcome> {
  const bytes = Y.encodeStateAsUpdateV2(doc);
  const good = isGood(doc) ? 1 : 0;
  const row: SnapshotRow = { ...facts, verified: 0, floor: 0, size: bytes.length, crc: crc32(bytes), good };
  const id = await db.transaction('rw', db.snapshots, db.snapshotBytes, async () => {
    const key = await db.snapshots.add(row);
    await db.snapshotBytes.add({ id: key, bytes });
    return key;
  });
  const written = await db.snapshotBytes.get(id);
  if (written && equalBytes(written.bytes, bytes) && saysTheSame(written.bytes, doc))
    return settle(db, facts.meeting, id);
  await db.transaction('rw', db.snapshots, db.snapshotBytes, () => remove(db, [id]));
  return 'unverified';
}

/** A document loaded from the bytes has come as far as `doc`, and says the same again. */
function saysTheSame(bytes: Uint8Array, doc: Y.Doc): boolean {
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, bytes);
  return (
    equalBytes(Y.encodeStateVector(copy), Y.encodeStateVector(doc)) &&
    equalBytes(Y.encodeStateAsUpdateV2(copy), bytes)
  );
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Makes the snapshot count and lets go of what it replaces, in one transaction over what is there *now*. */
function settle(db: LibraryDb, meeting: MeetingId, id: number): Promise<CompactionOutcome> {
  return db.transaction('rw', db.snapshots, db.snapshotBytes, db.updates, async () => {
    if ((await db.snapshots.update(id, { verified: 1 })) === 0) return 'superseded';
    const newestFirst = await snapshotsFrom(db, meeting).reverse().toArray();
    const verified = newestFirst.filter(isVerified);
    const rolling = verified.filter(({ kind }) => kind === 'rolling');
    const days = verified.filter(({ kind }) => kind === 'day');
    const floor = rolling[1]?.through ?? 0;
    await db.snapshots.update(id, { floor });
    const lastGood = verified.filter(({ good }) => good !== 0).slice(0, 1);
    const rows = [...rolling.slice(0, 2), ...days.slice(0, DAYS_KEPT), ...lastGood];
    const kept = new Set(rows.map((row) => row.id));
    const gone = newestFirst.map((row) => row.id ?? 0).filter((key) => !kept.has(key));
    await remove(db, gone);
    await db.updates.where('[meeting+seq]').between([meeting, 0], [meeting, floor], true, true).delete();
    return 'compacted';
  });
}

async function remove(db: LibraryDb, ids: readonly number[]): Promise<void> {
  await db.snapshots.bulkDelete([...ids]);
  await db.snapshotBytes.bulkDelete([...ids]);
}
