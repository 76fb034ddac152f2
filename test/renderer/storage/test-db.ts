// A real Dexie database over an in-memory IndexedDB, alone for each test; and ways to make it fail as real disks do.

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { crc32 } from '../../../renderer/storage/checksum.ts';
import { compact } from '../../../renderer/storage/compaction.ts';
import { type DatabasePlace, LibraryDb } from '../../../renderer/storage/library-db.ts';
import { type LoadedMeeting, loadMeeting } from '../../../renderer/storage/load-meeting.ts';
import { openStoredMeeting, type StoredMeeting } from '../../../renderer/storage/stored-meeting.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';

export const MEETING = 'meeting-1' as MeetingId;
let databases = 0;

// Live queries ask for an IndexedDB of the whole page before they look at the one of their database.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });

export function newPlace(): Required<DatabasePlace> {
  databases += 1;
  return { name: `test-${databases}`, indexedDB: new IDBFactory(), IDBKeyRange };
}

export async function openTestDb(place: DatabasePlace = newPlace()): Promise<LibraryDb> {
  const db = new LibraryDb(place);
  await db.open();
  onTestFinished(() => db.close());
  return db;
}

/** A clock that a test moves by hand. */
export function testClock(start = '2026-03-10T09:00:00'): {
  now: () => Instant;
  advance: (ms: number) => void;
} {
  let at = new Date(start).getTime();
  return {
    now: () => at as Instant,
    advance: (ms) => {
      at += ms;
    },
  };
}

export interface OpenTestMeeting {
  readonly now?: () => Instant;
  readonly id?: MeetingId;
}

/** Opens (or begins) a meeting in `db` as a window does. */
export async function openTestMeeting(db: LibraryDb, options: OpenTestMeeting = {}): Promise<StoredMeeting> {
  const { now = testClock().now, id = MEETING } = options;
  if (!(await db.meetings.get(id))) await db.meetings.add({ id, createdAt: now(), deletedAt: null });
  const loaded = (await loadMeeting(db, id)) ?? {
    doc: new Y.Doc(),
    base: null,
    rows: [],
    through: 0,
    damage: null,
  };
  return openLoaded(db, loaded, options);
}

/** The second half of opening a meeting, for tests in which something happens between the two. */
export function openLoaded(
  db: LibraryDb,
  loaded: LoadedMeeting,
  { now = testClock().now, id = MEETING }: OpenTestMeeting = {},
): StoredMeeting {
  const compactor = (meeting: MeetingId, limits: { readonly minRows: number }) =>
    compact(db, meeting, limits);
  const meeting = openStoredMeeting(db, id, loaded, { now, compactor, onUnsaved: () => {} });
  onTestFinished(async () => {
    meeting.retry();
    await meeting.close();
  });
  return meeting;
}

/** The text of the document that a fresh window would see. */
export async function storedText(db: LibraryDb, id: MeetingId = MEETING): Promise<string | null> {
  const loaded = await loadMeeting(db, id);
  return loaded ? loaded.doc.getText('t').toString() : null;
}

/** Writes one row per text, as edits of one writer at the given times. */
export async function writeRows(
  db: LibraryDb,
  texts: readonly string[],
  at: (index: number) => Instant,
  doc: Y.Doc = new Y.Doc(),
): Promise<Y.Doc> {
  for (const [index, text] of texts.entries()) {
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(doc.getText('t').length, text);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await db.updates.add({ meeting: MEETING, at: at(index), bytes, crc: crc32(bytes) });
  }
  return doc;
}

/** Every write is refused with `name` until the returned function is called. */
export function refuseWrites(name: string): () => void {
  const refuse = () => {
    throw new DOMException('refused by the test', name);
  };
  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse),
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse),
  ];
  const restore = () => {
    for (const spy of spies) spy.mockRestore();
  };
  onTestFinished(restore);
  return restore;
}

/** The bytes of a stored row change behind the app's back, as on a failing disk. */
export function flipBit(bytes: Uint8Array, at = Math.floor(bytes.length / 2)): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
