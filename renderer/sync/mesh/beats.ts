// Heartbeats of a room, out and in: what each end has, how far it got, whom it knows.

import type { Hello } from '../link/link-types.ts';
import { readBeat, writeBeat } from './beat.ts';
import type { Broadcast } from './broadcast.ts';
import type { CatchUps } from './catch-up.ts';
import type { Conduct } from './conduct.ts';
import type { Digest } from './digest.ts';
import type { PresenceDesk } from './presence-desk.ts';
import { GONE_MS, type Guest, type Roster } from './roster.ts';
import type { SyncDesk } from './sync-desk.ts';
import type { Wire } from './wire.ts';

/** Names that one end gives, of whom it lists 128 at most at a time. The oldest make room. */
const MAX_NAMES = 512;

export interface Beats {
  /** What goes with the next heartbeat of this link. */
  write(wire: Wire): Uint8Array;
  /** Out of turn. */
  send(wire: Wire): void;
  /** To all but one, out of turn: whom we reach has changed. */
  tell(but?: Wire): void;
  take(wire: Wire, bytes: Uint8Array): void;
  /** The roster learns what we heard ourselves. */
  refresh(): void;
  readonly written: number;
}

interface BeatsOptions {
  readonly wires: ReadonlySet<Wire>;
  readonly roster: Roster;
  readonly digest: Digest;
  readonly sync: SyncDesk;
  readonly presence: PresenceDesk;
  readonly conduct: Conduct;
  readonly catchUps: CatchUps;
  readonly now: () => number;
  readonly broadcast: Broadcast;
  /** Somebody new, somebody gone, or something confirmed. */
  readonly onChange: () => void;
}

export function createBeats(options: BeatsOptions): Beats {
  const { wires, roster, digest, sync, presence, conduct, catchUps, now, broadcast, onChange } = options;
  let written = 0;

  const wireOf = (client: number) => [...wires].find(({ open }) => open?.hello.client === client);

  const refresh = () => {
    for (const { open, link } of wires)
      if (open && link && now() - link.lastHeard < GONE_MS) roster.greet(open.hello, link.lastHeard, true);
  };

  const describe = ({ hello: { client }, heard, equal }: Guest) => {
    const wire = wireOf(client);
    const direct = wire?.link?.state === 'open';
    return { client, age: Math.max(0, now() - heard), direct, equal: wire ? wire.sync.equal : equal };
  };

  const write = (wire: Wire) => {
    refresh();
    written += 1;
    const guests = [...roster.guests.values()].filter(
      ({ hello }) => hello.client !== wire.open?.hello.client && !conduct.isDropped(hello.device),
    );
    const strangers = guests.filter(({ hello }) => !wire.introduced.has(hello.client));
    for (const { hello } of strangers) wire.introduced.add(hello.client);
    // Who comes back is introduced again.
    for (const client of wire.introduced) if (!roster.guests.has(client)) wire.introduced.delete(client);
    return writeBeat({
      digest: digest.bytes(),
      ack: wire.ledger.ack,
      queued: wire.link?.queuedBytes ?? 0,
      introduced: strangers.map(({ hello }) => hello),
      known: guests.map(describe),
    });
  };

  const send = (wire: Wire) => {
    wire.link?.send('beat', write(wire));
  };

  const introduce = ({ names }: Wire, hello: Hello) => {
    names.delete(hello.client);
    names.set(hello.client, hello);
    for (const oldest of names.keys()) if (names.size > MAX_NAMES) names.delete(oldest);
  };

  const take = (wire: Wire, bytes: Uint8Array) => {
    if (!wire.open) return;
    const beat = readBeat(bytes);
    if (!beat) return conduct.strike(wire.open.hello, 'bad beat');
    const equal = sync.compare(wire, beat.digest, beat.queued);
    wire.ledger.acknowledge(beat.ack);
    if (equal) {
      wire.ledger.settle(broadcast.version);
      catchUps.settled(wire.open.change);
    }
    broadcast.confirm(wire);
    for (const hello of beat.introduced) introduce(wire, hello);
    const before = wire.listed;
    wire.listed = new Map(beat.known.map((known) => [known.client, known]));
    for (const { client, age, equal } of beat.known) {
      const hello = wire.names.get(client);
      if (!hello || conduct.isDropped(hello.device)) continue;
      const guest = roster.greet(hello, now() - age, false);
      if (guest) guest.equal = equal && wire.sync.equal;
    }
    for (const client of before.keys()) {
      if (wireOf(client) || [...wires].some(({ listed }) => listed.has(client))) continue;
      if (roster.leave(client)) presence.remove(client);
    }
    onChange();
  };

  return {
    write,
    send,
    tell: (but) => {
      for (const wire of wires) if (wire !== but && wire.open) send(wire);
    },
    take,
    refresh,
    get written() {
      return written;
    },
  };
}
