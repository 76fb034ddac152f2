// Everybody who is in the room, as far as anybody whom we hear has heard of them: who, and when they were last known to
// be alive. Knows nothing of links; what we hear ourselves is told to it like what neighbours say.

import type { Hello } from '../link/link-types.ts';

export interface Guest {
  readonly hello: Hello;
  /** `performance.now()`. */
  heard: number;
  /** Their document equals that of one who has ours. */
  equal: boolean;
  /** Another session of their device came: when. A reloaded window leaves its old session behind. */
  doubted: number | null;
}

/** A session unheard for so long is gone. */
export const GONE_MS = 15_000;
/** So long when a newer session of its device is there. Twice the slowest heartbeat, and the way. */
const DOUBT_MS = 4_500;
/** So long neighbours may go on naming somebody who said goodbye. */
const GOODBYE_MS = 3_000;
const MAX_GUESTS = 128;

export interface Roster {
  readonly guests: ReadonlyMap<number, Guest>;
  /** Proven over a link of ours, or named by a neighbour: `proven` wins where they disagree. */
  greet(hello: Hello, heard: number, proven: boolean): Guest | null;
  /** Goodbye, or nobody names them any more. */
  leave(client: number): Guest | null;
  /** Takes out who is gone. */
  expire(): Guest[];
}

export function createRoster(self: Hello, now: () => number): Roster {
  const guests = new Map<number, Guest>();
  const goodbyes = new Map<number, number>();

  return {
    guests,
    greet: (hello, heard, proven) => {
      if (hello.client === self.client || hello.session === self.session) return null;
      const known = guests.get(hello.client);
      if (known?.hello.session === hello.session) {
        known.heard = Math.max(known.heard, heard);
        return known;
      }
      if (proven) goodbyes.delete(hello.client);
      else if (known || guests.size >= MAX_GUESTS || now() - heard >= GONE_MS) return null;
      else if (now() - (goodbyes.get(hello.client) ?? Number.NEGATIVE_INFINITY) < GOODBYE_MS) return null;
      if (known) guests.delete(hello.client);
      for (const other of guests.values()) if (other.hello.device === hello.device) other.doubted ??= now();
      const guest: Guest = { hello, heard, equal: false, doubted: null };
      guests.set(hello.client, guest);
      return guest;
    },
    leave: (client) => {
      const guest = guests.get(client) ?? null;
      guests.delete(client);
      goodbyes.set(client, now());
      return guest;
    },
    expire: () => {
      const time = now();
      for (const [client, at] of goodbyes) if (time - at >= GOODBYE_MS) goodbyes.delete(client);
      const gone = [...guests.values()].filter((guest) => {
        if (guest.doubted === null) return time - guest.heard > GONE_MS;
        if (guest.heard > guest.doubted + DOUBT_MS / 2) guest.doubted = null;
        return guest.doubted !== null && time - guest.doubted > DOUBT_MS;
      });
      for (const { hello } of gone) guests.delete(hello.client);
      return gone;
    },
  };
}
