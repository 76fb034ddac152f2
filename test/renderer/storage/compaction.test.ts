import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { crc32 } from '../../../renderer/storage/checksum.ts';
import { compact, DAYS_KEPT } from '../../../renderer/storage/compaction.ts';
import type { LibraryDb } from '../../../renderer/storage/library-db.ts';
import { loadMeeting } from '../../../renderer/storage/load-meeting.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { flipBit, MEETING, openTestDb, storedText, writeRows } from './test-db.ts';

const day = (n: number, hour = 9) => new Date(2026, 2, n, hour).getTime() as Instant;
const all = { minRows: 1 };

async function dayTexts(db: LibraryDb): Promise<readonly string[]> {
  const rows = await db.snapshots.where('[meeting+through]').between([MEETING, 0], [MEETING, 1e9]).toArray();
  const texts: string[] = [];
  for (const { id, kind } of rows) {
    const bytes = (await db.snapshotBytes.get(id ?? 0))?.bytes;
    if (kind !== 'day' || !bytes) continue;
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, bytes);
    texts.push(doc.getText('t').toString());
  }
  return texts;
}

function crashOn(db: LibraryDb, name: string, action: 'creating' | 'updating' | 'deleting'): () => void {
  const table = db.table(name);
  const crash = () => {
    throw new Error('the power went out');
  };
  const hooks = {
    creating: table.hook.creating,
    updating: table.hook.updating,
    deleting: table.hook.deleting,
  };
  hooks[action].subscribe(crash);
  return () => hooks[action].unsubscribe(crash);
}

describe('compaction', () => {
  test('turns the log into a snapshot that says the same', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b', 'c'], () => day(10));
    expect(await compact(db, MEETING, all)).toBe('compacted');
    expect(await db.snapshots.toArray()).toMatchObject([
      { kind: 'rolling', through: 3, verified: 1, floor: 0 },
    ]);
    expect(await storedText(db)).toBe('abc');
  });

  test('leaves a short log alone', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b', 'c'], () => day(10));
    expect(await compact(db, MEETING, { minRows: 4 })).toBe('not-needed');
    expect(await db.snapshots.count()).toBe(0);
  });

  test('keeps the snapshot before the last one, with every row since', async () => {
    const db = await openTestDb();
    const doc = new Y.Doc();
    for (const text of ['a', 'b', 'c', 'd']) {
      await writeRows(db, [text], () => day(10), doc);
      await compact(db, MEETING, all);
    }
    const snapshots = await db.snapshots.toArray();
    expect(snapshots.map(({ through }) => through)).toEqual([3, 4]);
    expect(await db.snapshotBytes.toCollection().primaryKeys()).toEqual(snapshots.map(({ id }) => id));
    expect(await db.updates.toCollection().primaryKeys()).toEqual([4]);
    expect(await storedText(db)).toBe('abcd');
  });

  test('keeps the document as it was before the first edit of each later day', async () => {
    const db = await openTestDb();
    const doc = await writeRows(db, ['mon1 ', 'mon2 '], () => day(9));
    await writeRows(db, ['tue1 '], () => day(10), doc);
    await compact(db, MEETING, { minRows: 100 });
    expect(await dayTexts(db)).toEqual(['mon1 mon2 ']);
    await writeRows(db, ['wed1 '], () => day(11), doc);
    await compact(db, MEETING, { minRows: 100 });
    expect(await dayTexts(db)).toEqual(['mon1 mon2 ', 'mon1 mon2 tue1 ']);
    expect(await storedText(db)).toBe('mon1 mon2 tue1 wed1 ');
  });

  test(`keeps ${DAYS_KEPT} days`, async () => {
    const db = await openTestDb();
    const doc = new Y.Doc();
    for (let n = 1; n <= DAYS_KEPT + 4; n += 1) {
      await writeRows(db, [`${n} `], () => day(n), doc);
      await compact(db, MEETING, all);
    }
    const texts = await dayTexts(db);
    expect(texts).toHaveLength(DAYS_KEPT);
    expect(texts[0]).toBe('1 2 3 4 ');
  });

  test('a whole fortnight at once keeps its days too', async () => {
    const db = await openTestDb();
    const doc = new Y.Doc();
    for (let n = 1; n <= 5; n += 1) await writeRows(db, [`${n} `], () => day(n), doc);
    await compact(db, MEETING, all);
    expect(await dayTexts(db)).toEqual(['1 ', '1 2 ', '1 2 3 ', '1 2 3 4 ']);
  });

  test('a snapshot that does not read back as written goes again, and the log stays', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b'], () => day(10));
    db.snapshotBytes.hook('creating', (_key, row) => {
      Object.assign(row, { bytes: flipBit(row.bytes) });
    });
    expect(await compact(db, MEETING, all)).toBe('unverified');
    expect(await db.snapshots.count()).toBe(0);
    expect(await db.snapshotBytes.count()).toBe(0);
    expect(await db.updates.count()).toBe(2);
    expect(await storedText(db)).toBe('ab');
  });

  test('does not compact over damage', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b'], () => day(10));
    const row = await db.updates.get(2);
    await db.updates.update(2, { bytes: flipBit(row?.bytes ?? new Uint8Array()) });
    expect(await compact(db, MEETING, all)).toBe('damaged');
    expect(await db.updates.count()).toBe(2);
  });

  test('runs once at a time', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b'], () => day(10));
    const outcomes = await Promise.all([compact(db, MEETING, all), compact(db, MEETING, all)]);
    expect([...outcomes].sort()).toEqual(['compacted', 'superseded']);
  });

  test('interrupted at any step, nothing is lost and the next run cleans up', async () => {
    for (const [table, action] of [
      ['snapshots', 'creating'],
      ['snapshotBytes', 'creating'],
      ['snapshots', 'updating'],
      ['snapshots', 'deleting'],
      ['snapshotBytes', 'deleting'],
      ['updates', 'deleting'],
    ] as const) {
      const db = await openTestDb();
      const doc = await writeRows(db, ['a', 'b'], () => day(9));
      await compact(db, MEETING, all);
      await writeRows(db, ['c'], () => day(9), doc);
      await compact(db, MEETING, all);
      await writeRows(db, ['d'], () => day(9), doc);
      const restore = crashOn(db, table, action);
      await expect(compact(db, MEETING, all), `${table} ${action}`).rejects.toThrow('power');
      restore();
      expect(await storedText(db), `${table} ${action}`).toBe('abcd');
      expect(await compact(db, MEETING, all)).toBe('compacted');
      expect(await storedText(db), `${table} ${action}`).toBe('abcd');
      expect(await db.snapshots.toArray()).toMatchObject([{ verified: 1 }, { verified: 1 }]);
    }
  });

  test('an unverified snapshot never counts', async () => {
    const db = await openTestDb();
    await writeRows(db, ['a', 'b'], () => day(10));
    const update = vi.spyOn(db.snapshots, 'update').mockRejectedValueOnce(new Error('the power went out'));
    await expect(compact(db, MEETING, all)).rejects.toThrow('power');
    update.mockRestore();
    expect(await db.snapshots.toArray()).toMatchObject([{ verified: 0 }]);
    expect((await loadMeeting(db, MEETING))?.base).toBeNull();
  });

  test('documents with holes, deletions and several writers survive it', async () => {
    const edit = fc.record({
      writer: fc.nat(2),
      at: fc.nat(),
      insert: fc.boolean(),
      skip: fc.boolean(),
      compact: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 40 }), async (edits) => {
        const db = await openTestDb();
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        const truth = new Y.Doc();
        for (const { writer, at, insert, skip, compact: now } of edits) {
          const doc = docs[writer] ?? truth;
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(truth));
          const before = Y.encodeStateVector(doc);
          const text = doc.getText('t');
          if (insert || text.length === 0) text.insert(at % (text.length + 1), 'xyz');
          else text.delete(at % text.length, 1);
          const bytes = Y.encodeStateAsUpdate(doc, before);
          // A skipped one is a hole: what comes after it from the same writer has to wait in the document.
          if (skip) continue;
          Y.applyUpdate(truth, bytes);
          await db.updates.add({ meeting: MEETING, at: day(10), bytes, crc: crc32(bytes) });
          if (now) expect(await compact(db, MEETING, all)).toBe('compacted');
        }
        const loaded = await loadMeeting(db, MEETING);
        const doc = loaded?.doc ?? new Y.Doc();
        expect(doc.getText('t').toString()).toBe(truth.getText('t').toString());
        for (const each of docs) {
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(each));
          Y.applyUpdate(truth, Y.encodeStateAsUpdate(each));
        }
        expect(doc.getText('t').toString()).toBe(truth.getText('t').toString());
      }),
      { numRuns: 60 },
    );
  });

  test('by two windows at once that have no locks loses nothing', async () => {
    vi.stubGlobal('navigator', {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const db = await openTestDb();
    const doc = await writeRows(db, ['a', 'b', 'c'], () => day(1));
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.all([compact(db, MEETING, all), compact(db, MEETING, all)]);
      expect(outcomes).toContain('compacted');
      await writeRows(db, ['d', 'e'], () => day(1), doc);
      expect(await storedText(db)).toBe(doc.getText('t').toString());
    }
  });
});
