import { IDBDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { compact } from '../../../renderer/storage/compaction.ts';
import type { DatabasePlace } from '../../../renderer/storage/library-db.ts';
import { loadMeeting } from '../../../renderer/storage/load-meeting.ts';
import { COMPACT_AT, type StoredMeeting } from '../../../renderer/storage/stored-meeting.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import {
  MEETING,
  newPlace,
  openLoaded,
  openTestDb,
  openTestMeeting,
  refuseWrites,
  storedText,
  testClock,
} from './test-db.ts';

function type(meeting: StoredMeeting, letters: string): void {
  const text = meeting.doc.getText('t');
  text.insert(text.length, letters);
}

const textOf = (meeting: StoredMeeting) => meeting.doc.getText('t').toString();

/** The moment the document of this window changes because of another one. */
function arrival(meeting: StoredMeeting): Promise<void> {
  return new Promise((resolve) => {
    meeting.doc.once('update', () => resolve());
  });
}

function done(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

async function upgradeElsewhere({
  name,
  indexedDB,
}: Required<DatabasePlace>): Promise<globalThis.IDBDatabase> {
  // Beyond every version there will be in a while; IndexedDB counts in tenths of Dexie’s.
  const request = indexedDB.open(name, 1_000);
  await done(request);
  return request.result;
}

describe('an open meeting', () => {
  test('has on the disk what it calls saved', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    type(meeting, 'hello');
    expect(meeting.status.state).toBe('saving');
    expect((await meeting.settled()).state).toBe('saved');
    expect(await storedText(db)).toBe('hello');
  });

  test('writes with strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    onTestFinished(() => transaction.mockRestore());
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    transaction.mockClear();
    type(meeting, 'hello');
    await meeting.settled();
    expect(transaction.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
      ['readwrite', { durability: 'strict' }],
    ]);
  });

  test('goes on in memory when the disk is full, and saves all of it when there is room again', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    type(meeting, 'before ');
    await meeting.settled();
    const allow = refuseWrites('QuotaExceededError');
    type(meeting, 'during ');
    expect((await meeting.settled()).problem?.code).toBe('disk-full');
    type(meeting, 'after');
    expect(textOf(meeting)).toBe('before during after');
    allow();
    expect(await storedText(db)).toBe('before ');
    meeting.retry();
    expect((await meeting.settled()).state).toBe('saved');
    expect(await storedText(db)).toBe('before during after');
  });

  test('says at closing whether something was never saved', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    refuseWrites('UnknownError');
    type(meeting, 'x');
    expect(await meeting.close()).toMatchObject({ state: 'failed', problem: { code: 'storage-broken' } });
  });

  test('is not written to after closing', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    type(meeting, 'a');
    await meeting.close();
    type(meeting, 'b');
    expect(await storedText(db)).toBe('a');
  });

  test('reaches the other window, and comes back from it', async () => {
    const db = await openTestDb();
    const [one, two] = [await openTestMeeting(db), await openTestMeeting(db)];
    const arrived = arrival(two);
    type(one, 'from one');
    await arrived;
    expect(textOf(two)).toBe('from one');
    const back = arrival(one);
    two.doc.getText('t').insert(0, 'two and ');
    await back;
    expect(textOf(one)).toBe('two and from one');
    await Promise.all([one.settled(), two.settled()]);
    expect(await db.updates.count()).toBe(2);
  });

  test('sees what was written while it was being opened', async () => {
    const db = await openTestDb();
    const one = await openTestMeeting(db);
    type(one, 'before, ');
    await one.settled();
    const loaded = await loadMeeting(db, MEETING);
    if (!loaded) throw new Error('Nothing loaded');
    type(one, 'meanwhile');
    await one.settled();
    const two = openLoaded(db, loaded);
    await arrival(two);
    expect(textOf(two)).toBe('before, meanwhile');
  });

  test('catches up when rows it has not read are compacted away', async () => {
    const db = await openTestDb();
    const [one, two] = [await openTestMeeting(db), await openTestMeeting(db)];
    await two.close();
    const late = await openTestMeeting(db);
    for (const letter of 'abcdef') {
      type(one, letter);
      await one.settled();
      await compact(db, MEETING, { minRows: 1 });
    }
    await late.catchUp();
    expect(textOf(late)).toBe('abcdef');
  });

  test('two windows with any interleaving of edits and compactions end equal, with everything on the disk', async () => {
    const step = fc.record({
      window: fc.nat(1),
      what: fc.constantFrom('type', 'erase', 'settle', 'compact', 'reopen'),
      at: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const db = await openTestDb();
        const windows: [StoredMeeting, StoredMeeting] = [
          await openTestMeeting(db),
          await openTestMeeting(db),
        ];
        for (const { window, what, at } of steps) {
          const index = window === 0 ? 0 : 1;
          const meeting = windows[index];
          const text = meeting.doc.getText('t');
          if (what === 'type') text.insert(at % (text.length + 1), 'abc');
          else if (what === 'erase' && text.length > 0) text.delete(at % text.length, 1);
          else if (what === 'settle') await meeting.settled();
          else if (what === 'compact') await compact(db, MEETING, { minRows: 1 });
          else if (what === 'reopen') {
            await meeting.close();
            windows[index] = await openTestMeeting(db);
          }
        }
        for (const meeting of windows) await meeting.settled();
        for (const meeting of windows) await meeting.catchUp();
        expect(textOf(windows[0])).toBe(textOf(windows[1]));
        expect((await storedText(db)) ?? '').toBe(textOf(windows[0]));
        for (const meeting of windows) await meeting.close();
      }),
      { numRuns: 60 },
    );
  });

  test('compacts its log by itself', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    for (let i = 0; i < COMPACT_AT; i += 1) {
      type(meeting, 'x');
      await meeting.settled();
    }
    await meeting.close();
    expect(await db.snapshots.toArray()).toMatchObject([
      { kind: 'rolling', through: COMPACT_AT, verified: 1 },
    ]);
  });

  test('keeps yesterday as it was when it is opened and edited today', async () => {
    const db = await openTestDb();
    const { now, advance } = testClock();
    const yesterday = await openTestMeeting(db, { now });
    type(yesterday, 'yesterday');
    await yesterday.close();
    advance(24 * 60 * 60_000);
    const today = await openTestMeeting(db, { now });
    type(today, ', today');
    await today.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const next = await openTestMeeting(db, { now });
    vi.advanceTimersByTime(5_000);
    await next.close();
    const day = (await db.snapshots.toArray()).find(({ kind }) => kind === 'day');
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, (await db.snapshotBytes.get(day?.id ?? 0))?.bytes ?? new Uint8Array());
    expect(doc.getText('t').toString()).toBe('yesterday');
    expect(await storedText(db)).toBe('yesterday, today');
  });

  test('that was deleted for good elsewhere comes back whole with the next edit, not as a torn end', async () => {
    const db = await openTestDb();
    const meeting = await openTestMeeting(db);
    type(meeting, 'all of ');
    await meeting.settled();
    await Promise.all([db.meetings.clear(), db.updates.clear()]);
    type(meeting, 'it');
    await meeting.settled();
    expect(await storedText(db)).toBe('all of it');
    expect(await db.meetings.get(MEETING)).toBeDefined();
  });

  test('a newer app that upgrades the library takes the database over, and this window says so', async () => {
    const place = newPlace();
    const db = await openTestDb(place);
    const meeting = await openTestMeeting(db);
    type(meeting, 'old app ');
    await meeting.settled();
    const newer = await upgradeElsewhere(place);
    type(meeting, 'is late');
    expect((await meeting.settled()).problem).toMatchObject({ code: 'closed' });
    const rows = newer.transaction('updates').objectStore('updates').count();
    await done(rows);
    expect(rows.result).toBe(1);
    newer.close();
  });

  test('meetings do not mix', async () => {
    const db = await openTestDb();
    const one = await openTestMeeting(db);
    const other = await openTestMeeting(db, { id: 'meeting-10' as MeetingId });
    type(one, 'one');
    type(other, 'other');
    await Promise.all([one.settled(), other.settled()]);
    expect(await storedText(db)).toBe('one');
    expect(await storedText(db, 'meeting-10' as MeetingId)).toBe('other');
  });
});
