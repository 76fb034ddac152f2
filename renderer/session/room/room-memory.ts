// What this computer remembers of the room of one meeting: its invite, what nobody else has yet, who was here. Device
// scope, one setting per meeting, the same for all windows. What cannot be read counts as not there.

import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Invite } from '../../../shared/invite/invite.ts';
import { isId } from '../identity.ts';
import type { Room } from '../sync-types.ts';

export interface SeenPerson {
  readonly user: string;
  readonly name: string;
  readonly lastSeen: Instant;
}

export interface RoomMemory {
  readonly room: Room | null;
  /**
   * Own changes that no other computer has, by session: one whose window is gone left them behind. A session says so
   * before what it changed is shown as saved, and takes it back only when it is confirmed (unsent.ts).
   */
  readonly unsent: Readonly<Record<string, number>>;
  /** When another copy was last known to be equal to this one. */
  readonly confirmedAt: Instant | null;
  readonly people: readonly SeenPerson[];
}

export const NO_ROOM: RoomMemory = { room: null, unsent: {}, confirmedAt: null, people: [] };

const MAX_PEOPLE = 30;
const MAX_SESSIONS = 50;
const MAX_NAME = 200;

export function roomKey(meeting: MeetingId): string {
  return `room:${meeting}`;
}

export function readRoomMemory(kept: unknown, meeting: MeetingId): RoomMemory {
  const { room, unsent, confirmedAt, people } = fieldsOf(kept);
  return {
    room: readRoom(room, meeting),
    unsent: Object.fromEntries(
      Object.entries(fieldsOf(unsent))
        .filter((entry): entry is [string, number] => isId(entry[0]) && isCount(entry[1]))
        .slice(-MAX_SESSIONS),
    ),
    confirmedAt: isInstant(confirmedAt) ? confirmedAt : null,
    people: (Array.isArray(people) ? people : []).flatMap(readPerson).slice(0, MAX_PEOPLE),
  };
}

/** The last seen first, each once. */
export function rememberPeople(
  known: readonly SeenPerson[],
  seen: readonly SeenPerson[],
): readonly SeenPerson[] {
  const byUser = new Map(known.map((person) => [person.user, person]));
  for (const person of seen) {
    const before = byUser.get(person.user);
    if (!before || before.lastSeen <= person.lastSeen) byUser.set(person.user, person);
  }
  return [...byUser.values()].sort((a, b) => b.lastSeen - a.lastSeen).slice(0, MAX_PEOPLE);
}

export function unsentIn(memory: RoomMemory): number {
  return Object.values(memory.unsent).reduce((sum, count) => sum + count, 0);
}

export function sameInvite(a: Invite, b: Invite): boolean {
  return a.secret.length === b.secret.length && a.secret.every((byte, i) => byte === b.secret[i]);
}

export function sameRelays(a: Invite, b: Invite): boolean {
  return a.relays.length === b.relays.length && a.relays.every((relay, i) => relay === b.relays[i]);
}

function readRoom(kept: unknown, meeting: MeetingId): Room | null {
  const { invite, joinedAt, offline } = fieldsOf(kept);
  const { secret, title, relays } = fieldsOf(invite);
  if (!(secret instanceof Uint8Array) || secret.length !== 32 || !Array.isArray(relays)) return null;
  const addresses = relays.filter((relay): relay is string => typeof relay === 'string').slice(0, 8);
  return {
    invite: { secret, meeting, title: textOf(title), relays: addresses },
    joinedAt: isInstant(joinedAt) ? joinedAt : (0 as Instant),
    offline: offline === true,
  };
}

function readPerson(kept: unknown): SeenPerson[] {
  const { user, name, lastSeen } = fieldsOf(kept);
  return isId(user) && isInstant(lastSeen) ? [{ user, name: textOf(name), lastSeen }] : [];
}

function fieldsOf(kept: unknown): Partial<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_NAME) : '';
}

function isInstant(value: unknown): value is Instant {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
