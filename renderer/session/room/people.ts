// Who is here, from the sessions that are connected: one entry for each other person, the session last active speaks for
// them. Pure, time is passed in. A list changes only when something that is shown has changed.

import type { Instant } from '../../../shared/domain/time.ts';
import type { MeshPeer } from '../../sync/mesh/mesh-types.ts';
import type { Liveness, PersonHere } from '../sync-types.ts';
import { cleanName, type PresenceState } from './presence-state.ts';
import type { SeenPerson } from './room-memory.ts';

/** A session of another person that is connected, directly or through others. */
export interface SessionHere {
  readonly peer: MeshPeer;
  /** What it says of itself; `null` before it said anything. */
  readonly state: PresenceState | null;
  /** Monotonic, when what it says last changed. */
  readonly activeAt: number;
}

export interface PeopleFacts {
  readonly sessions: readonly SessionHere[];
  /** Somebody or a relay is heard: who is silent is gone, not this computer. */
  readonly hearing: boolean;
  readonly user: string;
  readonly schema: number;
  readonly at: number;
  readonly now: Instant;
}

export interface PeopleBook {
  readonly people: readonly PersonHere[];
  /** Monotonic, when each was last heard. */
  readonly heard: ReadonlyMap<string, number>;
}

/** Below the 5 and 15 s in which it must show: the last sign may have come just after a look, and a look is every 500 ms. */
const DOUBT_AFTER = 4_400;
const GONE_AFTER = 14_000;
const AWAY_AFTER = 60_000;
const LISTED_FOR = 12 * 60 * 60_000;
/** Round trips change with each heartbeat; what is shown changes when it matters. */
const RTT_STEP = 0.25;

/** Who was here within the last hours, before anybody is connected. */
export function recallPeople(known: readonly SeenPerson[], now: Instant): PeopleBook {
  const people = known
    .filter(({ lastSeen }) => now - lastSeen < LISTED_FOR)
    .map(({ user, name, lastSeen }) => ({ ...NOWHERE, user, name, lastSeen, liveness: 'away' as const }));
  return { people, heard: new Map() };
}

const NOWHERE = {
  view: '',
  item: null,
  caret: null,
  typing: false,
  path: 'unknown',
  rttMs: null,
  upToDate: false,
  version: 'same',
} as const;

export function nextPeople(before: PeopleBook, facts: PeopleFacts): PeopleBook {
  const { sessions, user: self, now } = facts;
  const known = new Map(before.people.map((person) => [person.user, person]));
  const heard = new Map(before.heard);
  const byUser = new Map<string, SessionHere[]>();
  for (const session of sessions) {
    const { user } = session.peer.hello;
    if (user !== self) byUser.set(user, [...(byUser.get(user) ?? []), session]);
  }
  const people: PersonHere[] = [];
  for (const [user, own] of byUser) {
    const lastHeard = Math.max(...own.map(({ peer }) => peer.lastHeard));
    heard.set(user, lastHeard);
    people.push(describe(own, known.get(user), lastHeard, facts));
  }
  for (const person of known.values()) {
    if (byUser.has(person.user)) continue;
    const left = leave(person, heard.get(person.user), facts);
    if (now - left.lastSeen < LISTED_FOR) people.push(left);
    else heard.delete(person.user);
  }
  const sorted = people.sort(byPresence);
  const same = sorted.length === before.people.length && sorted.every((p, i) => p === before.people[i]);
  return { people: same ? before.people : sorted, heard };
}

function describe(
  sessions: readonly SessionHere[],
  before: PersonHere | undefined,
  lastHeard: number,
  { hearing, schema, at, now }: PeopleFacts,
): PersonHere {
  const [active] = [...sessions].sort(
    (a, b) => b.activeAt - a.activeAt || (a.peer.hello.session < b.peer.hello.session ? -1 : 1),
  );
  const { state, peer } = active as SessionHere;
  const { hello, path, rttMs } = peer;
  const liveness = livenessOf(at - lastHeard, hearing);
  const [low, high] = [schema > hello.schema, schema < hello.schema];
  const next: PersonHere = {
    user: hello.user,
    name: state?.name || cleanName(hello.name) || before?.name || '',
    liveness,
    lastSeen: steadySeen(before, liveness, instantAt(lastHeard, at, now)),
    view: state?.view ?? '',
    item: state?.item ?? null,
    caret: liveness === 'live' ? (state?.caret ?? null) : null,
    typing: liveness === 'live' && (state?.typing ?? false),
    path,
    rttMs: steadyRtt(before?.rttMs ?? null, rttMs),
    upToDate: sessions.some((session) => session.peer.equal),
    version: low ? 'older' : high ? 'newer' : 'same',
  };
  return before && samePerson(before, next) ? before : next;
}

/** Not connected any more: by a goodbye, or for too long. */
function leave(person: PersonHere, heard: number | undefined, { hearing, at, now }: PeopleFacts): PersonHere {
  const silent = heard === undefined ? AWAY_AFTER : at - heard;
  // This computer is cut off: they may well be there, and the list says when they were last seen.
  const liveness: Liveness = !hearing && silent < AWAY_AFTER ? 'doubtful' : 'away';
  const lastSeen =
    person.liveness === 'live' && heard !== undefined ? instantAt(heard, at, now) : person.lastSeen;
  if (person.liveness === liveness && person.caret === null && !person.typing) return person;
  return { ...person, ...NOWHERE, version: person.version, liveness, lastSeen };
}

function livenessOf(silent: number, hearing: boolean): Liveness {
  if (!hearing) return silent < AWAY_AFTER ? 'doubtful' : 'away';
  if (silent < DOUBT_AFTER) return 'live';
  return silent < GONE_AFTER ? 'doubtful' : 'away';
}

/** A live person's stands still: it would change with each heartbeat. */
function steadySeen(before: PersonHere | undefined, liveness: Liveness, seen: Instant): Instant {
  if (!before) return seen;
  const bothLive = liveness === 'live' && before.liveness === 'live';
  return bothLive || Math.abs(seen - before.lastSeen) < 1_000 ? before.lastSeen : seen;
}

function instantAt(mono: number, at: number, now: Instant): Instant {
  return Math.round(now - (at - mono)) as Instant;
}

function steadyRtt(before: number | null, rtt: number | null): number | null {
  if (before === null || rtt === null) return rtt;
  return Math.abs(rtt - before) <= Math.max(2, before * RTT_STEP) ? before : rtt;
}

const RANK: Readonly<Record<Liveness, number>> = { live: 0, doubtful: 0, away: 1 };

/** Those present by name, so that nobody moves when in doubt; then the last seen first. */
function byPresence(a: PersonHere, b: PersonHere): number {
  const rank = RANK[a.liveness] - RANK[b.liveness];
  if (rank !== 0) return rank;
  if (a.liveness === 'away') return b.lastSeen - a.lastSeen || (a.user < b.user ? -1 : 1);
  return a.name.localeCompare(b.name) || (a.user < b.user ? -1 : 1);
}

function samePerson(a: PersonHere, b: PersonHere): boolean {
  return (Object.keys(b) as (keyof PersonHere)[]).every((key) =>
    key === 'caret' ? sameCaret(a.caret, b.caret) : a[key] === b[key],
  );
}

function sameCaret(a: PersonHere['caret'], b: PersonHere['caret']): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.item === b.item && a.field === b.field && sameBytes(a.anchor, b.anchor) && sameBytes(a.head, b.head)
  );
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
