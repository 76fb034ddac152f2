import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { crc32 } from '../../../renderer/storage/checksum.ts';
import { compact } from '../../../renderer/storage/compaction.ts';
import { isGood, loadLastGood } from '../../../renderer/storage/last-good.ts';
import type { LibraryDb } from '../../../renderer/storage/library-db.ts';
import { isVerified } from '../../../renderer/storage/load-meeting.ts';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { repairDocument } from '../../../shared/doc/repair-document.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { startOfMeeting } from '../../shared/doc/hostile.ts';
import { flipBit, MEETING, openTestDb } from './test-db.ts';

/** A document whose every edit is a row of the log, as in an open meeting. */
async function openLogged(): Promise<{
  db: LibraryDb;
  doc: Y.Doc;
  edit: (run: () => void) => Promise<void>;
}> {
  const db = await openTestDb();
  const doc = new Y.Doc();
  let at = 0;
  const edit = async (run: () => void) => {
    const before = Y.encodeStateVector(doc);
    run();
    const bytes = Y.encodeStateAsUpdate(doc, before);
    at += 1;
    await db.updates.add({ meeting: MEETING, at: at as Instant, bytes, crc: crc32(bytes) });
  };
  await edit(() => Y.applyUpdate(doc, startOfMeeting()));
  return { db, doc, edit };
}

const title = async (db: LibraryDb) => {
  const good = await loadLastGood(db, MEETING);
  return good && readRecord(good.doc).meta.title;
};
const spoil = (doc: Y.Doc) => () => void doc.getMap('items').set('e-3', 'junk');

describe('the last good state', () => {
  test('is the state that is there while nothing is wrong', async () => {
    const { db, doc, edit } = await openLogged();
    await edit(() => editMeta(doc, { title: 'Now' }));
    expect(await title(db)).toBe('Now');
    expect((await loadLastGood(db, MEETING))?.at).toBe(2);
  });

  test('is that before the log spoils it, however much came after', async () => {
    const { db, doc, edit } = await openLogged();
    for (let i = 0; i < 20; i += 1) await edit(() => editMeta(doc, { title: `Good ${i}` }));
    await edit(spoil(doc));
    expect(await title(db)).toBe('Good 19');
    await edit(() => editMeta(doc, { title: 'After' }));
    expect(await title(db)).toBe('Good 19');
    for (let i = 0; i < 5; i += 1) await edit(() => editMeta(doc, { title: `Later ${i}` }));
    expect(await title(db)).toMatch(/^Good 1\d$/);
  });

  test('outlives every compaction of a spoilt document, and goes when it is repaired', async () => {
    const { db, doc, edit } = await openLogged();
    await edit(() => editMeta(doc, { title: 'Good' }));
    await compact(db, MEETING, { minRows: 1 });
    await edit(spoil(doc));
    for (let i = 0; i < 4; i += 1) {
      await edit(() => editMeta(doc, { title: `Spoilt ${i}` }));
      expect(await compact(db, MEETING, { minRows: 1 })).toBe('compacted');
      expect(await title(db)).toBe('Good');
    }
    const good = await loadLastGood(db, MEETING);
    await edit(() => void repairDocument(doc, good?.doc ?? null));
    for (let i = 0; i < 3; i += 1) {
      await edit(() => editMeta(doc, { title: `Repaired ${i}` }));
      await compact(db, MEETING, { minRows: 1 });
    }
    expect(await title(db)).toBe('Repaired 2');
    const snapshots = (await db.snapshots.toArray()).filter(isVerified);
    expect(snapshots.map((row) => row.good)).toEqual([1, 1]);
  });

  test('is found behind a damaged snapshot and before a damaged row', async () => {
    const { db, doc, edit } = await openLogged();
    await compact(db, MEETING, { minRows: 1 });
    await edit(() => editMeta(doc, { title: 'First' }));
    await edit(() => editMeta(doc, { title: 'Second' }));
    const last = await db.updates.toCollection().last();
    await db.updates.update(last?.seq ?? 0, { bytes: flipBit(last?.bytes ?? new Uint8Array()) });
    expect(await title(db)).toBe('First');
    const [row] = await db.snapshotBytes.toArray();
    await db.snapshotBytes.update(row?.id ?? 0, { bytes: flipBit(row?.bytes ?? new Uint8Array()) });
    expect(await title(db)).toBe('First');
  });

  test('is none of an empty meeting, of a newer one, or where nothing is', async () => {
    const { db, doc, edit } = await openLogged();
    expect(await loadLastGood(await openTestDb(), MEETING)).toBeNull();
    expect(isGood(new Y.Doc())).toBe(false);
    await edit(() => void doc.getMap('meta').set('schema', 2));
    expect(isGood(doc)).toBe(false);
    expect(await title(db)).toBe('Start');
  });
});
