// How others behave: what was refused, by name; who did it three times within a while is not listened to until the user
// allows it again.

import type { Hello } from '../link/link-types.ts';
import type { DroppedPeer } from './mesh-types.ts';

const STRIKES = 3;
/** A fault that long ago says nothing of a device that stays for days. */
const FORGIVEN_MS = 10 * 60_000;

/** Faults that honest apps do not commit, and what the user reads when it was the last straw. */
const FAULTS = {
  'bad frame': 'sent messages that are not valid',
  'bad beat': 'sent messages that are not valid',
  'bad update': 'sent changes that are not valid',
  'failing update': 'sent changes that are not valid',
  'changes without ground': 'sent changes whose beginning never came',
  'bad presence': 'sent presence data that is not valid',
  'too many requests': 'asked for the whole meeting too often',
} as const;

export type Fault = keyof typeof FAULTS;

/** What is not taken in, but may happen to honest ones. */
export type Refusal =
  | 'update too large'
  | 'document full'
  | 'too many waiting'
  | 'presence of strangers'
  | 'presence in our name'
  | 'presence removed by others'
  | 'presence too often'
  | 'too many links';

export interface Conduct {
  refuse(what: Refusal): void;
  strike(who: Hello, fault: Fault): void;
  drop(device: string, name: string, reason: string): void;
  allow(device: string): void;
  isDropped(device: string): boolean;
  readonly dropped: readonly DroppedPeer[];
  readonly refused: Readonly<Record<string, number>>;
}

export function createConduct(now: () => number, onDrop: (device: string) => void): Conduct {
  /** When each device was at fault lately. */
  const strikes = new Map<string, readonly number[]>();
  const dropped = new Map<string, DroppedPeer>();
  const refused = new Map<string, number>();

  const count = (what: string) => refused.set(what, (refused.get(what) ?? 0) + 1);
  const drop = (device: string, name: string, reason: string) => {
    if (dropped.has(device)) return;
    dropped.set(device, { device, name, reason, at: now() });
    onDrop(device);
  };

  return {
    refuse: count,
    strike: ({ device, name }, fault) => {
      count(fault);
      const recent = (strikes.get(device) ?? []).filter((at) => now() - at < FORGIVEN_MS);
      strikes.set(device, [...recent, now()]);
      if (recent.length + 1 >= STRIKES) drop(device, name, FAULTS[fault]);
    },
    drop,
    allow: (device) => {
      strikes.delete(device);
      dropped.delete(device);
    },
    isDropped: (device) => dropped.has(device),
    get dropped() {
      return [...dropped.values()];
    },
    get refused() {
      return Object.fromEntries(refused);
    },
  };
}

/** True while there are fewer than `burst` in a moment and `perSecond` in the long run. */
export function createRate(perSecond: number, burst: number, now: () => number): () => boolean {
  let left = burst;
  let last = now();
  return () => {
    const time = now();
    left = Math.min(burst, left + ((time - last) * perSecond) / 1_000);
    last = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
