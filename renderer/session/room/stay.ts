// Being in the room of a meeting, or not: connects, leaves and connects anew as the room, the person and the page ask
// for it, one after the other.

import type * as Y from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import { createDisposer } from '../../../shared/base/disposer.ts';
import type { Host } from '../../platform/host.ts';
import type { Me } from '../services.tsx';
import type { Caret, MeetingSync, Merge, Room } from '../sync-types.ts';
import { whenIdle } from '../when-idle.ts';
import type { Connection, Connector } from './connection.ts';
import type { Place } from './presence.ts';
import type { RoomClock } from './room-clock.ts';
import { sameInvite, sameRelays } from './room-memory.ts';
import type { Truth } from './truth.ts';

export interface Stay
  extends Pick<MeetingSync, 'setName' | 'setPlace' | 'setCaret' | 'noteTyping' | 'allow'> {
  /** Begins to listen to the page, and connects once the meeting is on the screen; at once where it has yet to come. */
  start(): void;
  /** Brings the connection to what the room asks for now. */
  settle(): void;
  kick(reason: 'online' | 'resume' | 'user'): void;
  me(): Me;
  pause(paused: boolean): void;
  close(): Promise<void>;
}

export interface StayOptions {
  readonly doc: Y.Doc;
  readonly me: Me;
  readonly session: string;
  readonly room: StoreApi<{ readonly room: Room | null }>;
  readonly host: Host;
  readonly clock: RoomClock;
  readonly newId: () => string;
  readonly truth: Pick<Truth, 'connected' | 'paused' | 'changed' | 'unsent' | 'apartSince' | 'remember'>;
  /** Nothing of the meeting is here yet. */
  readonly waiting: () => boolean;
  readonly onMerge: (merge: Merge) => void;
  /** Why no connection could be made. */
  readonly onFailure: (words: string) => void;
}

/** After a connection could not even be begun: its code is fetched from the net where a browser is a guest. */
const AGAIN_AFTER = 5_000;

export function createStay(options: StayOptions): Stay {
  const { doc, session, room, host, clock, truth } = options;
  const off = createDisposer();
  let me = options.me;
  let place: Place = { view: '', item: null };
  let caret: Caret | null = null;
  let connector: Connector | null = null;
  let connection: Connection | null = null;
  let stayed: Room | null = null;
  let started = false;
  let hidden = false;
  let paused = false;
  let closed = false;
  let working: Promise<void> = Promise.resolve();
  let leaving: Promise<void> = Promise.resolve();
  let failure = '';
  let again: ReturnType<typeof setTimeout> | null = null;

  function wanted(): Room | null {
    const { room: current } = room.getState();
    return started && !hidden && !paused && !closed && current && !current.offline ? current : null;
  }

  function settle(): void {
    if (again !== null) clearTimeout(again);
    again = null;
    working = working.then(bringAbout).then(() => {
      failure = '';
    }, failed);
  }

  function failed(error: unknown): void {
    const words = `The connection could not be made: ${error instanceof Error ? error.message : error}`;
    if (words !== failure) options.onFailure(words);
    failure = words;
    if (!closed) again = setTimeout(settle, AGAIN_AFTER);
  }

  async function bringAbout(): Promise<void> {
    const next = wanted();
    if (connection && stayed && next && sameStay(stayed, next)) return;
    if (connection) await leave();
    if (next) await enter(next);
  }

  async function enter(next: Room): Promise<void> {
    const { invite } = next;
    const [{ createConnector }] = await Promise.all([
      import('./connection.ts'),
      host.allowRelays(invite.relays),
      leaving,
    ]);
    // Much may have happened meanwhile.
    if (!sameStay(next, wanted())) return settle();
    connector ??= createConnector(doc);
    stayed = next;
    connection = connector.connect({
      invite,
      me,
      session,
      place,
      unsent: truth.unsent(),
      clock,
      newId: options.newId,
      apartSince: truth.apartSince,
      onPresence: truth.changed,
      onMerge: options.onMerge,
    });
    connection.presence.setCaret(caret);
    truth.connected(connection);
  }

  function leave(): Promise<void> {
    if (connection) leaving = connection.leave();
    connection = null;
    stayed = null;
    truth.connected(null);
    return leaving;
  }

  function kick(reason: 'online' | 'resume' | 'user'): void {
    if (reason === 'resume') clock.resume();
    connection?.mesh.kick(reason);
    if (!connection) settle();
    truth.changed();
  }

  function onPageHide(): void {
    hidden = true;
    // Now, not in its turn: there is no later for a page that goes.
    void leave();
    truth.remember().catch(console.error);
  }

  function onPageShow(): void {
    if (!hidden) return;
    hidden = false;
    clock.resume();
    settle();
  }

  function listen(target: EventTarget, type: string, listener: () => void): void {
    target.addEventListener(type, listener);
    off.add(() => target.removeEventListener(type, listener));
  }

  return {
    start: () => {
      listen(window, 'online', () => kick('online'));
      listen(window, 'offline', truth.changed);
      listen(window, 'pagehide', onPageHide);
      listen(window, 'pageshow', onPageShow);
      off.add(host.onResumed(() => kick('resume')));
      const begin = (): void => {
        started = true;
        settle();
      };
      if (options.waiting()) begin();
      else whenIdle(begin);
    },
    settle,
    kick,
    setName: (name) => {
      me = { ...me, name };
      connection?.presence.setName(name);
    },
    setPlace: (next) => {
      place = next;
      connection?.presence.setPlace(next);
    },
    setCaret: (next) => {
      caret = next;
      connection?.presence.setCaret(next);
    },
    noteTyping: () => connection?.presence.noteTyping(),
    me: () => me,
    pause: (next) => {
      paused = next;
      truth.paused(next);
      settle();
    },
    allow: (device) => connection?.mesh.allow(device),
    close: async () => {
      closed = true;
      if (again !== null) clearTimeout(again);
      off.dispose();
      settle();
      await working;
      connector?.dispose();
    },
  };
}

function sameStay(a: Room, b: Room | null): boolean {
  return b !== null && sameInvite(a.invite, b.invite) && sameRelays(a.invite, b.invite);
}
