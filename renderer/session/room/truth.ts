// Keeps status and people of one open meeting true: looks at the connection, the computer's network and the time, now,
// when one of them changes, and twice a second while the meeting is in a room.

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/schema.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { MeshState } from '../../sync/mesh/mesh-types.ts';
import type { Me } from '../services.tsx';
import type { PersonHere, Room, SyncDetails, SyncStatus } from '../sync-types.ts';
import type { Connection } from './connection.ts';
import type { MemoryKeeper } from './memory-keeper.ts';
import { followPeople } from './people-here.ts';
import type { RoomClock } from './room-clock.ts';
import { type RoomMemory, rememberPeople, unsentIn } from './room-memory.ts';
import { isHeard, NOT_SHARED, nextStatus, type StatusMemory } from './status.ts';
import { meshWords, peopleWords, type SyncLog, statusWords } from './sync-log.ts';
import { countUnsent, type Unsent } from './unsent.ts';

export interface Truth {
  readonly status: StoreApi<SyncStatus>;
  readonly people: StoreApi<{ readonly people: readonly PersonHere[] }>;
  /** The connection that speaks from now on. */
  connected(connection: Connection | null): void;
  /** Stays out of the room because the document is spoilt. */
  paused(paused: boolean): void;
  /** Looks now. */
  changed(): void;
  /** Another room, or none. */
  moved(inRoom: boolean): void;
  /** Looking for the others begins anew. */
  startOver(): void;
  unsent(): number;
  apartSince(user: string): Instant | null;
  details(): SyncDetails;
  /** Writes down what the next opening is to know. */
  remember(): Promise<void>;
  dispose: Dispose;
}

export interface TruthOptions {
  readonly doc: Y.Doc;
  readonly me: Me;
  readonly session: string;
  readonly memory: RoomMemory;
  readonly keeper: MemoryKeeper;
  readonly room: StoreApi<{ readonly room: Room | null }>;
  readonly clock: RoomClock;
  readonly log: SyncLog;
  readonly waiting: () => boolean;
}

/** Milliseconds. */
const CONFIRMED_EVERY = 10_000;
const LOOK_EVERY = 500;

export function followTruth(options: TruthOptions): Truth {
  const { doc, me, session, memory, keeper, room, clock, log } = options;
  const { now } = clock.shared;
  let connection: Connection | null = null;
  let paused = false;
  let offMesh: Dispose | null = null;
  let seenMesh: MeshState | null = null;
  let state: StatusMemory = NOT_SHARED;
  let confirmedAt = memory.confirmedAt;
  const taken = new Set(Object.keys(memory.unsent));
  const people = followPeople(memory.room ? memory.people : [], now());
  const status = createStore<SyncStatus>(() => state.status);
  let unsent: Unsent | null = memory.room ? count(unsentIn(memory)) : null;

  function count(carried: number): Unsent {
    return countUnsent(doc, {
      carried,
      onChange: (own) => {
        keepUnsent(own);
        changed();
      },
    });
  }

  /** More is written down at once, before it is shown as saved; that it is confirmed can wait. */
  function keepUnsent(own: number): void {
    const change = (kept: RoomMemory): RoomMemory => {
      const others = Object.entries(kept.unsent).filter(([key]) => key !== session && !taken.has(key));
      return { ...kept, unsent: Object.fromEntries(own > 0 ? [...others, [session, own]] : others) };
    };
    keeper.change(change, own > 0 ? 'now' : 'soon').catch(console.error);
  }

  function confirm(): void {
    if (!unsent || unsent.count === 0) return;
    unsent.confirm();
    noteConfirmed();
  }

  /** To the minute is told; more often than every few seconds, it would only make screens render. */
  function noteConfirmed(): void {
    const at = now();
    if (confirmedAt === null || at - confirmedAt >= CONFIRMED_EVERY) confirmedAt = at;
  }

  function changed(): void {
    const mesh = connection?.mesh.state.getState() ?? null;
    const at = performance.now();
    const { room: current } = room.getState();
    const before = state.status;
    const online = navigator.onLine !== false;
    state = nextStatus(state, {
      room: current,
      mesh,
      paused,
      online,
      user: me.user,
      device: me.device,
      schema: SCHEMA_VERSION,
      docBytes: connection?.docBytes ?? 0,
      unsent: unsent?.count ?? 0,
      confirmedAt,
      waiting: options.waiting(),
      at,
      now: now(),
    });
    if (current) lookAround(at);
    if (mesh) log.add(...meshWords(seenMesh, mesh));
    seenMesh = mesh;
    log.add(...statusWords(before, state.status, liveNames()));
    if (state.status === status.getState()) return;
    if (before.state === 'live' && state.status.unsent === 0) noteConfirmed();
    status.setState(state.status, true);
  }

  function connected(next: Connection | null): void {
    offMesh?.();
    offMesh = null;
    connection = next;
    if (!next) return;
    offMesh = next.mesh.state.subscribe((mesh) => {
      if (mesh.unsent === 0) confirm();
      changed();
    });
  }

  function liveNames(): readonly string[] {
    const { people: list } = people.store.getState();
    return list.filter(({ liveness }) => liveness === 'live').map(({ name }) => name);
  }

  function lookAround(at: number): void {
    const sessions = connection?.sessions() ?? [];
    const before = people.store.getState().people;
    people.update({
      sessions,
      hearing:
        state.status.state !== 'offline' &&
        (state.status.relayUp || sessions.some(({ peer }) => isHeard(peer, at))),
      user: me.user,
      schema: SCHEMA_VERSION,
      at,
      now: now(),
    });
    const after = people.store.getState().people;
    if (after === before) return;
    log.add(...peopleWords(before, after));
    if (!sameFaces(before, after)) keepSeen();
  }

  function keepSeen(): void {
    const seen = people.seen();
    keeper
      .change((kept) => ({ ...kept, confirmedAt, people: rememberPeople(kept.people, seen) }), 'soon')
      .catch(console.error);
  }

  const timer = setInterval(() => {
    if (room.getState().room) changed();
  }, LOOK_EVERY);
  changed();

  return {
    status,
    people: people.store,
    connected: (next) => {
      connected(next);
      changed();
    },
    paused: (next) => {
      paused = next;
      changed();
    },
    changed,
    moved: (inRoom) => {
      // What was connected has no say in the new room while it is still being left.
      connected(null);
      unsent?.dispose();
      unsent = inRoom ? count(1) : null;
      confirmedAt = null;
      state = NOT_SHARED;
      keepUnsent(inRoom ? 1 : 0);
      people.clear();
      keeper.change((kept) => ({ ...kept, confirmedAt: null, people: [] }), 'soon').catch(console.error);
    },
    startOver: () => {
      state = { ...state, triedSince: null, unreachedSince: null };
    },
    unsent: () => unsent?.count ?? 0,
    apartSince: people.apartSince,
    details: () => detailsOf(connection),
    remember: async () => {
      if (room.getState().room) keepSeen();
      await keeper.flush();
    },
    dispose: () => {
      clearInterval(timer);
      offMesh?.();
      unsent?.dispose();
    },
  };
}

function detailsOf(connection: Connection | null): SyncDetails {
  if (!connection) return { digest: '', relays: [], counters: {}, dropped: [] };
  const { relays, dropped, digest } = connection.mesh.state.getState();
  const { refused, ...counters } = connection.mesh.counters();
  const refusals = Object.entries(refused).map(([what, times]) => [`refused: ${what}`, times]);
  return { digest, relays, counters: { ...counters, ...Object.fromEntries(refusals) }, dropped };
}

/** Whether the lists differ in nothing that is remembered: carets and round trips are not. */
function sameFaces(before: readonly PersonHere[], after: readonly PersonHere[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ user, name, lastSeen }, at) => {
      const other = before[at];
      return other?.user === user && other.name === name && other.lastSeen === lastSeen;
    })
  );
}
