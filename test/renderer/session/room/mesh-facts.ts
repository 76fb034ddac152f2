// A mesh as the session sees it, in the hands of a test.

import { createStore } from 'zustand/vanilla';
import type {
  CaughtUp,
  Mesh,
  MeshOptions,
  MeshPeer,
  MeshState,
} from '../../../../renderer/sync/mesh/mesh-types.ts';

export const RELAY = 'wss://relay.example/signal';

export function meshState(parts: Partial<MeshState> = {}): MeshState {
  return {
    relays: [{ url: RELAY, state: 'up', members: 1 }],
    peers: [],
    dropped: [],
    unsent: 0,
    digest: '00',
    ...parts,
  };
}

/** Another computer, named by its person. */
export function peer(
  user: string,
  parts: Partial<Omit<MeshPeer, 'hello'>> & { hello?: object } = {},
): MeshPeer {
  const { hello, ...rest } = parts;
  return {
    hello: {
      protocol: 1,
      schema: 1,
      user,
      device: `${user}-desk`,
      session: `${user}-1`,
      client: [...user].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7),
      name: user[0]?.toUpperCase() + user.slice(1),
      ...hello,
    },
    link: 'open',
    path: 'direct',
    lastHeard: 0,
    rttMs: 20,
    equal: true,
    unconfirmed: 0,
    queuedBytes: 0,
    ...rest,
  };
}

export interface FakeMesh extends Mesh {
  readonly options: MeshOptions;
  readonly set: (parts: Partial<MeshState>) => void;
  readonly catchUp: { begin: (from: MeshPeer) => void; end: (from: MeshPeer) => void };
  readonly datagram: (from: MeshPeer, bytes: Uint8Array) => void;
  readonly kicks: string[];
  readonly left: boolean;
}

export function fakeMesh(options: MeshOptions): FakeMesh {
  const state = createStore<MeshState>(() => meshState({ unsent: options.unsent }));
  const listeners = new Set<Parameters<Mesh['onCatchUp']>[0]>();
  const datagrams = new Set<(session: string, bytes: Uint8Array) => void>();
  const kicks: string[] = [];
  const nothing = new Uint8Array();
  let left = false;
  return {
    options,
    state,
    kicks,
    get left() {
      return left;
    },
    set: (parts) => state.setState({ ...state.getState(), ...parts }, true),
    catchUp: {
      begin: ({ hello }) => {
        for (const { begin } of listeners) begin?.(hello);
      },
      end: ({ hello }) => {
        const caught: CaughtUp = { from: hello, before: nothing, after: nothing };
        for (const { end } of listeners) end?.(caught);
      },
    },
    counters: () => ({
      framesSent: 1,
      framesReceived: 2,
      framesSuppressed: 0,
      bytesSent: 10,
      bytesReceived: 20,
      beatsSent: 3,
      resyncs: 0,
      refused: { 'bad frame': 1 },
    }),
    sendDatagram: () => false,
    onDatagram: (listener) => {
      datagrams.add(listener);
      return () => datagrams.delete(listener);
    },
    datagram: ({ hello }, bytes) => {
      for (const listener of datagrams) listener(hello.session, bytes);
    },
    onCatchUp: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kick: (reason) => kicks.push(reason),
    allow: () => {},
    leave: async () => {
      left = true;
    },
  };
}
