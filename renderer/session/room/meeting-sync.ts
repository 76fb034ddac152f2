// The room of an open meeting as the screens see it, from the first moment on. Light: all that connects (y-webrtc, keys,
// presence) is fetched when the meeting is in a room, and never before the meeting is on the screen.

import type * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Invite } from '../../../shared/invite/invite.ts';
import type { Services } from '../services.tsx';
import type { LogLine, MeetingSync, Merge, PersonHere, Room, SyncStatus } from '../sync-types.ts';
import { type RoomMemory, readRoomMemory, roomKey } from './room-memory.ts';

export type SyncServices = Pick<Services, 'library' | 'host' | 'now' | 'newId' | 'me'>;

export interface SessionSync {
  readonly sync: MeetingSync;
  /** Says goodbye, keeps what is to be kept. */
  close(): Promise<void>;
}

export interface SyncOptions {
  readonly id: MeetingId;
  readonly doc: Y.Doc;
  readonly memory: RoomMemory;
  readonly title: () => string;
}

const ALONE: SyncStatus = {
  state: 'alone',
  peers: 0,
  unsent: 0,
  lastConfirmedAt: null,
  since: null,
  hint: null,
  relayUp: false,
  nobodyElse: false,
  waiting: false,
};

export function openSync(services: SyncServices, { id, memory, title }: SyncOptions): SessionSync {
  const { library, now } = services;
  const room = createStore<{ readonly room: Room | null }>(() => ({ room: memory.room }));
  const status = createStore<SyncStatus>(() => ALONE);
  const people = createStore<{ readonly people: readonly PersonHere[] }>(() => ({ people: [] }));
  const merges = createStore<{ readonly merges: readonly Merge[] }>(() => ({ merges: [] }));
  const log = createStore<{ readonly lines: readonly LogLine[] }>(() => ({ lines: [] }));

  async function enter(next: Room | null): Promise<void> {
    await library.settings.update(roomKey(id), (kept) => ({ ...readRoomMemory(kept, id), room: next }));
    room.setState({ room: next });
  }

  async function makeRoom(relays: readonly string[]): Promise<Invite> {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const invite: Invite = { secret, meeting: id, title: title().slice(0, 120), relays };
    await enter({ invite, joinedAt: now(), offline: false });
    return invite;
  }

  const sync: MeetingSync = {
    room,
    status,
    people,
    merges,
    log,
    clock: { now, uncertaintyMs: () => null, offsetMs: () => 0 },
    share: async (relays) => {
      const { room: current } = room.getState();
      if (!current) return makeRoom(relays);
      const all = [...new Set([...current.invite.relays, ...relays])].slice(0, 8);
      const invite = { ...current.invite, relays: all };
      await enter({ ...current, invite, offline: false });
      return invite;
    },
    newInvite: () => makeRoom(room.getState().room?.invite.relays ?? []),
    leaveRoom: () => enter(null),
    setOffline: async (offline) => {
      const { room: current } = room.getState();
      if (current && current.offline !== offline) await enter({ ...current, offline });
    },
    tryNow: () => {},
    setName: () => {},
    setPlace: () => {},
    setCaret: () => {},
    noteTyping: () => {},
    details: () => ({ digest: '', relays: [], counters: {}, dropped: [] }),
    allow: () => {},
  };
  return { sync, close: async () => {} };
}
