// One link and what the mesh knows of its other end.

import type { Hello, Link } from '../link/link-types.ts';
import type { Peer } from '../y-webrtc/peer.ts';
import type { Acquaintance } from './beat.ts';
import { createRate } from './conduct.ts';
import { writeFrame } from './frame.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Lane } from './outbox.ts';
import type { PeerChange } from './peer-change.ts';

const PRESENCE_PER_SECOND = 20;
const ASKS_PER_SECOND = 0.5;
const BURST = 2;

export interface Wire extends Lane {
  readonly peer: Peer;
  /** `null`: closed, or never made. */
  link: Link | null;
  /** Set while the link is proven. */
  open: { readonly hello: Hello; readonly change: PeerChange } | null;
  /** y-webrtc is sending what it sends on a new connection. */
  opening: boolean;
  readonly ledger: Ledger;
  /** Whom the other end knows, by client. */
  listed: ReadonlyMap<number, Acquaintance>;
  /** Introduced by the other end, and to it. */
  readonly names: Map<number, Hello>;
  readonly introduced: Set<number>;
  readonly sync: SyncState;
  readonly mayAsk: () => boolean;
  readonly maySendPresence: () => boolean;
  /** Frames go out over it. `version`: own changes that are in them. */
  post(parts: readonly Uint8Array[], version: number | null, whole?: boolean): void;
}

/** How the two documents stand to each other. */
export interface SyncState {
  /** When we asked for everything, while there is no answer; `null`: nothing is open. */
  askedAt: number | null;
  /** Asking waits for the answer of another link. */
  wants: boolean;
  digest: Uint8Array | null;
  equal: boolean;
  unequalSince: number | null;
  /** Bytes that the other end says are on their way to us. */
  arriving: number;
  nextAskAt: number;
  askWait: number;
  /** Asked already for what waiting changes build on. */
  askedForGround: boolean;
}

export function createWire(
  peer: Peer,
  now: () => number,
  version: () => number,
  onPost: (bytes: number) => void,
): Wire {
  const wire: Wire = {
    peer,
    link: null,
    open: null,
    opening: false,
    ledger: createLedger(),
    listed: new Map(),
    names: new Map(),
    introduced: new Set(),
    sync: freshSync(),
    mayAsk: createRate(ASKS_PER_SECOND, 5, now),
    maySendPresence: createRate(PRESENCE_PER_SECOND, PRESENCE_PER_SECOND * BURST, now),
    post: (parts, version, whole = false) => {
      if (!wire.link || !wire.open) return;
      const bytes = writeFrame(wire.ledger.stamp(version, whole), parts);
      if (wire.link.send('frame', bytes)) onPost(bytes.byteLength);
    },
    send: (parts, changes) => wire.post(parts, changes ? version() : null),
    skip: () => wire.ledger.skip(),
  };
  return wire;
}

function freshSync(): SyncState {
  return {
    askedAt: null,
    wants: false,
    digest: null,
    equal: false,
    unequalSince: null,
    arriving: 0,
    nextAskAt: 0,
    askWait: 0,
    askedForGround: false,
  };
}

/** The link opened, for the first time or again: nothing that was agreed before holds. */
export function reopenWire(wire: Wire, hello: Hello, change: PeerChange): void {
  wire.open = { hello, change };
  wire.ledger.reopen();
  wire.introduced.clear();
  wire.listed = new Map();
  Object.assign(wire.sync, freshSync());
}

/** Where a change that came over `source` still has to go: never back, nor to those whom the sender reaches itself. */
export function onwards(wires: Iterable<Wire>, source: PeerChange): Wire[] {
  const all = [...wires].filter(({ open }) => open !== null);
  const listed = all.find(({ open }) => open?.change === source)?.listed;
  return all.filter(
    ({ open }) =>
      open && open.hello.session !== source.from.session && !listed?.get(open.hello.client)?.direct,
  );
}
