// One peer in a page of its own: the mesh as the app joins it, over the relay that served the page.
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PROTOCOL } from '../../../../../renderer/sync/link/wire.ts';
import { joinMesh } from '../../../../../renderer/sync/mesh/join-mesh.ts';
import type { Mesh, MeshCounters, MeshState } from '../../../../../renderer/sync/mesh/mesh-types.ts';
import { deriveRoomKeys } from '../../../../../shared/invite/room-keys.ts';

export interface MeshPage {
  join(name: string, room: number): void;
  /** Types one mark; all marks of all peers are numbered. */
  type(mark: string): void;
  text(): string;
  state(): MeshState;
  counters(): MeshCounters;
  /** Milliseconds since the epoch at which each mark was first seen here. */
  seen(): Record<string, number>;
  fill(bytes: number): void;
  presence(): string[];
  leave(): Promise<void>;
}

declare global {
  interface Window {
    meshPeer: MeshPage;
  }
}

const doc = new Y.Doc();
const text = doc.getText('text');
const seen: Record<string, number> = {};
let mesh: Mesh | null = null;
let awareness: Awareness | null = null;

text.observe(({ delta }) => {
  for (const { insert } of delta)
    if (typeof insert === 'string')
      for (const mark of insert.match(/<[^>]*>/g) ?? [])
        seen[mark] ??= performance.timeOrigin + performance.now();
});

const inRoom = () => {
  if (!mesh || !awareness) throw new Error('Not in a room');
  return { mesh, awareness };
};

window.meshPeer = {
  join: (name, room) => {
    awareness = new Awareness(doc);
    awareness.setLocalState({ name });
    mesh = joinMesh({
      doc,
      awareness,
      keys: deriveRoomKeys(new Uint8Array(32).fill(room)),
      relays: [`${location.origin.replace(/^http/, 'ws')}/signal`],
      hello: {
        protocol: PROTOCOL,
        schema: 1,
        user: `user-${name}`,
        device: `device-${name}`,
        session: `session-${name}-${doc.clientID}`,
        client: doc.clientID,
        name,
      },
      unsent: 0,
      now: () => performance.now(),
    });
  },
  type: (mark) => {
    text.insert(text.length, mark);
    inRoom().awareness.setLocalStateField('caret', text.length);
  },
  text: () => text.toString(),
  state: () => inRoom().mesh.state.getState(),
  counters: () => inRoom().mesh.counters(),
  seen: () => seen,
  fill: (bytes) => {
    const random = new Uint8Array(65_536);
    for (let written = 0; written < bytes; written += random.length)
      doc.getArray('bulk').push([crypto.getRandomValues(random.slice())]);
  },
  presence: () => [...inRoom().awareness.getStates().values()].map(({ name }) => String(name)).sort(),
  leave: () => inRoom().mesh.leave(),
};
