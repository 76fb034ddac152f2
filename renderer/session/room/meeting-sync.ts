// The room of an open meeting as the screens see it, from the first moment on. Light: all that connects (y-webrtc, keys,
// presence) is fetched when the meeting is in a room, and not before what there is of it is on the screen.

import type * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { createDisposer } from '../../../shared/base/disposer.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { type Invite, MAX_TITLE, SECRET_LENGTH } from '../../../shared/invite/invite.ts';
import type { Me, Services } from '../services.tsx';
import type { MeetingSync, Merge, Room } from '../sync-types.ts';
import { keepMemory } from './memory-keeper.ts';
import { createRoomClock } from './room-clock.ts';
import { type RoomMemory, sameInvite, sameRelays } from './room-memory.ts';
import { createStay } from './stay.ts';
import { createSyncLog, mergeWords } from './sync-log.ts';
import { followTruth } from './truth.ts';

export type SyncServices = Pick<Services, 'library' | 'host' | 'now' | 'newId' | 'me'>;

export interface SessionSync {
  readonly sync: MeetingSync;
  /** Who sits here, by their name of now. */
  me(): Me;
  /** Stays out of the room, as long as the document is not to be sent on. */
  pause(paused: boolean): void;
  /** Says goodbye, keeps what is to be kept. */
  close(): Promise<void>;
}

export interface SyncOptions {
  readonly id: MeetingId;
  readonly doc: Y.Doc;
  /** What was remembered when the meeting was opened. */
  readonly memory: RoomMemory;
  /** A copy of a damaged meeting to look at: it stays out of every room. */
  readonly wholeCopy: boolean;
  readonly title: () => string;
  /** Nothing of a joined meeting has come yet. */
  readonly waiting: () => boolean;
}

const MAX_RELAYS = 8;
const MERGES_KEPT = 20;

export function openSync(services: SyncServices, options: SyncOptions): SessionSync {
  const { library, host, now, newId, me } = services;
  const { id, doc, memory, wholeCopy, title, waiting } = options;
  const off = createDisposer();
  const session = newId();
  const room = createStore<{ readonly room: Room | null }>(() => ({ room: memory.room }));
  const merges = createStore<{ readonly merges: readonly Merge[] }>(() => ({ merges: [] }));
  const keeper = keepMemory(library.settings, id);
  const clock = createRoomClock({ user: me.user, device: me.device, session }, now);
  const log = createSyncLog(clock.shared.now);
  const truth = followTruth({ doc, me, session, memory, keeper, room, clock, log, waiting });
  off.add(truth.dispose);

  const stay = createStay({
    doc,
    me,
    session,
    room,
    host,
    clock,
    newId,
    truth,
    waiting,
    onMerge: (merge) => {
      merges.setState({ merges: [...merges.getState().merges, merge].slice(-MERGES_KEPT) });
      log.add(mergeWords(merge));
    },
    onFailure: (words) => log.add(words),
  });

  function enter(next: Room | null): void {
    const { room: before } = room.getState();
    const moved = next !== null && before !== null && !sameInvite(next.invite, before.invite);
    // In a new room nobody is known to have what is here.
    if (!next || !before || moved) truth.moved(next !== null);
    room.setState({ room: next });
    truth.changed();
    stay.settle();
  }

  /** Rooms on their way to the disk: what is read back meanwhile is older. */
  let keeping = 0;

  async function keep(next: Room | null): Promise<void> {
    if (wholeCopy) throw new Error('The whole copy of a damaged meeting cannot be shared');
    keeping += 1;
    enter(next);
    try {
      await keeper.change((kept) => ({ ...kept, room: next }), 'now');
    } finally {
      keeping -= 1;
    }
  }

  async function makeRoom(relays: readonly string[]): Promise<Invite> {
    const secret = crypto.getRandomValues(new Uint8Array(SECRET_LENGTH));
    const invite: Invite = { secret, meeting: id, title: title().slice(0, MAX_TITLE), relays };
    await keep({ invite, joinedAt: now(), offline: false });
    return invite;
  }

  /** What another window of this computer did: shared, left, went offline. This one does the same. */
  function follow({ room: kept }: RoomMemory): void {
    if (keeping === 0 && !sameRoom(kept, room.getState().room)) enter(kept);
  }

  const sync: MeetingSync = {
    room,
    status: truth.status,
    people: truth.people,
    merges,
    log: log.store,
    clock: clock.shared,
    share: async (relays) => {
      const { room: current } = room.getState();
      if (!current) return makeRoom(relays);
      const all = [...new Set([...current.invite.relays, ...relays])].slice(0, MAX_RELAYS);
      const invite = { ...current.invite, relays: all };
      await keep({ ...current, invite, offline: false });
      return invite;
    },
    newInvite: async () => {
      const { room: current } = room.getState();
      if (!current) throw new Error('A meeting without a room has no invite to renew');
      const invite = await makeRoom(current.invite.relays);
      log.add('New invite: this copy moved to a new room. Who has only the old invite stays in the old one.');
      return invite;
    },
    leaveRoom: async () => {
      await keep(null);
      log.add('Left the room: this copy stays on this computer, no longer connected.');
    },
    setOffline: async (offline) => {
      const { room: current } = room.getState();
      if (!current || current.offline === offline) return;
      await keep({ ...current, offline });
      log.add(offline ? 'Working offline, as chosen' : 'Connecting again, as chosen');
    },
    tryNow: () => {
      truth.startOver();
      stay.kick('user');
    },
    setName: stay.setName,
    setPlace: stay.setPlace,
    setCaret: stay.setCaret,
    noteTyping: stay.noteTyping,
    details: truth.details,
    allow: stay.allow,
  };
  if (!wholeCopy) {
    stay.start();
    off.add(keeper.watch(follow));
  }
  return {
    sync,
    me: stay.me,
    pause: (paused) => {
      if (paused) log.add('Somebody spoilt this meeting: not connected until it is repaired');
      stay.pause(paused);
    },
    close: async () => {
      await stay.close();
      off.dispose();
      // Never in the way of the document's own closing, which keeps what the disk refuses.
      await keeper.flush().catch(console.error);
    },
  };
}

function sameRoom(a: Room | null, b: Room | null): boolean {
  if (!a || !b) return a === b;
  return sameInvite(a.invite, b.invite) && sameRelays(a.invite, b.invite) && a.offline === b.offline;
}
