// Peers of one room in one process: real Yjs, real y-webrtc and the real mesh, on links and a relay in memory. Time is the
// fake clock of Vitest. The test file must mock websocket.ts and signal-rooms.ts by test/doubles/signal-hub.ts.
import { expect, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { joinMesh } from '../../../../renderer/sync/mesh/join-mesh.ts';
import type { Mesh } from '../../../../renderer/sync/mesh/mesh-types.ts';
import { Wires, type WiresOptions } from '../../../doubles/link-pair.ts';
import { hub } from '../../../doubles/signal-hub.ts';

export interface TestPeer {
  readonly name: string;
  readonly topic: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly mesh: Mesh;
  readonly text: Y.Text;
  type(words: string): void;
}

export interface World {
  readonly net: Wires;
  readonly peers: TestPeer[];
  /** `device`: its own unless given. */
  join(
    name: string,
    more?: { device?: string; doc?: Y.Doc; unsent?: number; session?: string; awareness?: Awareness },
  ): TestPeer;
  leave(peer: TestPeer): Promise<void>;
  /** Its process dies without a word. */
  crash(peer: TestPeer): void;
  cut(a: TestPeer, b: TestPeer): void;
  mend(a: TestPeer, b: TestPeer, replaced?: boolean): void;
  end(): Promise<void>;
}

// y-webrtc listens for the end of the process once for each room.
process.setMaxListeners(64);
let worlds = 0;

export function createWorld(options: Partial<WiresOptions> = {}): World {
  worlds += 1;
  const room = `room${worlds}`;
  const net = new Wires({ now: () => performance.now(), ...options });
  const peers: TestPeer[] = [];
  let joined = 0;
  return {
    net,
    peers,
    join: (name, { device, doc = new Y.Doc(), unsent = 0, session, awareness: kept } = {}) => {
      joined += 1;
      const topic = `${room}/${joined}`;
      const awareness = kept ?? new Awareness(doc);
      awareness.setLocalState({ name });
      const key = new Uint8Array(32);
      const mesh = joinMesh({
        doc,
        awareness,
        keys: { topic, signalKey: key, proofKey: key, blobKey: key },
        relays: [`fake://${topic}`],
        hello: {
          protocol: 1,
          schema: 1,
          user: `user-${name}`,
          device: device ?? `device-${name}`,
          session: session ?? name,
          client: doc.clientID,
          name,
        },
        unsent,
        now: () => performance.now(),
        createLink: net.createLink,
      });
      const text = doc.getText('text');
      const peer = {
        name,
        topic,
        doc,
        awareness,
        mesh,
        text,
        type: (words: string) => text.insert(text.length, words),
      };
      peers.push(peer);
      return peer;
    },
    leave: async (peer) => {
      peers.splice(peers.indexOf(peer), 1);
      await peer.mesh.leave();
    },
    crash: (peer) => {
      hub.crash(peer.topic);
      net.crash(peer.name);
    },
    cut: (a, b) => net.cut(a.name, b.name),
    mend: (a, b, replaced) => net.mend(a.name, b.name, replaced),
    end: async () => {
      await Promise.all(peers.map(({ mesh }) => mesh.leave()));
      for (const { awareness } of peers) awareness.destroy();
    },
  };
}

/** Lets that much time pass. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Same text, same digest, same state vector. */
export function expectEqual(peers: readonly TestPeer[]): void {
  const [first] = peers;
  if (!first) return;
  for (const { doc, text, mesh } of peers) {
    expect(text.toString()).toBe(first.text.toString());
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(first.doc))).toBe(true);
    expect(mesh.state.getState().digest).toBe(first.mesh.state.getState().digest);
  }
}

export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
