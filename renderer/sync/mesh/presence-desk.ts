// Presence, in and out. Everybody speaks for themselves: what is said of somebody whom we hear ourselves counts only from
// their own mouth, and nobody is declared gone by others; who is gone is the roster's word.

import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { type PresenceEntry, readPresence, writePresence } from './awareness-update.ts';
import type { Conduct } from './conduct.ts';
import type { Outbox } from './outbox.ts';
import { PeerChange } from './peer-change.ts';
import type { Roster } from './roster.ts';
import { onwards, type Wire } from './wire.ts';

/** The origin of removals that are our own conclusion. */
const GONE = Symbol('gone');

interface Change {
  readonly added: number[];
  readonly updated: number[];
  readonly removed: number[];
}

export interface PresenceDesk {
  take(wire: Wire, body: Uint8Array): void;
  /** Counts our own state up, so that ends that thought us gone take it for new. Told to nobody by itself. */
  renew(): void;
  remove(client: number): void;
  /** All but ourselves: the room is left, and in the next one nobody is to hear of them. */
  clear(): void;
  readonly dispose: Dispose;
}

interface PresenceOptions {
  readonly awareness: Awareness;
  readonly wires: ReadonlySet<Wire>;
  readonly roster: Roster;
  readonly conduct: Conduct;
  readonly outbox: Outbox;
}

export function createPresenceDesk(options: PresenceOptions): PresenceDesk {
  const { awareness, wires, roster, conduct, outbox } = options;
  let renewing = false;

  const countFrom = (client: number, clock: number) => {
    const known = awareness.meta.get(client);
    if (known) awareness.meta.set(client, { ...known, clock });
  };

  const onUpdate = ({ added, updated, removed }: Change, origin: unknown) => {
    const clients = [...added, ...updated, ...removed];
    // How far somebody had counted is forgotten with them: else a lie about it would keep them away for good.
    if (origin === GONE || origin === 'timeout')
      for (const client of removed) if (client !== awareness.clientID) countFrom(client, 0);
    if (origin instanceof PeerChange) outbox.presence(clients, onwards(wires, origin));
    else if (clients.includes(awareness.clientID) && !renewing)
      outbox.presence(
        [awareness.clientID],
        [...wires].filter(({ open }) => open),
      );
  };

  const isOwnWord = (wire: Wire, client: number) => wire.open?.hello.client === client;

  const isFirstHand = (wire: Wire, client: number) =>
    isOwnWord(wire, client) ||
    ![...wires].some(({ open, link }) => open?.hello.client === client && link?.state === 'open');

  const accepts = (wire: Wire, { client, clock, state }: PresenceEntry): boolean => {
    const known = awareness.meta.get(client);
    if (client === awareness.clientID) {
      // Our own words come back when a link opens again. Words that we never said may have come to the sender by others.
      if (known && clock > known.clock) conduct.refuse('presence in our name');
      return false;
    }
    const guest = roster.guests.get(client);
    if (!guest || conduct.isDropped(guest.hello.device)) {
      conduct.refuse('presence of strangers');
      return false;
    }
    if (state === null && known?.clock === clock && awareness.states.has(client)) {
      conduct.refuse('presence removed by others');
      return false;
    }
    // Others may have said that they had counted further than they ever did.
    if (known && clock < known.clock && isOwnWord(wire, client)) countFrom(client, clock - 1);
    return isFirstHand(wire, client);
  };

  awareness.on('update', onUpdate);
  return {
    take: (wire, body) => {
      if (!wire.open) return;
      if (!wire.maySendPresence()) return conduct.refuse('presence too often');
      const entries = readPresence(body);
      if (!entries) return conduct.strike(wire.open.hello, 'bad presence');
      const accepted = entries.filter((entry) => accepts(wire, entry));
      // A strike may have closed it.
      if (accepted.length > 0 && wire.open)
        applyAwarenessUpdate(awareness, writePresence(accepted), wire.open.change);
    },
    renew: () => {
      renewing = true;
      const state = awareness.getLocalState();
      if (state) awareness.setLocalState(state);
      renewing = false;
    },
    remove: (client) => removeAwarenessStates(awareness, [client], GONE),
    clear: () => {
      const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID);
      removeAwarenessStates(awareness, others, GONE);
    },
    dispose: () => awareness.off('update', onUpdate),
  };
}

export function encodePresence(awareness: Awareness, clients: readonly number[]): Uint8Array {
  return encodeAwarenessUpdate(
    awareness,
    clients.filter((client) => awareness.meta.has(client)),
  );
}
