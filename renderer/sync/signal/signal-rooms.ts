// The rooms of this window and the sockets that serve them. y-webrtc makes its sockets itself and knows nothing of keys,
// so both find each other here, in a module's own state, as y-webrtc has it.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { SignallingState } from '../mesh/mesh-types.ts';
import { type AnnounceGate, createAnnounceGate } from './announces.ts';
import { createSeal, type Seal } from './seal.ts';

export type KickReason = 'online' | 'resume' | 'link-lost' | 'user';

export interface SignalRoomOptions {
  /** 32 bytes. */
  readonly signalKey: Uint8Array;
  /** `members`: connections in the room as this relay counts them, own one included. */
  readonly onState: (url: string, state: SignallingState, members: number | null) => void;
  /** What all relays of the room offer; may come again, with other credentials. */
  readonly onIce: (servers: readonly RTCIceServer[]) => void;
}

export interface SignalRoom extends SignalRoomOptions {
  readonly seal: Seal;
  readonly gate: AnnounceGate;
  /** y-webrtc's id of this window in the room, once it has sent something. */
  ownId: string | null;
  /** Sealed signals for which no relay was there. */
  readonly waiting: { readonly sealed: string; readonly at: number }[];
}

/** One socket, as the rooms and its siblings see it. */
export interface SignalClient {
  readonly url: string;
  readonly connected: boolean;
  readonly ice: readonly RTCIceServer[];
  serves(topic: string): boolean;
  /** False: not connected. */
  publish(topic: string, sealed: string): boolean;
  /** `anew`: a try that is under way is given up for a new one. */
  kick(anew: boolean): void;
  announceAgain(): void;
}

const WAIT_MS = 10_000;
const MAX_WAITING = 64;

const rooms = new Map<string, SignalRoom>();
const clients = new Set<SignalClient>();
const counters = new Map<string, number>();

/** Must come before the y-webrtc provider of the topic; until then, and after, nothing goes out or comes in for it. */
export function registerSignalRoom(topic: string, options: SignalRoomOptions): Dispose {
  if (rooms.has(topic)) throw new Error(`Room ${topic} is registered already`);
  const room: SignalRoom = {
    ...options,
    seal: createSeal(topic, options.signalKey),
    gate: createAnnounceGate(),
    ownId: null,
    waiting: [],
  };
  rooms.set(topic, room);
  return () => {
    if (rooms.get(topic) === room) rooms.delete(topic);
  };
}

/** Every socket looks now: one that is up is probed, one that is not tries at once. */
export function kickSockets(reason: KickReason): void {
  count(`kick ${reason}`);
  // Links are lost one after the other: a slow network would never get a connection through.
  for (const client of clients) client.kick(reason !== 'link-lost');
}

/** Announces this window in the room again, on every relay that is connected. */
export function announceAgain(topic: string): void {
  for (const client of clients) if (client.connected && client.serves(topic)) client.announceAgain();
}

/** What was refused and what happened, by name. Of all rooms of this window. */
export function signalCounters(): Readonly<Record<string, number>> {
  return Object.fromEntries(counters);
}

export function count(what: string): void {
  counters.set(what, (counters.get(what) ?? 0) + 1);
}

export function findRoom(topic: string): SignalRoom | null {
  return rooms.get(topic) ?? null;
}

export function roomsOf(client: Pick<SignalClient, 'serves'>): string[] {
  return [...rooms.keys()].filter((topic) => client.serves(topic));
}

export function addClient(client: SignalClient): Dispose {
  clients.add(client);
  return () => clients.delete(client);
}

/**
 * Sends a signal over every relay that serves the room, because the one it is for may have lost the other relay; who
 * gets it twice takes it once. Kept for a moment while there is none.
 */
export function sendSignal(topic: string, room: SignalRoom, sealed: string, at: number): void {
  let sent = false;
  for (const client of clients) if (client.serves(topic) && client.publish(topic, sealed)) sent = true;
  if (sent) return;
  count('signal kept');
  room.waiting.push({ sealed, at });
  if (room.waiting.length > MAX_WAITING) room.waiting.shift();
}

/** What was kept and is still worth sending. */
export function takeWaiting(room: SignalRoom, now: number): string[] {
  return room.waiting
    .splice(0)
    .filter(({ at }) => now - at < WAIT_MS)
    .map(({ sealed }) => sealed);
}

export function tellIce(topic: string): void {
  const servers = [...clients].filter((client) => client.serves(topic)).flatMap((client) => client.ice);
  findRoom(topic)?.onIce(servers);
}
