// States of meetings that are kept because a repair put another in their place: the spoilt one and the last good one.
// They can be listed, and opened as a meeting of their own.

import * as Y from 'yjs';
import { copyMeeting } from '../../shared/doc/copy-meeting.ts';
import { repairDocument } from '../../shared/doc/repair-document.ts';
import { metaOf, SCHEMA_VERSION } from '../../shared/doc/schema.ts';
import { checkVersion } from '../../shared/doc/upgrade.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { crc32 } from './checksum.ts';
import { loadLastGood } from './last-good.ts';
import type { KeptRow, LibraryDb } from './library-db.ts';

export type KeptVersion = Required<Omit<KeptRow, 'crc'>>;

/** Rows for a meeting; the oldest go. */
export const KEPT_ROWS = 10;

/**
 * Keeps the document as it is, and its last good state. Resolves when both are on the disk, with the good one, which
 * is the caller's to destroy; `null` where there is none.
 */
export async function keepVersions(
  db: LibraryDb,
  meeting: MeetingId,
  doc: Y.Doc,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<Y.Doc | null> {
  const good = await loadLastGood(db, meeting);
  const states = [
    { state: 'spoilt' as const, at: now, bytes: Y.encodeStateAsUpdateV2(doc) },
    ...(good ? [{ state: 'good' as const, at: good.at, bytes: Y.encodeStateAsUpdateV2(good.doc) }] : []),
  ];
  await db.transaction('rw', db.kept, db.keptBytes, async () => {
    for (const { state, at, bytes } of states) {
      const facts = { meeting, state, at, keptAt: now, reason, size: bytes.length, crc: crc32(bytes) };
      await db.keptBytes.add({ id: await db.kept.add(facts), bytes });
    }
    const all = await db.kept.where('meeting').equals(meeting).sortBy('id');
    const gone = all.slice(0, -KEPT_ROWS).map(({ id = 0 }) => id);
    await Promise.all([db.kept.bulkDelete(gone), db.keptBytes.bulkDelete(gone)]);
  });
  return good?.doc ?? null;
}

/** Latest first; of two that were kept together the spoilt one. */
export async function listKept(db: LibraryDb, meeting: MeetingId): Promise<readonly KeptVersion[]> {
  const rows = await db.kept.where('meeting').equals(meeting).toArray();
  return rows
    .map(({ id = 0, crc: _, ...facts }) => ({ id, ...facts }))
    .sort((a, b) => b.keptAt - a.keptAt || a.id - b.id);
}

/** Fills an empty document with a kept state, as a draft of its own that works. Throws, with a reason for the user. */
export async function copyKept(db: LibraryDb, id: number, now: Instant): Promise<(to: Y.Doc) => void> {
  const [row, bytes] = await Promise.all([db.kept.get(id), db.keptBytes.get(id)]);
  if (!row || !bytes) throw new Error('This version is not kept any more.');
  if (crc32(bytes.bytes) !== row.crc) throw new Error('The file of this version is damaged.');
  const from = new Y.Doc();
  Y.applyUpdateV2(from, bytes.bytes);
  const version = checkVersion(from);
  if (version === 'newer') throw new Error('It is of a newer Quorum: update Quorum, then copy it.');
  return (to) => {
    copyMeeting(from, to, now);
    // Nobody else has this copy, so there is nobody whom a wrong version could mislead.
    if (version === 'broken') metaOf(to).set('schema', SCHEMA_VERSION);
    repairDocument(to, null);
    from.destroy();
  };
}
