import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../renderer/storage/checksum.ts';
import { compact } from '../../../renderer/storage/compaction.ts';
import type { LibraryDb } from '../../../renderer/storage/library-db.ts';
import { loadMeeting, setAside } from '../../../renderer/storage/load-meeting.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { flipBit, MEETING, openTestDb, writeRows } from './test-db.ts';

const at = (minute: number) => (Date.UTC(2026, 2, 10, 9) + minute * 60_000) as Instant;

async function spoilRow(db: LibraryDb, index: number): Promise<Uint8Array> {
  const row = (await db.updates.toArray())[index];
  if (!row?.seq) throw new Error(`No row ${index}`);
  const bytes = flipBit(row.bytes);
  await db.updates.update(row.seq, { bytes });
  return bytes;
}

async function spoilSnapshot(db: LibraryDb, id: number): Promise<void> {
  const row = await db.snapshotBytes.get(id);
  if (!row) throw new Error(`No snapshot ${id}`);
  await db.snapshotBytes.update(id, { bytes: flipBit(row.bytes) });
}

describe('loading a meeting', () => {
  test('nothing stored is nothing loaded', async () => {
    expect(await loadMeeting(await openTestDb(), MEETING)).toBeNull();
  });

  test('puts the rows back together', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one ', 'two ', 'three'], at);
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.doc.getText('t').toString()).toBe('one two three');
    expect(loaded?.damage).toBeNull();
    expect(loaded?.through).toBe(3);
  });

  test('a flipped bit in a row is found, named and not applied', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one ', 'two ', 'three'], at);
    await spoilRow(db, 2);
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.doc.getText('t').toString()).toBe('one two ');
    expect(loaded?.damage).toEqual({
      unreadable: [{ source: 'update', key: 3, at: at(2) }],
      lost: true,
      wholeUntil: at(1),
      lastAt: at(2),
    });
  });

  test('a row that Yjs cannot read is damage too, though its sum is right', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one'], at);
    const bytes = new Uint8Array([1, 1, 255, 255]);
    await db.updates.add({ meeting: MEETING, at: at(5), bytes, crc: crc32(bytes) });
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.doc.getText('t').toString()).toBe('one');
    expect(loaded?.damage?.unreadable).toHaveLength(1);
  });

  test('the whole copy ends before the first loss; all else keeps what other writers wrote after it', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one '], at);
    await writeRows(db, ['lost '], () => at(1));
    const third = await writeRows(db, ['kept '], () => at(2));
    await spoilRow(db, 1);
    const whole = await loadMeeting(db, MEETING, { wholeOnly: true });
    expect(whole?.doc.getText('t').toString()).toBe('one ');
    const all = await loadMeeting(db, MEETING);
    expect(all?.doc.getText('t').toString()).toContain('one ');
    expect(all?.doc.getText('t').toString()).toContain(third.getText('t').toString());
    expect(all?.damage?.wholeUntil).toBe(at(0));
  });

  test('one bad snapshot loses nothing: the one before it and its rows are still there', async () => {
    const db = await openTestDb();
    const doc = await writeRows(db, ['one ', 'two '], at);
    await compact(db, MEETING, { minRows: 1 });
    await writeRows(db, ['three ', 'four '], at, doc);
    await compact(db, MEETING, { minRows: 1 });
    await spoilSnapshot(db, 2);
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.doc.getText('t').toString()).toBe('one two three four ');
    expect(loaded?.base?.id).toBe(1);
    expect(loaded?.damage).toMatchObject({ lost: false, unreadable: [{ source: 'snapshot', key: 2 }] });
  });

  test('with both snapshots bad, the loss is reported and the rows since are kept', async () => {
    const db = await openTestDb();
    const doc = await writeRows(db, ['one '], at);
    for (const text of ['two ', 'three ']) {
      await compact(db, MEETING, { minRows: 1 });
      await writeRows(db, [text], () => at(9), doc);
    }
    await compact(db, MEETING, { minRows: 1 });
    for (const id of (await db.snapshots.toCollection().primaryKeys()).slice(-2)) await spoilSnapshot(db, id);
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.damage).toMatchObject({ lost: true, wholeUntil: null, lastAt: at(9) });
    expect(loaded?.damage?.unreadable).toHaveLength(2);
  });

  test('a snapshot that lost its bytes counts as unreadable', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one '], at);
    await compact(db, MEETING, { minRows: 1 });
    await db.snapshotBytes.clear();
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.doc.getText('t').toString()).toBe('one ');
    expect(loaded?.damage?.lost).toBe(false);
  });

  test('what is set aside is kept byte for byte, and the rest opens as whole', async () => {
    const db = await openTestDb();
    await writeRows(db, ['one ', 'two '], at);
    const bytes = await spoilRow(db, 1);
    const damage = (await loadMeeting(db, MEETING))?.damage;
    await setAside(db, MEETING, damage?.unreadable ?? [], at(60));
    const kept = await db.damaged.toArray();
    expect(kept).toMatchObject([{ meeting: MEETING, source: 'update', key: 2, at: at(1), foundAt: at(60) }]);
    expect(kept[0]?.bytes).toEqual(bytes);
    const loaded = await loadMeeting(db, MEETING);
    expect(loaded?.damage).toBeNull();
    expect(loaded?.doc.getText('t').toString()).toBe('one ');
  });
});
