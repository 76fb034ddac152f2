// One open meeting: its document, the mirror that screens read, what is saved, undo, and whether it may be changed.
// Made once when the address enters a meeting, disposed when it leaves it. Knows no screens.

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDisposer, type Dispose } from '../../shared/base/disposer.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { watchMeeting } from '../../shared/doc/read-meeting.ts';
import { repairDocument } from '../../shared/doc/repair-document.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { OpenMode } from '../storage/library.ts';
import type { OpenError } from '../storage/open-error.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { SaveStatus } from '../storage/update-log.ts';
import { type Access, type Spoilt, watchAccess } from './access.ts';
import { type Health, watchHealth } from './health.ts';
import { followKept, type KeptStates } from './kept-states.ts';
import { noteOwnWriting } from './note-writer.ts';
import { openSync, type SyncServices } from './room/meeting-sync.ts';
import { NO_ROOM, readRoomMemory, roomKey } from './room/room-memory.ts';
import { createSummaryKeeper } from './summary-keeper.ts';
import type { MeetingSync } from './sync-types.ts';
import { openUndo, type Undo } from './undo.ts';
import { guardUnsaved } from './unsaved-guard.ts';

export interface SaveState extends SaveStatus {
  /** Tries again at once, after a failure. */
  readonly retry: () => void;
}

export interface OpenMeeting {
  readonly id: MeetingId;
  readonly doc: Y.Doc;
  /** The meeting without its texts. A mirror: commands change it, nobody sets it. */
  readonly meeting: StoreApi<Meeting>;
  readonly saving: StoreApi<SaveState>;
  readonly undo: Pick<Undo, 'undo' | 'redo' | 'state'>;
  readonly access: StoreApi<Access>;
  /** What `repair` kept, and what was there before a newer Quorum changed it. */
  readonly kept: KeptStates['store'];
  /** Working together; `alone` for a meeting that was never shared. */
  readonly sync: MeetingSync;
  /**
   * Puts a spoilt document right from its last good state. Both are kept (`kept`). False: something of it stays spoilt. Rejects with the storage's error when they cannot be kept; then nothing is changed.
   */
  repair(): Promise<boolean>;
  /** Resolves when the disk has answered. What it refused is kept in memory and found by the next `openMeeting`. */
  dispose(): Promise<void>;
}

export async function openMeeting(
  services: SyncServices,
  id: MeetingId,
  how: OpenMode = 'normal',
): Promise<Result<OpenMeeting, OpenError>> {
  const { library, host, now } = services;
  const wholeCopy = how === 'whole-copy';
  const [opened, remembered] = await Promise.all([
    library.open(id, how),
    wholeCopy ? undefined : library.settings.get(roomKey(id)),
  ]);
  if (!opened.ok) return opened;
  const stored = opened.value;
  const { doc } = stored;
  const memory = wholeCopy ? NO_ROOM : readRoomMemory(remembered, id);
  let joined = memory.room !== null;
  let spoilt: Spoilt | null = null;
  const access = watchAccess(doc, { wholeCopy, joined: () => joined, spoilt: () => spoilt });
  const guard = guardUnsaved(host, stored);
  const session = startSession(stored, now);
  const { sync, me, pause, close } = openSync(services, {
    id,
    doc,
    memory,
    wholeCopy,
    title: () => session.parts.meeting.getState().meta.title,
    waiting: () => access.store.getState().kind === 'waiting',
  });
  const offRoom = sync.room.subscribe(({ room }) => {
    joined = room !== null;
    access.check();
  });
  const health = watchHealth(
    doc,
    () => access.store.getState().kind !== 'waiting' && !wholeCopy,
    (found) => {
      if (found === '' || !joined) judged(found, true);
      else whetherKnown(stored).then((known) => health.problem === found && judged(found, known));
    },
  );
  /** One that came spoilt stays connected: what repairs it comes from those who had it whole. */
  function judged(words: string, known: boolean): void {
    spoilt = words === '' ? null : { words, known };
    pause(spoilt !== null && known);
    access.check();
  }
  const kept = followKept(library, stored);
  const offNewer = keepBeforeNewer(access.store, kept);
  const offWriting = noteOwnWriting(doc, me);
  return ok({
    id,
    doc,
    ...session.parts,
    access: access.store,
    kept: kept.store,
    sync,
    repair: () => repair(doc, kept, health),
    dispose: async () => {
      health.dispose();
      offNewer();
      kept.dispose();
      offWriting();
      offRoom();
      await close();
      access.dispose();
      await session.finish();
      await stored.close();
      guard.release();
    },
  });
}

function whetherKnown(stored: StoredMeeting): Promise<boolean> {
  return stored.hasGood().catch((error: unknown) => {
    console.warn('Whether there is a good state is not known', error);
    return true;
  });
}

/** This Quorum cannot edit it any more from then on: the last state that it can is kept. Once, whatever goes on. */
function keepBeforeNewer(access: StoreApi<Access>, kept: KeptStates): Dispose {
  const off = access.subscribe((next, before) => {
    if (before.kind !== 'edit' || next.kind !== 'read-only' || next.reason !== 'newer-version') return;
    off();
    kept.keep('a newer Quorum changed it').then((good) => good?.destroy(), console.error);
  });
  return off;
}

async function repair(doc: Y.Doc, kept: KeptStates, health: Health): Promise<boolean> {
  const good = await kept.keep(health.problem);
  const left = repairDocument(doc, good);
  good?.destroy();
  health.check();
  return left.length === 0;
}

function startSession(
  stored: StoredMeeting,
  now: () => Instant,
): { parts: Pick<OpenMeeting, 'meeting' | 'saving' | 'undo'>; finish: () => Promise<void> } {
  const { doc } = stored;
  const off = createDisposer();
  const keeper = createSummaryKeeper(stored, doc, now);

  const mirror = watchMeeting(doc, (next) => {
    meeting.setState(next, true);
    keeper.changed('soon');
  });
  const meeting = createStore<Meeting>(() => mirror.current);
  off.add(mirror.dispose);

  const onUpdate = () => keeper.changed('later');
  doc.on('update', onUpdate);
  off.add(() => doc.off('update', onUpdate));

  const saving = createStore<SaveState>(() => ({ ...stored.status, retry: stored.retry }));
  off.add(stored.onStatus((status) => saving.setState(status)));

  const undo = openUndo(doc);
  off.add(undo.dispose);
  off.add(hurryWhenHidden(stored));

  return {
    parts: { meeting, saving, undo },
    finish: async () => {
      off.dispose();
      await keeper.finish();
    },
  };
}

/** A hidden page may be frozen or thrown away without another word. */
function hurryWhenHidden(stored: StoredMeeting): Dispose {
  const onHide = () => {
    if (document.visibilityState === 'hidden') stored.hurry();
  };
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', stored.hurry);
  return () => {
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', stored.hurry);
  };
}
