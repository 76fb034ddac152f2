// How many connections each address has, and how fast it opens them. Pure but for the clock, which comes in. Forgets an
// address soon after its last connection.

import { type Allowance, createAllowance } from './allowance.ts';

interface Entry {
  count: number;
  readonly opens: Allowance;
}

export interface AddressBook {
  /** `null`: this address has enough. `leave` may be called twice. */
  enter(address: string, now: number): { readonly leave: () => void } | null;
  /** Forgets who is gone and has been quiet. */
  sweep(now: number): void;
  readonly size: number;
}

export function createAddressBook(limits: {
  readonly connectionsPerAddress: number;
  readonly openBurst: number;
  readonly opensPerSecond: number;
}): AddressBook {
  const entries = new Map<string, Entry>();
  return {
    enter: (address, now) => {
      const entry = entries.get(address) ?? {
        count: 0,
        opens: createAllowance(limits.openBurst, limits.opensPerSecond, now),
      };
      entries.set(address, entry);
      if (entry.count >= limits.connectionsPerAddress || !entry.opens.take(1, now)) return null;
      entry.count += 1;
      let here = true;
      return {
        leave: () => {
          if (here) entry.count -= 1;
          here = false;
        },
      };
    },
    sweep: (now) => {
      for (const [address, entry] of entries) {
        if (entry.count === 0 && entry.opens.isWhole(now)) entries.delete(address);
      }
    },
    get size() {
      return entries.size;
    },
  };
}
