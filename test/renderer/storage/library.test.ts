import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { compact } from '../../../renderer/storage/compaction.ts';
import { DELETED_KEPT, type Library, openLibrary } from '../../../renderer/storage/library.ts';
import { type DatabasePlace, LibraryDb } from '../../../renderer/storage/library-db.ts';
import { buildFacts, type MeetingSummary } from '../../../renderer/storage/meeting-summary.ts';
import type { StoredMeeting } from '../../../renderer/storage/stored-meeting.ts';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../shared/doc/commands/days.ts';
import { addItem } from '../../../shared/doc/commands/items.ts';
import { createMeeting, editMeta } from '../../../shared/doc/commands/meeting.ts';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { itemText, writeRichText } from '../../../shared/doc/texts.ts';
import { checkVersion } from '../../../shared/doc/upgrade.ts';
import { noteWriter } from '../../../shared/doc/writers.ts';
import type { EventId, ItemId, MeetingId, NewId } from '../../../shared/domain/ids.ts';
import type { CalendarDate, Instant, TimeZone } from '../../../shared/domain/time.ts';
import { flipBit, newPlace, refuseWrites, testClock } from './test-db.ts';

let ids = 0;
const newId: NewId = () => {
  ids += 1;
  return `id-${ids}`;
};

async function openTestLibrary(place: DatabasePlace = newPlace(), now = testClock().now) {
  const asked: string[] = [];
  const storage = { persist: async () => asked.push('persist') > 0 } as unknown as StorageManager;
  const library = await openLibrary({ ...place, newId, now, storage });
  const db = new LibraryDb(place);
  onTestFinished(() => {
    library.close();
    db.close();
  });
  return { library, db, asked, place };
}

function initMeeting(title: string) {
  return (doc: Y.Doc): void => {
    createMeeting(doc, { title, timeZone: 'America/Phoenix' as TimeZone, createdAt: 1 as Instant });
    const day = addDay(doc, newId, { date: '2026-03-10' as CalendarDate });
    const block = addBlock(doc, newId, day, { title: 'Morning' });
    if (block === null) throw new Error('No block');
    const item = addItem(doc, newId, block, { title: 'Recovery rehearsals', duration: '30' });
    const text = item && itemText(doc, item, 'minutes');
    if (!text) throw new Error('No minutes');
    writeRichText(text, {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Agreed to rehearse.' }] }],
    });
  };
}

/** The next list that satisfies `wanted`. */
function nextList(
  library: Library,
  wanted: (list: readonly MeetingSummary[]) => boolean,
): Promise<readonly MeetingSummary[]> {
  return new Promise((resolve) => {
    const stop = library.watch((list) => {
      if (!wanted(list)) return;
      queueMicrotask(() => stop());
      resolve(list);
    });
  });
}

async function openStored(library: Library, id: MeetingId): Promise<StoredMeeting> {
  const opened = await library.open(id);
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(async () => {
    await opened.value.close();
  });
  return opened.value;
}

describe('the library', () => {
  test('is empty at first', async () => {
    const { library } = await openTestLibrary();
    expect(await nextList(library, () => true)).toEqual([]);
  });

  test('lists a meeting as soon as it is made, with what lists show', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    const [summary] = await nextList(library, (list) => list.length === 1);
    expect(summary).toMatchObject({
      id,
      title: 'Planning',
      timeZone: 'America/Phoenix',
      firstDay: '2026-03-10',
      lastDay: '2026-03-10',
      state: 'draft',
      dayCount: 1,
      itemCount: 1,
      live: null,
      deletedAt: null,
    });
  });

  test('has a made meeting on the disk, for the next start to find', async () => {
    const { library, place } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    library.close();
    const { library: next } = await openTestLibrary(place);
    const stored = await openStored(next, id);
    expect(readRecord(stored.doc).meta.title).toBe('Planning');
  });

  test('refuses to make a meeting that it cannot keep', async () => {
    const { library } = await openTestLibrary();
    refuseWrites('QuotaExceededError');
    await expect(library.create(initMeeting('Planning'))).rejects.toThrow();
  });

  test('asks the browser once to keep its data', async () => {
    const { library, asked, place } = await openTestLibrary();
    await library.create(initMeeting('One'));
    await library.create(initMeeting('Two'));
    await vi.waitUntil(() => asked.length > 0);
    const { library: next, asked: askedNext } = await openTestLibrary(place);
    await next.create(initMeeting('Three'));
    expect([asked, askedNext]).toEqual([['persist'], []]);
  });

  test('tells every window of changes', async () => {
    const { library, place } = await openTestLibrary();
    const { library: other } = await openTestLibrary(place);
    const seen = nextList(other, (list) => list.some(({ title }) => title === 'Planning'));
    await library.create(initMeeting('Planning'));
    expect(await seen).toHaveLength(1);
  });

  test('duplicates agenda and texts as a draft that has not run', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    const stored = await openStored(library, id);
    editMeta(stored.doc, { state: 'running' });
    const item = readRecord(stored.doc).days[0]?.blocks[0]?.items[0]?.id as ItemId;
    appendRunEvent(stored.doc, { id: 'e1' as EventId, at: 5 as Instant, by: 'Ines', type: 'start', item });
    await stored.settled();
    const copy = await openStored(library, await library.duplicate(id));
    expect(copy.id).not.toBe(id);
    const [before, after] = [readRecord(stored.doc), readRecord(copy.doc)];
    expect(after.meta).toMatchObject({ title: 'Planning (copy)', state: 'draft' });
    expect(after.run).toEqual([]);
    expect(after.days).toEqual(before.days);
  });

  test('duplicates what this version does not know as well', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create((doc) => {
      initMeeting('Planning')(doc);
      doc.getMap('meta').set('mood', 'calm');
      doc.getMap('rooms').set('r1', new Y.Map([['seats', 12]]));
      const [item] = doc.getMap<Y.Map<unknown>>('items').values();
      const text = item?.get('minutes');
      if (text instanceof Y.XmlFragment) text.push([new Y.XmlElement('poll')]);
    });
    const { doc } = await openStored(library, await library.duplicate(id));
    expect(doc.getMap('meta').get('mood')).toBe('calm');
    expect(doc.getMap('rooms').toJSON()).toEqual({ r1: { seats: 12 } });
    expect(JSON.stringify(doc.getMap('items'))).toContain('<poll></poll>');
  });

  test('duplicates no meeting of a newer version, whose meaning it cannot know', async () => {
    const { library, db } = await openTestLibrary();
    const id = await library.create((doc) => {
      initMeeting('Planning')(doc);
      doc.getMap('meta').set('schema', 99);
    });
    await expect(library.duplicate(id)).rejects.toThrow(/newer Quorum: update/);
    await expect(library.read(id)).rejects.toThrow(/newer Quorum: update/);
    expect(await db.meetings.count()).toBe(1);
  });

  test('gives what a meeting says, with its texts, to make another of', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    const stored = await openStored(library, id);
    expect(await library.read(id)).toEqual(readRecord(stored.doc));
    await expect(library.read('nobody' as MeetingId)).rejects.toThrow(/No meeting/);
  });

  test('lists a template as one, never as live, and what an older Quorum listed as none', async () => {
    const { library, db } = await openTestLibrary();
    const template = await library.create((doc) => {
      initMeeting('Pattern')(doc);
      editMeta(doc, { template: true });
      const item = readRecord(doc).days[0]?.blocks[0]?.items[0]?.id as ItemId;
      appendRunEvent(doc, { id: 'e1' as EventId, at: 5 as Instant, by: 'Ines', type: 'start', item });
    });
    const older = await library.create(initMeeting('Planning'));
    await db.summaries
      .where('id')
      .equals(older)
      .modify((row) => Reflect.deleteProperty(row.summary, 'template'));
    const list = await nextList(library, (all) => all.length === 2);
    const facts = (wanted: MeetingId) => list.find(({ id }) => id === wanted);
    expect(facts(template)).toMatchObject({ template: true, live: null });
    expect(facts(older)).toMatchObject({ template: false });
  });

  test('marks a removed meeting, and takes the mark back', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    await library.remove(id);
    expect((await nextList(library, (list) => list.length === 1))[0]?.deletedAt).not.toBeNull();
    await library.restore(id);
    expect((await nextList(library, (list) => list.length === 1))[0]?.deletedAt).toBeNull();
  });

  test('purges every trace', async () => {
    const { library, db } = await openTestLibrary();
    const [id, other] = [await library.create(initMeeting('One')), await library.create(initMeeting('Two'))];
    await compact(db, id, { minRows: 1 });
    await library.purge(id);
    for (const table of [db.meetings, db.summaries])
      expect(await table.toCollection().primaryKeys()).toEqual([other]);
    expect((await db.updates.toArray()).map(({ meeting }) => meeting)).toEqual([other]);
    expect(await db.snapshots.count()).toBe(0);
    expect(await db.snapshotBytes.count()).toBe(0);
    expect(await library.open(id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('lets go of what was removed long ago', async () => {
    const clock = testClock();
    const { library, place } = await openTestLibrary(newPlace(), clock.now);
    const [old, young] = [
      await library.create(initMeeting('Old')),
      await library.create(initMeeting('Young')),
    ];
    await library.remove(old);
    clock.advance(DELETED_KEPT);
    await library.remove(young);
    clock.advance(1);
    const { library: later } = await openTestLibrary(place, clock.now);
    const list = await nextList(later, (meetings) => meetings.length === 1);
    expect(list[0]?.id).toBe(young);
  });

  test('purges what it knows of the room', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('One'));
    await library.settings.put(`room:${id}`, { secret: 1 });
    await library.settings.put('room:other', { secret: 2 });
    await library.purge(id);
    expect(await library.settings.get(`room:${id}`)).toBeUndefined();
    expect(await library.settings.get('room:other')).toEqual({ secret: 2 });
  });

  test('says so when a meeting is not there', async () => {
    const { library } = await openTestLibrary();
    expect(await library.open('nowhere' as MeetingId)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('a meeting that was joined', () => {
  const JOINED = 'joined-1' as MeetingId;

  const inRoom = () => 'a room';

  /** What a peer has of the meeting. */
  function fromPeer(title: string): Uint8Array {
    const doc = new Y.Doc();
    initMeeting(title)(doc);
    return Y.encodeStateAsUpdate(doc);
  }

  test('is listed by the title of its invite, and opens empty, also after a restart', async () => {
    const { library, place } = await openTestLibrary();
    await library.join(JOINED, 'Board of March', inRoom);
    const [listed] = await nextList(library, (list) => list.length === 1);
    expect(listed).toMatchObject({ id: JOINED, title: 'Board of March', deletedAt: null, waiting: true });
    library.close();
    const { library: next } = await openTestLibrary(place);
    const stored = await openStored(next, JOINED);
    expect(stored.damage).toBeNull();
    expect(checkVersion(stored.doc)).toBe('empty');
    expect((await nextList(next, (list) => list.length === 1))[0]?.title).toBe('Board of March');
  });

  test('is kept with its room, as one', async () => {
    const { library, db } = await openTestLibrary();
    await library.join(JOINED, 'Board of March', inRoom);
    await library.join(JOINED, 'Board of March', (kept) => [kept, 'another']);
    expect(await library.settings.get(`room:${JOINED}`)).toEqual(['a room', 'another']);
    const other = 'joined-2' as MeetingId;
    const failing = library.join(other, 'Board of April', () => {
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await db.meetings.get(other)).toBeUndefined();
    expect(await library.settings.get(`room:${other}`)).toBeUndefined();
  });

  test('that the disk refuses is not told to be kept', async () => {
    const { library } = await openTestLibrary();
    refuseWrites('QuotaExceededError');
    await expect(library.join(JOINED, 'Board of March', inRoom)).rejects.toThrow();
  });

  test('keeps what comes from others, and is then listed by its own title', async () => {
    const { library, place } = await openTestLibrary();
    await library.join(JOINED, 'Board of March', inRoom);
    const stored = await openStored(library, JOINED);
    Y.applyUpdate(stored.doc, fromPeer('Planning'), 'peer');
    await stored.putSummary(buildFacts(JOINED, readRecord(stored.doc), 5 as Instant));
    const [arrived] = await nextList(library, (list) => list.length === 1);
    expect(arrived).toMatchObject({ title: 'Planning', waiting: false });
    await stored.close();
    library.close();
    const { library: next } = await openTestLibrary(place);
    const again = await openStored(next, JOINED);
    expect(readRecord(again.doc).meta.title).toBe('Planning');
    expect(checkVersion(again.doc)).toBe('current');
  });

  test('is not twice here, and one that is here already stays as it is', async () => {
    const { library, db } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    await library.join(id, 'By another name', inRoom);
    await library.join(id, 'By yet another', inRoom);
    expect(await db.meetings.count()).toBe(1);
    const [listed] = await nextList(library, (list) => list.length === 1);
    expect(listed).toMatchObject({ title: 'Planning', itemCount: 1 });
    expect(readRecord((await openStored(library, id)).doc).meta.title).toBe('Planning');
  });

  test('comes back when it was removed', async () => {
    const { library } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    await library.remove(id);
    await library.join(id, 'Planning', inRoom);
    expect((await nextList(library, (list) => list.length === 1))[0]?.deletedAt).toBeNull();
  });

  test('is joined by two windows at once without harm', async () => {
    const { library, db, place } = await openTestLibrary();
    const { library: other } = await openTestLibrary(place);
    await Promise.all([
      library.join(JOINED, 'One', inRoom),
      other.join(JOINED, 'One', inRoom),
      library.join(JOINED, 'One', inRoom),
    ]);
    expect(await db.meetings.count()).toBe(1);
    expect(await db.summaries.count()).toBe(1);
  });

  test('of which nothing has come is not copied, compacted or lost by a new index', async () => {
    const { library, db } = await openTestLibrary();
    await library.join(JOINED, 'Board of March', inRoom);
    await expect(library.duplicate(JOINED)).rejects.toThrow(/Nothing of it has arrived/);
    expect(await compact(db, JOINED, { minRows: 0 })).toBe('not-needed');
    const before = await nextList(library, (list) => list.length === 1);
    await library.rebuildIndex();
    expect(await nextList(library, (list) => list.length === 1)).toEqual(before);
  });

  test('keeps a note of its writer while it is empty, and stays empty', async () => {
    const { library, db } = await openTestLibrary();
    await library.join(JOINED, 'Board of March', inRoom);
    const stored = await openStored(library, JOINED);
    noteWriter(stored.doc, stored.doc.clientID, { user: 'u', name: 'Anna' });
    await stored.putSummary(buildFacts(JOINED, readRecord(stored.doc), 5 as Instant));
    expect(await compact(db, JOINED, { minRows: 1 })).toBe('compacted');
    await stored.close();
    const again = await openStored(library, JOINED);
    expect(checkVersion(again.doc)).toBe('empty');
    expect((await nextList(library, (list) => list.length === 1))[0]?.title).toBe('Board of March');
  });
});

describe('a damaged meeting', () => {
  async function damaged() {
    const clock = testClock();
    const { library, db } = await openTestLibrary(newPlace(), clock.now);
    const id = await library.create(initMeeting('Planning'));
    const stored = await openStored(library, id);
    for (const title of ['Second', 'Third']) {
      clock.advance(3 * 60_000);
      editMeta(stored.doc, { title });
      await stored.settled();
    }
    await stored.close();
    const last = await db.updates.toCollection().last();
    await db.updates.update(last?.seq ?? 0, { bytes: flipBit(last?.bytes ?? new Uint8Array()) });
    return { library, db, id };
  }

  test('does not open as if nothing had happened, and the words say what is whole', async () => {
    const { library, id } = await damaged();
    const opened = await library.open(id);
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: 'This meeting’s file is damaged.' },
    });
    if (opened.ok || opened.error.code !== 'damaged') throw new Error('Not damaged');
    expect(opened.error.advice).toMatch(/^The copy of .*09.03.* is whole and misses at most 3 minutes\.$/);
  });

  test('is not duplicated without what is lost', async () => {
    const { library, db, id } = await damaged();
    await expect(library.duplicate(id)).rejects.toThrow(/damaged: open it first/);
    await expect(library.read(id)).rejects.toThrow(/damaged: open it first/);
    expect(await db.meetings.count()).toBe(1);
  });

  test('can be looked at as a whole copy, which changes nothing', async () => {
    const { library, db, id } = await damaged();
    const rows = await db.updates.count();
    const opened = await library.open(id, 'whole-copy');
    if (!opened.ok) throw new Error(opened.error.message);
    expect(readRecord(opened.value.doc).meta.title).toBe('Second');
    editMeta(opened.value.doc, { title: 'Not kept' });
    await opened.value.close();
    expect(await db.updates.count()).toBe(rows);
    expect((await library.open(id)).ok).toBe(false);
  });

  test('opens as recovered for work, and the unreadable bytes are set aside', async () => {
    const { library, db, id } = await damaged();
    const opened = await library.open(id, 'recovered');
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.damage?.lost).toBe(true);
    editMeta(opened.value.doc, { title: 'Fourth' });
    await opened.value.close();
    expect(await db.damaged.toArray()).toMatchObject([{ meeting: id, source: 'update' }]);
    const again = await openStored(library, id);
    expect(again.damage).toBeNull();
    expect(readRecord(again.doc).meta.title).toBe('Fourth');
  });

  test('heals silently when only the newest snapshot is bad', async () => {
    const { library, db } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    await compact(db, id, { minRows: 1 });
    const [row] = await db.snapshotBytes.toArray();
    await db.snapshotBytes.update(row?.id ?? 0, { bytes: flipBit(row?.bytes ?? new Uint8Array()) });
    const stored = await openStored(library, id);
    expect(readRecord(stored.doc).meta.title).toBe('Planning');
    expect(await db.damaged.count()).toBe(1);
    expect(await compact(db, id, { minRows: 1 })).toBe('compacted');
  });
});

describe('what the disk refused', () => {
  test('is still there when the meeting is closed and opened again, and goes down when there is room', async () => {
    const { library, db } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    const stored = await openStored(library, id);
    const allow = refuseWrites('QuotaExceededError');
    editMeta(stored.doc, { title: 'Only in memory' });
    expect((await stored.close()).state).toBe('failed');
    const again = await openStored(library, id);
    expect(readRecord(again.doc).meta.title).toBe('Only in memory');
    await again.close();
    allow();
    again.retry();
    expect((await again.settled()).state).toBe('saved');
    const fresh = await openStored(library, id);
    expect(fresh).not.toBe(again);
    expect(readRecord(fresh.doc).meta.title).toBe('Only in memory');
    expect(await db.updates.count()).toBe(2);
  });
});

describe('the index', () => {
  test('is renewed at the next start for a meeting whose end it has not seen', async () => {
    const { library, place } = await openTestLibrary();
    const id = await library.create(initMeeting('Planning'));
    const stored = await openStored(library, id);
    editMeta(stored.doc, { title: 'Changed, then the power went' });
    await stored.settled();
    library.close();
    const { library: next } = await openTestLibrary(place);
    const list = await nextList(next, ([first]) => first?.title !== 'Planning');
    expect(list[0]?.title).toBe('Changed, then the power went');
  });

  test('can be made anew from the documents alone', async () => {
    const { library, db } = await openTestLibrary();
    const [one, two] = [await library.create(initMeeting('One')), await library.create(initMeeting('Two'))];
    await compact(db, two, { minRows: 1 });
    await compact(db, two, { minRows: 0 });
    const before = await nextList(library, (list) => list.length === 2);
    await db.summaries.clear();
    await db.meetings.delete(one);
    await library.rebuildIndex();
    expect(await nextList(library, (list) => list.length === 2)).toEqual(before);
  });
});

describe('blobs', () => {
  test('come back by their hash, with their type', async () => {
    const { library } = await openTestLibrary();
    const stored = await library.putBlob(new TextEncoder().encode('abc'), 'text/plain');
    expect(stored).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      size: 3,
    });
    const blob = await library.getBlob(stored.sha256);
    expect(blob?.type).toBe('text/plain');
    expect(await blob?.text()).toBe('abc');
    expect(await library.getBlob('0'.repeat(64))).toBeNull();
  });

  test('have the same hash on a page that is no secure context', async () => {
    const { library } = await openTestLibrary();
    const bytes = new TextEncoder().encode('abc');
    const { sha256 } = await library.putBlob(bytes, 'text/plain');
    vi.stubGlobal('crypto', {});
    onTestFinished(() => void vi.unstubAllGlobals());
    expect((await library.putBlob(bytes, 'text/plain')).sha256).toBe(sha256);
    expect(await library.getBlob(sha256)).not.toBeNull();
  });

  test('that are no longer what their name says are not handed out', async () => {
    const { library, db } = await openTestLibrary();
    const { sha256 } = await library.putBlob(new TextEncoder().encode('abc'), 'text/plain');
    await db.blobs.update(sha256, { bytes: new TextEncoder().encode('abd') });
    expect(await library.getBlob(sha256)).toBeNull();
  });
});

describe('settings', () => {
  test('are kept on this device and watched in every window', async () => {
    const { library, place } = await openTestLibrary();
    const { library: other } = await openTestLibrary(place);
    const seen = new Promise<unknown>((resolve) => {
      const stop = other.settings.watch('look', (value) => {
        if (value === undefined) return;
        queueMicrotask(() => stop());
        resolve(value);
      });
    });
    await library.settings.put('look', { theme: 'dark' });
    expect(await seen).toEqual({ theme: 'dark' });
    expect(await library.settings.get('look')).toEqual({ theme: 'dark' });
  });
});
