// One open meeting: its document, the mirror that screens read, what is saved, undo, and whether it may be changed.
// Made once when the address enters a meeting, disposed when it leaves it. Knows no screens.

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDisposer, type Dispose } from '../../shared/base/disposer.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { watchMeeting } from '../../shared/doc/read-meeting.ts';
import { checkVersion, upgrade } from '../../shared/doc/upgrade.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { OpenMode } from '../storage/library.ts';
import type { OpenError } from '../storage/open-error.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { SaveStatus } from '../storage/update-log.ts';
import type { Services } from './services.tsx';
import { createSummaryKeeper } from './summary-keeper.ts';
import { openUndo, type Undo } from './undo.ts';
import { guardUnsaved } from './unsaved-guard.ts';

export interface SaveState extends SaveStatus {
  /** Tries again at once, after a failure. */
  readonly retry: () => void;
}

export type Access =
  | { readonly kind: 'edit' }
  | { readonly kind: 'read-only'; readonly reason: 'newer-version' | 'damaged' };

export interface OpenMeeting {
  readonly id: MeetingId;
  readonly doc: Y.Doc;
  /** The meeting without its texts. A mirror: commands change it, nobody sets it. */
  readonly meeting: StoreApi<Meeting>;
  readonly saving: StoreApi<SaveState>;
  readonly undo: Pick<Undo, 'undo' | 'redo' | 'state'>;
  readonly access: Access;
  /** Resolves when the disk has answered. What it refused is kept in memory and found by the next `openMeeting`. */
  dispose(): Promise<void>;
}

export async function openMeeting(
  { library, host, now }: Pick<Services, 'library' | 'host' | 'now'>,
  id: MeetingId,
  how: OpenMode = 'normal',
): Promise<Result<OpenMeeting, OpenError>> {
  const opened = await library.open(id, how);
  if (!opened.ok) return opened;
  const stored = opened.value;
  const access = grantAccess(stored, how);
  if (access.kind === 'edit' && checkVersion(stored.doc) === 'older') upgrade(stored.doc);
  const guard = guardUnsaved(host, stored);
  const session = startSession(stored, now);
  return ok({
    id,
    doc: stored.doc,
    ...session.parts,
    access,
    dispose: async () => {
      await session.finish();
      await stored.close();
      guard.release();
    },
  });
}

function grantAccess({ doc }: StoredMeeting, how: OpenMode): Access {
  if (how === 'whole-copy') return { kind: 'read-only', reason: 'damaged' };
  switch (checkVersion(doc)) {
    case 'newer':
      return { kind: 'read-only', reason: 'newer-version' };
    case 'broken':
    case 'empty':
      return { kind: 'read-only', reason: 'damaged' };
    default:
      return { kind: 'edit' };
  }
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
