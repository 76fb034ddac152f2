// Working together without others: stores that a test sets, and the acts it was asked for, in order.

import { createStore } from 'zustand/vanilla';
import type {
  MeetingSync,
  Merge,
  PersonHere,
  Room,
  SyncDetails,
  SyncStatus,
} from '../../../../../renderer/session/sync-types.ts';
import type { ItemId, MeetingId } from '../../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../../shared/domain/time.ts';
import type { Invite } from '../../../../../shared/invite/invite.ts';

export const ALONE: SyncStatus = {
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

export interface FakeSync extends MeetingSync {
  readonly asked: string[];
  setDetails(details: Partial<SyncDetails>): void;
}

export function fakeSync(meeting: MeetingId, now: () => Instant): FakeSync {
  const asked: string[] = [];
  const room = createStore<{ readonly room: Room | null }>(() => ({ room: null }));
  let details: SyncDetails = { digest: '9f2c41d07be84a53a1', relays: [], counters: {}, dropped: [] };
  const enter = (relays: readonly string[], first: number): Invite => {
    const secret = new Uint8Array(32).map((_, i) => i + first);
    const invite: Invite = { secret, meeting, title: 'Platform leads, spring review', relays };
    room.setState({ room: { invite, joinedAt: now(), offline: false } });
    return invite;
  };
  return {
    asked,
    room,
    status: createStore(() => ALONE),
    people: createStore<{ readonly people: readonly PersonHere[] }>(() => ({ people: [] })),
    merges: createStore<{ readonly merges: readonly Merge[] }>(() => ({ merges: [] })),
    log: createStore<{ readonly lines: readonly { at: Instant; text: string }[] }>(() => ({ lines: [] })),
    clock: { now, uncertaintyMs: () => 4, offsetMs: () => 1_800 },
    share: async (relays) => {
      asked.push(`share ${relays.join(' ')}`);
      const { room: current } = room.getState();
      return enter([...(current?.invite.relays ?? []), ...relays], 1);
    },
    newInvite: async () => {
      asked.push('new invite');
      return enter(room.getState().room?.invite.relays ?? [], 9);
    },
    leaveRoom: async () => {
      asked.push('leave');
      room.setState({ room: null });
    },
    setOffline: async (offline) => {
      asked.push(offline ? 'offline' : 'online');
      const { room: current } = room.getState();
      room.setState({ room: current && { ...current, offline } });
    },
    tryNow: () => asked.push('try now'),
    setName: () => {},
    setPlace: () => {},
    setCaret: () => {},
    noteTyping: () => {},
    details: () => details,
    setDetails: (next) => {
      details = { ...details, ...next };
    },
    allow: (device) => asked.push(`allow ${device}`),
  };
}

export function person(name: string, more: Partial<PersonHere>): PersonHere {
  return {
    user: name.toLowerCase().replaceAll(' ', '-'),
    name,
    liveness: 'live',
    lastSeen: 0 as Instant,
    view: 'run',
    item: null,
    caret: null,
    typing: false,
    path: 'direct',
    rttMs: null,
    upToDate: true,
    version: 'same',
    ...more,
  };
}

export function aMerge(now: Instant, item: ItemId): Merge {
  return {
    id: 'merge-1',
    at: now,
    authors: ['Mara Okafor', 'Tomo Kimura'],
    worthAStrip: true,
    changes: [
      {
        item,
        place: 'Search index trial',
        kind: 'changed',
        before: 'Queries return in 80 ms at the median on a third of the catalogue.',
        after: 'Queries return in 60 ms at the median on half of the catalogue.',
      },
      {
        item,
        place: 'Search index trial',
        kind: 'added',
        before: '',
        after: 'Could half of it run at night, from Nagoya?',
      },
      { item, place: 'Search index trial', kind: 'removed', before: 'Ask the vendor again.', after: '' },
      { item: null, place: 'People', kind: 'added', before: '', after: 'Catarina Duarte, guest' },
    ],
  };
}
