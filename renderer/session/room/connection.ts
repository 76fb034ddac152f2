// One stay in a room: the mesh and what stands on it. Fetched only when a meeting is in a room, with y-webrtc and all keys.

import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/schema.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Invite } from '../../../shared/invite/invite.ts';
import { deriveRoomKeys } from '../../../shared/invite/room-keys.ts';
import { PROTOCOL } from '../../sync/link/wire.ts';
import { joinMesh } from '../../sync/mesh/join-mesh.ts';
import type { Mesh } from '../../sync/mesh/mesh-types.ts';
import type { Me } from '../services.tsx';
import type { Merge } from '../sync-types.ts';
import { whenIdle } from '../when-idle.ts';
import { watchMerges } from './merges.ts';
import type { SessionHere } from './people.ts';
import { createPresence, type Place, type Presence } from './presence.ts';
import { type PresenceState, readPresence } from './presence-state.ts';
import type { RoomClock } from './room-clock.ts';

export interface Connection {
  readonly mesh: Mesh;
  readonly presence: Presence;
  /** The sessions of other computers. */
  sessions(): readonly SessionHere[];
  /** Of the whole document, about. */
  readonly docBytes: number;
  /** Says goodbye before it returns. */
  leave(): Promise<void>;
}

export interface ConnectionOptions {
  readonly invite: Invite;
  readonly me: Me;
  readonly session: string;
  readonly place: Place;
  readonly unsent: number;
  readonly clock: RoomClock;
  readonly newId: () => string;
  readonly apartSince: (user: string) => Instant | null;
  /** Somebody said something new of themselves. */
  readonly onPresence: () => void;
  readonly onMerge: (merge: Merge) => void;
}

export interface Connector {
  connect(options: ConnectionOptions): Connection;
  dispose: Dispose;
}

/** One awareness for all stays in a room: others would not believe a second one that counts from the start again. */
export function createConnector(doc: Y.Doc): Connector {
  const awareness = new Awareness(doc);
  return {
    connect: (options) => openConnection(doc, awareness, options),
    dispose: () => awareness.destroy(),
  };
}

function openConnection(doc: Y.Doc, awareness: Awareness, options: ConnectionOptions): Connection {
  const { invite, me, session, place, unsent, clock, newId } = options;
  const { user, device, name } = me;
  const presence = createPresence(awareness, { identity: { user, device }, name, place });
  const mesh = joinMesh({
    doc,
    awareness,
    keys: deriveRoomKeys(invite.secret),
    relays: invite.relays,
    // Yjs may have changed the document's number since, where somebody else wrote under it; presence goes by this one.
    hello: {
      protocol: PROTOCOL,
      schema: SCHEMA_VERSION,
      user,
      device,
      session,
      client: awareness.clientID,
      name,
    },
    unsent,
    now: () => performance.now(),
  });
  const others = watchOthers(awareness, options.onPresence);
  const size = watchSize(doc);
  const offClock = clock.connect(mesh);
  const offMerges = watchMerges({
    doc,
    mesh,
    user,
    newId,
    now: clock.shared.now,
    apartSince: options.apartSince,
    onMerge: options.onMerge,
  });
  const offHeard = mesh.state.subscribe(({ peers }) => presence.setHeard(peers.length > 0));

  return {
    mesh,
    presence,
    sessions: () =>
      mesh.state
        .getState()
        .peers.filter(({ hello }) => hello.device !== device)
        .map((peer) => ({ peer, ...others.of(peer.hello.client, peer.hello.user) })),
    get docBytes() {
      return size.bytes;
    },
    leave: () => {
      offHeard();
      offMerges();
      offClock();
      others.dispose();
      size.dispose();
      presence.dispose();
      return mesh.leave();
    },
  };
}

/** What others say of themselves, read once for each time they say it. */
function watchOthers(awareness: Awareness, onChange: () => void) {
  const read = new Map<number, { readonly state: PresenceState | null; readonly activeAt: number }>();
  const nothing = { state: null, activeAt: 0 };

  const onAwareness = (changed: { added: number[]; updated: number[]; removed: number[] }): void => {
    const activeAt = performance.now();
    const clients = [...changed.added, ...changed.updated, ...changed.removed];
    for (const client of clients) {
      if (client === awareness.clientID) continue;
      const state = readPresence(awareness.getStates().get(client));
      if (state) read.set(client, { state, activeAt });
      else read.delete(client);
    }
    if (clients.some((client) => client !== awareness.clientID)) onChange();
  };

  awareness.on('change', onAwareness);
  onAwareness({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
  return {
    /** Only what somebody says of themselves: the link has proven who they are. */
    of: (client: number, user: string) => {
      const said = read.get(client);
      return said?.state?.user === user ? said : nothing;
    },
    dispose: () => awareness.off('change', onAwareness),
  };
}

/** Encoded once, in idle time; from then on what comes is added. */
function watchSize(doc: Y.Doc): { readonly bytes: number; readonly dispose: Dispose } {
  let bytes = 0;
  let ended = false;
  const onUpdate = (update: Uint8Array): void => {
    bytes += update.length;
  };
  doc.on('update', onUpdate);
  whenIdle(() => {
    if (!ended) bytes = Y.encodeStateAsUpdate(doc).length;
  });
  return {
    get bytes() {
      return bytes;
    },
    dispose: () => {
      ended = true;
      doc.off('update', onUpdate);
    },
  };
}
