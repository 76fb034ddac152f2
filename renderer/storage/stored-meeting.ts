// One open meeting on this computer: every change of its document goes to the log, changes that other windows wrote
// come back from it, and the log is compacted now and then. Knows nothing of commands, undo or screens.

import * as Y from 'yjs';
import type { Dispose } from '../../shared/base/disposer.ts';
import { LOADED } from '../../shared/doc/origins.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { crc32 } from './checksum.ts';
import { dayOf } from './compaction.ts';
import type { Compactor } from './compactor.ts';
import { keepVersions } from './kept-versions.ts';
import { loadLastGood } from './last-good.ts';
import { type LibraryDb, rowsAfter, snapshotsFrom } from './library-db.ts';
import { type Damage, isVerified, type LoadedMeeting } from './load-meeting.ts';
import type { MeetingFacts } from './meeting-summary.ts';
import { createUpdateLog, type SaveStatus } from './update-log.ts';

export interface StoredMeeting {
  readonly id: MeetingId;
  readonly doc: Y.Doc;
  /** What was lost, when it was opened in spite of damage. */
  readonly damage: Damage | null;
  readonly status: SaveStatus;
  onStatus(listener: (status: SaveStatus) => void): Dispose;
  retry(): void;
  hurry(): void;
  /** Resolves once everything is durable, or the disk refused it. */
  settled(): Promise<SaveStatus>;
  /**
   * Keeps the document as it is and its last good state, before a repair; `reason` is for people. Resolves with the
   * good state, for the caller to destroy, or `null`, when both are on the disk.
   */
  keepVersions(reason: string): Promise<Y.Doc | null>;
  /** Whether a repair would find a good state of it on this computer. */
  hasGood(): Promise<boolean>;
  /** Keeps what lists show of the meeting. */
  putSummary(summary: MeetingFacts): Promise<void>;
  /** Reads what other windows wrote. Happens by itself when they say so. */
  catchUp(): Promise<void>;
  /** Waits for the disk. What it refused stays in memory and is tried again; opening the meeting finds it there. */
  close(): Promise<SaveStatus>;
}

export interface StoredMeetingOptions {
  readonly now: () => Instant;
  readonly compactor: Compactor;
  /** For looking at a copy: nothing is written, and nothing that others write comes in. */
  readonly readOnly?: boolean;
  readonly retryEvery?: number;
  /** Gets the meeting when it is closed with something unsaved. It goes on trying; close it again once saved. */
  readonly onUnsaved: (meeting: StoredMeeting) => void;
}

/** Rows over the last snapshot at which the log is compacted. */
export const COMPACT_AT = 500;
/** Sooner when a meeting has just been opened, but not while its first screen is being made. */
const COMPACT_AT_OPENING = 100;
const OPENING_MS = 5_000;

export function openStoredMeeting(
  db: LibraryDb,
  id: MeetingId,
  loaded: LoadedMeeting,
  { now, compactor, readOnly = false, retryEvery, onUnsaved }: StoredMeetingOptions,
): StoredMeeting {
  const { doc } = loaded;
  const log = createUpdateLog({ write, now, ...(retryEvery === undefined ? {} : { retryEvery }) });
  const channel = new BroadcastChannel(`quorum:log:${db.name}:${id}`);
  const own = new Set<number>();
  let seen = loaded.through;
  let sinceCompaction = loaded.rows.length;
  let compacting: Promise<void> | null = null;
  let catching: Promise<void> | null = null;
  let missed = false;
  let closed = false;
  let opening: ReturnType<typeof setTimeout> | undefined;

  async function write(bytes: Uint8Array): Promise<void> {
    if (!db.isOpen()) await db.open();
    const at = now();
    const put = (update: Uint8Array) =>
      db.updates.add({ meeting: id, at, bytes: update, crc: crc32(update) });
    const seq = await db.transaction('rw', db.meetings, db.updates, async () => {
      // Side by side: the question costs no time of its own.
      const [known, key] = await Promise.all([db.meetings.get(id), put(bytes)]);
      if (known) return key;
      // Deleted in another window, or by clearing the site's data: the rows before this one are gone with it.
      await db.meetings.add({ id, createdAt: at, deletedAt: null });
      return put(Y.encodeStateAsUpdate(doc));
    });
    own.add(seq);
    sinceCompaction += 1;
    if (closed) return;
    channel.postMessage(seq);
    if (sinceCompaction >= COMPACT_AT) startCompaction(COMPACT_AT);
  }

  function startCompaction(minRows: number): void {
    compacting ??= runCompaction(minRows).finally(() => {
      compacting = null;
    });
  }

  async function runCompaction(minRows: number): Promise<void> {
    try {
      sinceCompaction = 0;
      await compactor(id, { minRows });
      // Moves `seen` on, so that the rows of this window need not be remembered.
      if (!closed) await catchUp();
    } catch (error) {
      // Nothing is at risk: the log holds everything, and the next round tries again.
      console.warn('The update log could not be compacted', error);
    }
  }

  async function readOthers(): Promise<void> {
    do {
      missed = false;
      const news = await db.transaction('r', db.snapshots, db.snapshotBytes, db.updates, async () => {
        const newest = (await snapshotsFrom(db, id, seen).toArray()).filter(isVerified).at(-1);
        const bytes = newest && newest.floor > seen ? await db.snapshotBytes.get(newest.id ?? 0) : undefined;
        const keys = await rowsAfter(db, id, seen).primaryKeys();
        const rows = await db.updates.bulkGet(keys.filter((seq) => !own.has(seq)));
        return { snapshot: bytes?.bytes, rows, last: keys.at(-1) ?? seen };
      });
      const { snapshot, rows } = news;
      doc.transact(() => {
        if (snapshot) Y.applyUpdateV2(doc, snapshot, LOADED);
        for (const row of rows)
          if (row && crc32(row.bytes) === row.crc) Y.applyUpdate(doc, row.bytes, LOADED);
      }, LOADED);
      seen = news.last;
      for (const seq of own) if (seq <= seen) own.delete(seq);
    } while (missed && !closed);
  }

  function catchUp(): Promise<void> {
    missed = true;
    catching ??= readOthers().finally(() => {
      catching = null;
    });
    return catching;
  }

  function listen(): void {
    catchUp().catch((error: unknown) => {
      // The rows stay where they are; the next message or opening reads them.
      console.warn('What another window wrote could not be read', error);
    });
  }

  function onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin !== LOADED) log.append(update);
  }

  if (!readOnly) {
    doc.on('update', onUpdate);
    channel.onmessage = listen;
    // What was written between the loading and now has been announced to nobody here.
    listen();
    const ats = [...(loaded.base ? [loaded.base.at] : []), ...loaded.rows.map((row) => row.at)];
    if (ats.length >= COMPACT_AT_OPENING || new Set(ats.map(dayOf)).size > 1) {
      opening = setTimeout(() => startCompaction(COMPACT_AT_OPENING), OPENING_MS);
    }
  }

  const meeting: StoredMeeting = {
    id,
    doc,
    damage: loaded.damage,
    get status() {
      return log.status;
    },
    onStatus: log.onStatus,
    retry: log.retry,
    hurry: log.hurry,
    settled: log.settled,
    catchUp,
    keepVersions: async (reason) => {
      await log.settled();
      return keepVersions(db, id, doc, { reason, now: now() });
    },
    hasGood: async () => {
      await log.settled();
      const good = await loadLastGood(db, id);
      good?.doc.destroy();
      return good !== null;
    },
    putSummary: async (summary) => {
      const through = Math.max(seen, ...own);
      await db.summaries.put({ id, through, summary });
    },
    close: async () => {
      const status = await log.settled();
      if (status.state === 'failed') {
        onUnsaved(meeting);
        return status;
      }
      doc.off('update', onUpdate);
      closed = true;
      clearTimeout(opening);
      channel.close();
      await Promise.allSettled([compacting, catching]);
      return status;
    },
  };
  return meeting;
}
