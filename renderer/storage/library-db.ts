// The tables of the library on this computer, and their versions. Knows what a row is, not what it means to save one.
// `meetings` and the update log are the truth; `summaries` can be rebuilt from them at any time.

import { Dexie, type Table } from 'dexie';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { MeetingFacts } from './meeting-summary.ts';

/** A meeting that is kept here. What a list shows of it is in `summaries`. */
export interface MeetingRow {
  readonly id: MeetingId;
  readonly createdAt: Instant;
  readonly deletedAt: Instant | null;
  /** The title in the invite, of a meeting that came from others: what lists show until it has one of its own. */
  readonly invitedAs?: string;
}

/** A cached list entry, as of log row `through`. */
export interface SummaryRow {
  readonly id: MeetingId;
  readonly through: number;
  /** Without what an older Quorum did not keep yet. */
  readonly summary: Omit<MeetingFacts, 'template'> & Partial<Pick<MeetingFacts, 'template'>>;
}

/** One write of the update log: a Yjs update (v1), of one edit or of all that collected during the write before. */
export interface UpdateRow {
  /** Given by the database; grows in the order in which writes are committed, in all tabs together. */
  readonly seq?: number;
  readonly meeting: MeetingId;
  readonly at: Instant;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** A copy of the whole document as of log row `through`; its bytes are in `snapshotBytes`. */
export interface SnapshotRow {
  readonly id?: number;
  readonly meeting: MeetingId;
  readonly through: number;
  /** `rolling` ones replace each other; `day` ones show the document before the first edit of a later day. */
  readonly kind: 'rolling' | 'day';
  /** When the last change in it was made. */
  readonly at: Instant;
  /** 1 once it was read back and found equal. Others are remains of an interrupted compaction. */
  readonly verified: 0 | 1;
  /** Log rows up to this one may be gone; later ones were still there when this was verified. */
  readonly floor: number;
  readonly size: number;
  readonly crc: number;
  /** 0 where the document in it was spoilt or empty (last-good.ts). Not said of those made before this was looked at. */
  readonly good?: 0 | 1;
}

/** Apart from `snapshots`, so that lists read no documents and marking one as verified does not write it anew. */
export interface SnapshotBytesRow {
  readonly id: number;
  /** Yjs update v2. */
  readonly bytes: Uint8Array;
}

/** Bytes that could not be read, kept as they were found. */
export interface DamagedRow {
  readonly id?: number;
  readonly meeting: MeetingId;
  readonly source: 'update' | 'snapshot';
  readonly key: number;
  readonly at: Instant;
  readonly foundAt: Instant;
  readonly bytes: Uint8Array;
}

/** A state of a meeting that was kept because another took its place: the spoilt one and the last good one. */
export interface KeptRow {
  readonly id?: number;
  readonly meeting: MeetingId;
  readonly state: 'spoilt' | 'good';
  /** When it was kept. */
  readonly keptAt: Instant;
  /** The last change in it. */
  readonly at: Instant;
  /** What was wrong, in words for people: of the meeting, also where this is the good state. */
  readonly reason: string;
  readonly size: number;
  readonly crc: number;
}

export interface BlobRow {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** Where the database lives; tests pass their own. */
export interface DatabasePlace {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

export const DATABASE_NAME = 'quorum';
/** Goes up with each change of the tables below. What a version made stays readable: older ones are never edited. */
const SCHEMA = 2;

export class LibraryDb extends Dexie {
  declare readonly meetings: Table<MeetingRow, MeetingId>;
  declare readonly summaries: Table<SummaryRow, MeetingId>;
  declare readonly updates: Table<UpdateRow, number>;
  declare readonly snapshots: Table<SnapshotRow, number>;
  declare readonly snapshotBytes: Table<SnapshotBytesRow, number>;
  declare readonly kept: Table<KeptRow, number>;
  declare readonly keptBytes: Table<SnapshotBytesRow, number>;
  declare readonly damaged: Table<DamagedRow, number>;
  declare readonly blobs: Table<BlobRow, string>;
  declare readonly settings: Table<SettingRow, string>;

  constructor({ name = DATABASE_NAME, ...place }: DatabasePlace = {}) {
    // Strict: a transaction is complete when the system says that the bytes are on the disk, not when they are on
    // their way there. Measured (design/editor-storage.md): nobody can feel the difference.
    super(name, { ...place, chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      meetings: 'id',
      summaries: 'id',
      updates: '++seq, [meeting+seq]',
      snapshots: '++id, [meeting+through]',
      snapshotBytes: 'id',
      damaged: '++id, meeting',
      blobs: 'sha256',
      settings: 'key',
    });
    this.version(SCHEMA).stores({ kept: '++id, meeting', keptBytes: 'id' });
    // When a newer app in another window upgrades the library, Dexie closes this connection. By itself it would then
    // open the newer tables and write rows of the old kind into them.
    this.on(
      'ready',
      () => {
        // IndexedDB counts in tenths of Dexie's versions.
        if (this.backendDB().version > SCHEMA * 10) throw new Dexie.VersionError('Library of a newer app');
      },
      true,
    );
  }
}

/** Log rows of `meeting` after row `seq`, oldest first. */
export function rowsAfter(db: LibraryDb, meeting: MeetingId, seq: number) {
  return db.updates
    .where('[meeting+seq]')
    .between([meeting, seq], [meeting, Number.POSITIVE_INFINITY], false, true);
}

/** Snapshots of `meeting` from row `through` on, oldest first. */
export function snapshotsFrom(db: LibraryDb, meeting: MeetingId, through = 0) {
  return db.snapshots
    .where('[meeting+through]')
    .between([meeting, through], [meeting, Number.POSITIVE_INFINITY], true, true);
}
