// What was measured of one neighbour's clock, and when to ask again. Pure; times are monotonic milliseconds.

import type { HeardPeer } from './clock-election.ts';
import type { Answer } from './clock-wire.ts';

export interface Sample {
  /** The neighbour's room time minus our monotonic time. */
  readonly base: number;
  readonly rtt: number;
  readonly at: number;
  /** Taken while the neighbour's clock was being moved. */
  readonly slewing: boolean;
}

export interface Measured extends HeardPeer {
  word: HeardPeer['word'];
  samples: Sample[];
  /** Probes without an answer, by when they were sent. */
  open: Set<number>;
  burst: number;
  nextAt: number;
  lastAt: number;
}

/** Milliseconds a second by which a clock is moved at most. */
export const SLEW = 5 / 1000;
/** Two quartz clocks drift apart by at most this much of the time that passes. */
const DRIFT = 100e-6;
const BURST = 8;
const BURST_GAP = 40;
const ASK_AGAIN = 250;
/** While a clock is young: what it took over may have been measured while this page was busy with its opening. */
const ASK_YOUNG = 500;
export const PROBE_EVERY = 10_000;
const MIN_SAMPLES = 3;
const MAX_SAMPLES = 16;
const MAX_OPEN = 32;

/** Asks at the next chance. */
export function newMeasured(peer: { session: string; name: string; linked: boolean }): Measured {
  return { ...peer, word: null, samples: [], open: new Set(), burst: 0, nextAt: 0, lastAt: 0 };
}

export function startBurst(peer: Measured): void {
  peer.samples = [];
  peer.burst = BURST;
  peer.nextAt = 0;
}

export function noteProbe(peer: Measured, at: number): void {
  peer.open.add(at);
  for (const oldest of peer.open) if (peer.open.size > MAX_OPEN) peer.open.delete(oldest);
  peer.lastAt = at;
  peer.burst = Math.max(0, peer.burst - 1);
}

/** `urgent`: its word is waited for. `young`: it is followed since a moment ago. */
export function nextProbe(peer: Measured, urgent: boolean, young: boolean): number {
  if (peer.burst > 0) return peer.lastAt + BURST_GAP;
  return peer.lastAt + (urgent || !peer.word ? ASK_AGAIN : young ? ASK_YOUNG : PROBE_EVERY);
}

/** What was not asked, or is answered twice, measures nothing; nor does a clock that does not count. */
export function takeAnswer(peer: Measured, { asked, came, left, word }: Answer, at: number): void {
  if (!peer.open.delete(asked) || !word.settled) return;
  const rtt = Math.max(0, at - asked - (left - came));
  const base = (came + left) / 2 - (asked + at) / 2;
  peer.samples = [...peer.samples, { base, rtt, at, slewing: word.slewing }].slice(-MAX_SAMPLES);
}

/** Enough to go by: a burst counts when it is over, the first of its answers may be the worst. */
export function isEnough({ samples, burst, open, lastAt }: Measured, at: number): boolean {
  if (samples.length >= BURST) return true;
  return burst === 0 && samples.length >= MIN_SAMPLES && (open.size === 0 || at - lastAt > ASK_AGAIN);
}

/** The one with the smallest error: half the way there and back, and what the clocks have drifted since. */
export function bestSample(
  samples: readonly Sample[],
  now: number,
): { readonly base: number; readonly error: number } | null {
  let best: { readonly base: number; readonly error: number } | null = null;
  for (const { base, rtt, at, slewing } of samples) {
    const error = rtt / 2 + (now - at) * (DRIFT + (slewing ? SLEW : 0));
    if (!best || error < best.error) best = { base, error };
  }
  return best;
}
