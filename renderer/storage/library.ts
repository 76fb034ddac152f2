// The library on this computer: every meeting kept here, as the rest of the app sees it. What it promises: `create`,
// `join`, `duplicate`, `remove`, `restore` and `purge` resolve when their outcome is on the disk.

import * as Y from 'yjs';
import type { Dispose } from '../../shared/base/disposer.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { copyMeeting } from '../../shared/doc/copy-meeting.ts';
import { readRecord } from '../../shared/doc/record.ts';
import { checkVersion } from '../../shared/doc/upgrade.ts';
import type { MeetingId, NewId } from '../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../shared/domain/meeting.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { getBlob, putBlob, type StoredBlob } from './blobs.ts';
import { crc32 } from './checksum.ts';
import { type Compactor, createCompactor } from './compactor.ts';
import { copyKept, type KeptVersion, listKept } from './kept-versions.ts';
import { type DatabasePlace, LibraryDb } from './library-db.ts';
import { loadMeeting, setAside } from './load-meeting.ts';
import { rebuildIndex, refreshIndex, watchMeetings } from './meeting-index.ts';
import { joinMeeting, purgeMeeting } from './meeting-rows.ts';
import { buildFacts, type MeetingSummary } from './meeting-summary.ts';
import { damagedError, type OpenError, storageError } from './open-error.ts';
import { askToPersist, createSettings, type Settings } from './settings.ts';
import { openStoredMeeting, type StoredMeeting } from './stored-meeting.ts';

export interface Library {
  /** Calls with the list now and after each change, in every window. Latest change first; deleted ones are marked. */
  watch(onChange: (list: readonly MeetingSummary[]) => void): Dispose;
  create(init: (doc: Y.Doc) => void): Promise<MeetingId>;
  /**
   * Keeps a place for a meeting that will come from others, and what `room` gives to be remembered of its room: it opens
   * as an empty document, and lists show it by the title of its invite. One that is here already stays as it is; a
   * deleted one is restored. Nothing of it is kept when `room` throws.
   */
  join(id: MeetingId, title: string, room: (kept: unknown) => unknown): Promise<void>;
  /** All that a meeting says, to make another of. Throws, with a reason for the user, where that would be less. */
  read(id: MeetingId): Promise<MeetingRecord>;
  /** The same meeting as a draft that has not run. Throws, with a reason for the user, where a copy would hold less. */
  duplicate(id: MeetingId): Promise<MeetingId>;
  /** Can be taken back by `restore`, for DELETED_KEPT. */
  remove(id: MeetingId): Promise<void>;
  restore(id: MeetingId): Promise<void>;
  /** For good, with what this computer knows of its room. */
  purge(id: MeetingId): Promise<void>;
  open(id: MeetingId, how?: OpenMode): Promise<Result<StoredMeeting, OpenError>>;
  /** States that were kept when the meeting was repaired. */
  keptVersions(id: MeetingId): Promise<readonly KeptVersion[]>;
  /** One of them as a meeting of its own. Throws, with a reason for the user, where it cannot be read. */
  copyOfKept(keptId: number): Promise<MeetingId>;
  putBlob(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<StoredBlob>;
  getBlob(sha256: string): Promise<Blob | null>;
  readonly settings: Settings;
  /** Makes the list anew from the documents. */
  rebuildIndex(): Promise<void>;
  close(): void;
}

/**
 * `normal` refuses a meeting that has lost something. `recovered` opens all that can be read and goes on from there;
 * the unreadable bytes are set aside. `whole-copy` shows, read-only, what is whole: everything before the first loss.
 */
export type OpenMode = 'normal' | 'recovered' | 'whole-copy';

export interface LibraryOptions extends DatabasePlace {
  readonly newId: NewId;
  readonly now: () => Instant;
  readonly storage?: StorageManager;
  readonly compactor?: Compactor;
}

/** How long a deleted meeting can be restored. */
export const DELETED_KEPT = 30 * 24 * 60 * 60_000;

export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { newId, now, storage = globalThis.navigator?.storage, ...place } = options;
  const db = new LibraryDb(place);
  await db.open();
  const compactor = options.compactor ?? createCompactor(db);
  const settings = createSettings(db);

  async function create(init: (doc: Y.Doc) => void): Promise<MeetingId> {
    const id = newId() as MeetingId;
    const doc = new Y.Doc();
    init(doc);
    const bytes = Y.encodeStateAsUpdate(doc);
    const at = now();
    const summary = buildFacts(id, readRecord(doc), at);
    doc.destroy();
    await db.transaction('rw', db.meetings, db.updates, db.summaries, async () => {
      await db.meetings.add({ id, createdAt: at, deletedAt: null });
      const through = await db.updates.add({ meeting: id, at, bytes, crc: crc32(bytes) });
      await db.summaries.add({ id, through, summary });
    });
    // Not waited for: some browsers ask the user, who may take their time.
    askToPersist(db, storage).catch(console.warn);
    return id;
  }

  /** Uses the document of a meeting that is whole. */
  async function withWhole<T>(id: MeetingId, use: (doc: Y.Doc) => T | Promise<T>): Promise<T> {
    const loaded = await loadMeeting(db, id);
    if (!loaded) throw new Error(`No meeting ${id} on this computer`);
    try {
      if (loaded.damage?.lost) throw new Error('Its file is damaged: open it first and choose what to keep.');
      const version = checkVersion(loaded.doc);
      if (version === 'newer') throw new Error('It is of a newer Quorum: update Quorum, then copy it.');
      if (version === 'empty')
        throw new Error('Nothing of it has arrived yet: wait for the others, then copy it.');
      return await use(loaded.doc);
    } finally {
      loaded.doc.destroy();
    }
  }

  /** Meetings that were closed while the disk refused them. */
  const unsaved = new Map<MeetingId, StoredMeeting>();

  function keepUnsaved(meeting: StoredMeeting): void {
    unsaved.set(meeting.id, meeting);
    const off = meeting.onStatus(({ state }) => {
      if (state !== 'saved') return;
      off();
      if (unsaved.get(meeting.id) !== meeting) return;
      unsaved.delete(meeting.id);
      void meeting.close();
    });
  }

  async function open(id: MeetingId, how: OpenMode = 'normal'): Promise<Result<StoredMeeting, OpenError>> {
    const kept = unsaved.get(id);
    unsaved.delete(id);
    if (kept) return ok(kept);
    try {
      const loaded = await loadMeeting(db, id, { wholeOnly: how === 'whole-copy' });
      if (!loaded) return fail({ code: 'not-found', message: 'This meeting is not on this computer.' });
      const { damage } = loaded;
      if (damage?.lost && how === 'normal') return fail(damagedError(damage));
      const readOnly = how === 'whole-copy';
      if (damage && !readOnly) await setAside(db, id, damage.unreadable, now());
      return ok(openStoredMeeting(db, id, loaded, { now, compactor, readOnly, onUnsaved: keepUnsaved }));
    } catch (error) {
      return fail(storageError(error));
    }
  }

  async function tidy(): Promise<void> {
    const before = now() - DELETED_KEPT;
    const expired = await db.meetings
      .filter(({ deletedAt }) => deletedAt !== null && deletedAt < before)
      .toArray();
    for (const { id } of expired) await purgeMeeting(db, id);
    await refreshIndex(db);
  }

  tidy().catch((error: unknown) => {
    // The list shows what the cache knows; the meetings themselves are not concerned.
    if (db.isOpen()) console.warn('The list of meetings could not be refreshed', error);
  });

  return {
    watch: (onChange) => watchMeetings(db, onChange, console.error),
    create,
    join: (id, title, room) => joinMeeting(db, id, { title, room, now: now() }),
    read: (id) => withWhole(id, readRecord),
    duplicate: (id) => withWhole(id, (from) => create((doc) => copyMeeting(from, doc, now()))),
    remove: async (id) => void (await db.meetings.update(id, { deletedAt: now() })),
    restore: async (id) => void (await db.meetings.update(id, { deletedAt: null })),
    purge: (id) => purgeMeeting(db, id),
    open,
    keptVersions: (id) => listKept(db, id),
    copyOfKept: async (keptId) => create(await copyKept(db, keptId, now())),
    putBlob: (bytes, type) => putBlob(db, bytes, type),
    getBlob: (sha256) => getBlob(db, sha256),
    settings,
    rebuildIndex: () => rebuildIndex(db, now()),
    close: () => db.close(),
  };
}
