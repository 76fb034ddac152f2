// Builds a document from the last good snapshot and the log rows after it. What cannot be read is left out and named;
// nothing is changed on the disk. With the snapshot before the last one its later rows are kept too, so that one bad
// snapshot loses nothing (compaction.ts).

import * as Y from 'yjs';
import { LOADED } from '../../shared/doc/origins.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { crc32 } from './checksum.ts';
import { type LibraryDb, rowsAfter, type SnapshotRow, snapshotsFrom, type UpdateRow } from './library-db.ts';

export interface Unreadable {
  readonly source: 'update' | 'snapshot';
  /** `seq` or `id` of the row. */
  readonly key: number;
  readonly at: Instant;
}

export interface Damage {
  readonly unreadable: readonly Unreadable[];
  /** False when an older snapshot and its rows made up for all of it. */
  readonly lost: boolean;
  /** Everything up to this moment is whole; `null` when nothing is. */
  readonly wholeUntil: Instant | null;
  /** The last moment that anything was written. */
  readonly lastAt: Instant;
}

export interface LoadedMeeting {
  readonly doc: Y.Doc;
  readonly base: SnapshotRow | null;
  /** The rows applied over the base. */
  readonly rows: readonly UpdateRow[];
  /** The last row in the document, or that of the snapshot. */
  readonly through: number;
  readonly damage: Damage | null;
}

interface Stored {
  readonly snapshots: readonly SnapshotRow[];
  readonly base: SnapshotRow | null;
  readonly baseBytes: Uint8Array | null;
  readonly badSnapshots: readonly SnapshotRow[];
  readonly rows: readonly UpdateRow[];
}

/** `null` when this computer has nothing of the meeting. `wholeOnly` stops before the first row that is damaged. */
export async function loadMeeting(
  db: LibraryDb,
  meeting: MeetingId,
  options: { readonly wholeOnly?: boolean } = {},
): Promise<LoadedMeeting | null> {
  const undecodable = new Set<number>();
  for (;;) {
    const stored = await readStored(db, meeting, undecodable);
    if (stored.snapshots.length === 0 && stored.rows.length === 0) return loadJoined(db, meeting);
    const doc = new Y.Doc();
    if (stored.base && stored.baseBytes && !apply(doc, stored.baseBytes, Y.applyUpdateV2)) {
      undecodable.add(stored.base.id ?? 0);
      continue;
    }
    return assemble(doc, stored, options.wholeOnly ?? false);
  }
}

/** A meeting that was joined is empty until something of it has come. */
async function loadJoined(db: LibraryDb, meeting: MeetingId): Promise<LoadedMeeting | null> {
  const row = await db.meetings.get(meeting);
  if (row?.invitedAs === undefined) return null;
  return { doc: new Y.Doc(), base: null, rows: [], through: 0, damage: null };
}

/** In one transaction, so that no compaction moves the ground between the snapshot and its rows. */
function readStored(db: LibraryDb, meeting: MeetingId, undecodable: ReadonlySet<number>): Promise<Stored> {
  return db.transaction('r', db.snapshots, db.snapshotBytes, db.updates, async () => {
    const snapshots = (await snapshotsFrom(db, meeting).reverse().toArray()).filter(isVerified);
    const badSnapshots: SnapshotRow[] = [];
    for (const base of snapshots) {
      const id = base.id ?? 0;
      const bytes = undecodable.has(id) ? undefined : (await db.snapshotBytes.get(id))?.bytes;
      if (!bytes || crc32(bytes) !== base.crc) {
        badSnapshots.push(base);
        continue;
      }
      const rows = await rowsAfter(db, meeting, base.through).toArray();
      return { snapshots, base, baseBytes: bytes, badSnapshots, rows };
    }
    const rows = await rowsAfter(db, meeting, 0).toArray();
    return { snapshots, base: null, baseBytes: null, badSnapshots, rows };
  });
}

function assemble(doc: Y.Doc, stored: Stored, wholeOnly: boolean): LoadedMeeting {
  const { base, snapshots } = stored;
  const unreadable: Unreadable[] = stored.badSnapshots.map(({ id = 0, at }) => ({
    source: 'snapshot',
    key: id,
    at,
  }));
  const rows: UpdateRow[] = [];
  const floor = snapshots[0]?.floor ?? 0;
  const gap = (base?.through ?? 0) < floor;
  let whole = !gap;
  let wholeUntil = base?.at ?? null;
  doc.transact(() => {
    for (const row of stored.rows) {
      if (wholeOnly && !whole) break;
      if (crc32(row.bytes) === row.crc && apply(doc, row.bytes, Y.applyUpdate)) {
        rows.push(row);
        if (whole) wholeUntil = row.at;
      } else {
        whole = false;
        unreadable.push({ source: 'update', key: row.seq ?? 0, at: row.at });
      }
    }
  }, LOADED);
  const lastAt = Math.max(0, ...stored.rows.map((row) => row.at), ...snapshots.map((row) => row.at));
  const damage: Damage | null =
    whole && unreadable.length === 0
      ? null
      : { unreadable, lost: !whole, wholeUntil, lastAt: lastAt as Instant };
  return { doc, base, rows, through: stored.rows.at(-1)?.seq ?? base?.through ?? 0, damage };
}

function apply(doc: Y.Doc, bytes: Uint8Array, how: typeof Y.applyUpdate): boolean {
  try {
    how(doc, bytes, LOADED);
    return true;
  } catch (error) {
    // Yjs reports bytes it cannot read by throwing plain errors and range errors of its decoder.
    if (error instanceof Error) return false;
    throw error;
  }
}

export function isVerified(snapshot: SnapshotRow): boolean {
  return snapshot.verified === 1;
}

/** Moves what cannot be read out of the way, byte for byte as it was found. */
export async function setAside(
  db: LibraryDb,
  meeting: MeetingId,
  unreadable: readonly Unreadable[],
  foundAt: Instant,
): Promise<void> {
  await db.transaction('rw', db.updates, db.snapshots, db.snapshotBytes, db.damaged, async () => {
    for (const { source, key, at } of unreadable) {
      const row = source === 'update' ? await db.updates.get(key) : await db.snapshotBytes.get(key);
      const bytes = row?.bytes ?? new Uint8Array();
      await db.damaged.add({ meeting, source, key, at, foundAt, bytes });
      if (source === 'update') await db.updates.delete(key);
      else await Promise.all([db.snapshots.delete(key), db.snapshotBytes.delete(key)]);
    }
  });
}
