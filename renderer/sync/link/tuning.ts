// The numbers a link lives by. They were measured on cut and lossy networks; a test may choose others.

import type { LinkTuning } from './link-types.ts';

export const DEFAULT_TUNING: LinkTuning = {
  // Chromium refuses messages over 256 KiB; a small message never waits for more than one piece of a large one.
  chunk: 64 * 1024,
  // A megabyte at once into a fresh SCTP association overruns the receiver's socket, and what was lost there costs up to
  // a second: 5 MB on loopback took 0.4-1.2 s, with these 0.2-0.4 s. In flight there is more: this only has to keep SCTP fed.
  high: 256 * 1024,
  low: 128 * 1024,
  heartbeatMs: 1_000,
  suspectMs: 3_000,
  iceRestartMs: 6_000,
  replaceMs: 20_000,
  connectMs: 5_000,
  reconnectMs: 10_000,
  // Longer than the two minutes of absence after which everything has to go on by itself.
  giveUpMs: 150_000,
  maxMessage: 40_000_000,
  maxOpen: 4,
  assembleMs: 30_000,
};

/** Messages up to this many bytes overtake those above. */
export const SMALL = 16 * 1024;

export const MAX_DATAGRAM = 1_000;

/** Of the hello and the proof; more than that before the proof is no peer of ours. */
export const MAX_HANDSHAKE = 4 * 1024;
