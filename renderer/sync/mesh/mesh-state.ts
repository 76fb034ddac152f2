// The room as screens see it, put together anew from what the mesh knows.

import type { Broadcast } from './broadcast.ts';
import type { Conduct } from './conduct.ts';
import { type Digest, toHex } from './digest.ts';
import type { MeshPeer, MeshState, RelayView } from './mesh-types.ts';
import type { Guest, Roster } from './roster.ts';
import type { Wire } from './wire.ts';

export interface StateParts {
  readonly relays: ReadonlyMap<string, RelayView>;
  readonly wires: ReadonlySet<Wire>;
  readonly roster: Roster;
  readonly conduct: Conduct;
  readonly broadcast: Broadcast;
  readonly digest: Digest;
}

export function readState({ relays, wires, roster, conduct, broadcast, digest }: StateParts): MeshState {
  const wireOf = new Map([...wires].map((wire) => [wire.open?.hello.client, wire]));
  const describe = (guest: Guest): MeshPeer => {
    const wire = wireOf.get(guest.hello.client);
    const link = wire?.link;
    const shared = { hello: guest.hello, lastHeard: Math.max(guest.heard, link?.lastHeard ?? 0) };
    if (!wire || !link) {
      const unconfirmed = guest.equal ? 0 : broadcast.unsent;
      const nothing = { rttMs: null, queuedBytes: 0 };
      return { ...shared, ...nothing, link: 'none', path: 'through-peer', equal: guest.equal, unconfirmed };
    }
    return {
      ...shared,
      link: link.state,
      path: link.path,
      rttMs: link.rttMs,
      equal: wire.sync.equal,
      unconfirmed: broadcast.version - Math.min(broadcast.version, wire.ledger.confirmed),
      queuedBytes: link.queuedBytes,
    };
  };
  return {
    relays: [...relays.values()],
    peers: [...roster.guests.values()].filter(({ hello }) => !conduct.isDropped(hello.device)).map(describe),
    dropped: conduct.dropped,
    unsent: broadcast.unsent,
    digest: toHex(digest.bytes()),
  };
}
