// One room of a meeting: everybody who is connected, and what is known of them. Over it stand presence, status and the
// shared clock (renderer/session); under it links (renderer/sync/link) and signal sockets.

import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../../shared/base/disposer.ts';
import type { RoomKeys } from '../../../shared/invite/room-keys.ts';
import type { CreateLink, Hello, LinkPath, LinkState } from '../link/link-types.ts';

/** `refused`: the relay answered, but does not let us in (limits, version). */
export type SignallingState = 'up' | 'trying' | 'down' | 'refused';

export interface RelayView {
  readonly url: string;
  readonly state: SignallingState;
  /** Connections in the room as the relay counts them, this one included; `null` while not known. */
  readonly members: number | null;
}

/** One other device. Two windows of one profile are two sessions of one device. */
export interface MeshPeer {
  readonly hello: Hello;
  /** `none`: known only through others. */
  readonly link: LinkState | 'none';
  readonly path: LinkPath | 'through-peer';
  /** `performance.now()` when it was last known to be alive, heard directly or through neighbours. */
  readonly lastHeard: number;
  readonly rttMs: number | null;
  /** Its document equals ours as of its last heartbeat. */
  readonly equal: boolean;
  /** Our own changes that it has not confirmed. */
  readonly unconfirmed: number;
  readonly queuedBytes: number;
}

/** Somebody we stopped listening to, for this session or until allowed again. */
export interface DroppedPeer {
  readonly device: string;
  readonly name: string;
  /** For the user: "sent data that is not valid". */
  readonly reason: string;
  /** `performance.now()`. */
  readonly at: number;
}

/** What came in over one link between its opening and the moment both ends were equal again. */
export interface CaughtUp {
  readonly from: Hello;
  /** Yjs state vectors before and after: the clients whose clocks moved are the authors. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface MeshState {
  readonly relays: readonly RelayView[];
  readonly peers: readonly MeshPeer[];
  readonly dropped: readonly DroppedPeer[];
  /** Own changes that no other device has confirmed, those of earlier sessions included. */
  readonly unsent: number;
  /** Digest of the document as the heartbeats carry it, hexadecimal. */
  readonly digest: string;
}

/** Numbers for the diagnostics panel and the tests. */
export interface MeshCounters {
  readonly framesSent: number;
  readonly framesReceived: number;
  readonly framesSuppressed: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly beatsSent: number;
  readonly resyncs: number;
  readonly refused: Readonly<Record<string, number>>;
}

export interface MeshOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly keys: RoomKeys;
  /** WebSocket addresses of relays, `wss://host/signal`. */
  readonly relays: readonly string[];
  readonly hello: Hello;
  /** Own changes that nobody had when the last session ended. */
  readonly unsent: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly createLink?: CreateLink;
}

export interface Mesh {
  readonly state: StoreApi<MeshState>;
  counters(): MeshCounters;
  /** A session's datagram channel, for the shared clock. False: no open link to it. */
  sendDatagram(session: string, bytes: Uint8Array): boolean;
  onDatagram(listener: (session: string, bytes: Uint8Array) => void): Dispose;
  /** Just before the first change of a catch-up gets into the document, and once both ends are equal. */
  onCatchUp(listener: { begin?: (from: Hello) => void; end?: (caught: CaughtUp) => void }): Dispose;
  /** Looks at every socket and link now. */
  kick(reason: 'online' | 'resume' | 'user'): void;
  allow(device: string): void;
  /** Says goodbye; resolves when the room can be joined anew. */
  leave(): Promise<void>;
}
