// Whose clock is the room's, and through which neighbour it is reached. Pure.

import type { ClockWord } from './clock-wire.ts';

export interface ClockPeer {
  readonly session: string;
  /** Sorts members; the same on all computers. */
  readonly name: string;
  /** Datagrams reach it. */
  readonly linked: boolean;
}

export interface HeardPeer extends ClockPeer {
  /** What it said last; `null` before it said anything. */
  readonly word: ClockWord | null;
}

/** Longer chains are loops in which nobody knows yet that the reference has left. */
export const MAX_HOPS = 6;

export function isSettled({ linked, word }: HeardPeer): boolean {
  return linked && word?.settled === true;
}

/** The first by name of all settled members, also of those that only neighbours hear. `own`: this one, if settled. */
export function chooseReference(own: string | null, peers: readonly HeardPeer[]): string | null {
  const present = new Set(peers.map(({ name }) => name));
  const names = own === null ? [] : [own];
  for (const peer of peers.filter(isSettled)) {
    names.push(peer.name);
    if (peer.word && present.has(peer.word.reference)) names.push(peer.word.reference);
  }
  return names.sort()[0] ?? null;
}

/** The neighbour with the shortest way to the reference; `null` where there is none. */
export function chooseWay<P extends HeardPeer>(reference: string, peers: readonly P[]): P | null {
  const ways = peers
    .filter((peer) => isSettled(peer) && hopsThrough(peer, reference) < MAX_HOPS)
    .sort((a, b) => hopsThrough(a, reference) - hopsThrough(b, reference) || (a.name < b.name ? -1 : 1));
  return ways[0] ?? null;
}

export function hopsThrough({ name, word }: HeardPeer, reference: string): number {
  if (name === reference) return 0;
  return word?.reference === reference ? word.hops : MAX_HOPS;
}

/** With nobody settled: whether this one's clock becomes the room's. `waited`: long enough for the unheard to be heard. */
export function maySettle(
  own: string,
  peers: readonly HeardPeer[],
  alone: boolean,
  waited: boolean,
): boolean {
  if (peers.length === 0) return alone;
  const linked = peers.filter((peer) => peer.linked);
  if (linked.length === 0 || linked.some(({ word }) => word === null || word.settled)) return false;
  return (waited ? linked : peers).every(({ name }) => own < name);
}
