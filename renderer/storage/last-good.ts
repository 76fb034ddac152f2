// The last state of a meeting that nobody had spoilt: what a repair takes its parts from. Snapshots say whether they are
// good; how far the log after one can be trusted is found out by trying.

import * as Y from 'yjs';
import { checkDocument } from '../../shared/doc/check-document.ts';
import { checkVersion } from '../../shared/doc/upgrade.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { crc32 } from './checksum.ts';
import { type LibraryDb, rowsAfter, type SnapshotRow, snapshotsFrom, type UpdateRow } from './library-db.ts';
import { isVerified } from './load-meeting.ts';

export interface GoodState {
  readonly doc: Y.Doc;
  /** The last change in it. */
  readonly at: Instant;
}

/** A meeting of a version that is known here, with nothing in it to repair. */
export function isGood(doc: Y.Doc): boolean {
  const version = checkVersion(doc);
  return (version === 'current' || version === 'older') && checkDocument(doc).length === 0;
}

/** The newest good snapshot and as many of the log rows after it as leave it good; `null` where there is none. */
export async function loadLastGood(db: LibraryDb, meeting: MeetingId): Promise<GoodState | null> {
  const snapshots = (await snapshotsFrom(db, meeting).reverse().toArray()).filter(isVerified);
  const floor = snapshots[0]?.floor ?? 0;
  for (const snapshot of snapshots) {
    const bytes = snapshot.good === 0 ? undefined : (await db.snapshotBytes.get(snapshot.id ?? 0))?.bytes;
    if (!bytes || crc32(bytes) !== snapshot.crc) continue;
    const rows = snapshot.through < floor ? [] : await readableRows(db, meeting, snapshot.through);
    const good = findGood({ snapshot, bytes }, rows);
    if (good) return good;
  }
  return floor === 0 ? findGood(null, await readableRows(db, meeting, 0)) : null;
}

async function readableRows(db: LibraryDb, meeting: MeetingId, after: number): Promise<readonly UpdateRow[]> {
  const rows = await rowsAfter(db, meeting, after).toArray();
  const damaged = rows.findIndex(({ bytes, crc }) => crc32(bytes) !== crc);
  return damaged === -1 ? rows : rows.slice(0, damaged);
}

/** Goes back from the end in growing steps: what spoilt a document is most often the last that came. */
function findGood(
  base: { readonly snapshot: SnapshotRow; readonly bytes: Uint8Array } | null,
  rows: readonly UpdateRow[],
): GoodState | null {
  for (let back = 0; ; back = Math.max(1, back * 2)) {
    const count = Math.max(0, rows.length - back);
    const at = rows[count - 1]?.at ?? base?.snapshot.at;
    if (at === undefined) return null;
    const doc = loadGood(base?.bytes ?? null, rows.slice(0, count));
    if (doc) return { doc, at };
    if (count === 0) return null;
  }
}

function loadGood(base: Uint8Array | null, rows: readonly UpdateRow[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    if (base) Y.applyUpdateV2(doc, base);
    doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
    });
  } catch (error) {
    // Yjs reports bytes it cannot read by throwing.
    if (!(error instanceof Error)) throw error;
    return null;
  }
  if (isGood(doc)) return doc;
  doc.destroy();
  return null;
}
