// From what the connections say to what is true for the person: pure, time is passed in. Honest before it is hopeful:
// nobody is called live before something was exchanged, nor after nothing was heard for a few seconds.

import type { Instant } from '../../../shared/domain/time.ts';
import type { MeshPeer, MeshState } from '../../sync/mesh/mesh-types.ts';
import type { Room, SyncHint, SyncState, SyncStatus } from '../sync-types.ts';

export interface StatusFacts {
  readonly room: Room | null;
  /** `null` while nothing connects: by choice, or not loaded yet. */
  readonly mesh: MeshState | null;
  /** The document is spoilt and not to be sent on. */
  readonly paused: boolean;
  /** What the computer says of its network. It may be wrong in both directions: a peer that is heard outweighs it. */
  readonly online: boolean;
  readonly user: string;
  readonly device: string;
  readonly schema: number;
  readonly docBytes: number;
  readonly unsent: number;
  readonly confirmedAt: Instant | null;
  /** Nothing of a joined meeting has come yet. */
  readonly waiting: boolean;
  /** Monotonic milliseconds, and the time of day that goes with them. */
  readonly at: number;
  readonly now: Instant;
}

export interface StatusMemory {
  readonly status: SyncStatus;
  /** Sessions that were equal to ours once: something was exchanged. */
  readonly exchanged: ReadonlySet<string>;
  /** Since when the room is tried, and since when somebody in it cannot be reached. Monotonic. */
  readonly triedSince: number | null;
  readonly unreachedSince: number | null;
  /** Somebody is heard: with the first, the others may come as well, and the waiting for them begins anew. */
  readonly isReaching: boolean;
}

/** Twelve with the one that counts. */
const MAX_DEVICES = 12;
const MAX_DOC = 8 * 1024 * 1024;
/** A direct link says by itself when it is in doubt; who is known through others is heard of less often. */
const HEARD = { direct: 3_500, through: 8_000 } as const;
/** With the three seconds in which a link is missed, and a look, less than fifteen. */
const UNREACHED_AFTER = 11_000;
/** So long a start is a start; then no relay and no peer is called offline. */
const STARTING = 4_000;

export const NOT_SHARED: StatusMemory = {
  status: {
    state: 'alone',
    peers: 0,
    unsent: 0,
    lastConfirmedAt: null,
    since: null,
    hint: null,
    relayUp: false,
    nobodyElse: false,
    waiting: false,
  },
  exchanged: new Set(),
  triedSince: null,
  unreachedSince: null,
  isReaching: false,
};

export function nextStatus(before: StatusMemory, facts: StatusFacts): StatusMemory {
  const { room, mesh, at } = facts;
  if (!room) return before.status.state === 'alone' ? before : NOT_SHARED;
  const others = (mesh?.peers ?? []).filter(({ hello }) => hello.device !== facts.device);
  const exchanged = keepExchanged(before.exchanged, others);
  const reached = others.filter((peer) => isHeard(peer, at));
  const live = reached.filter(({ hello }) => exchanged.has(hello.session));
  const triedSince = mesh ? (before.triedSince ?? at) : null;
  const around = othersInRoom(mesh, facts.device);
  // Who is not listened to is in the room as well.
  const unreached = (around ?? 0) > reached.length + (mesh?.dropped.length ?? 0);
  const isReaching = reached.length > 0;
  const known = isReaching === before.isReaching ? before.unreachedSince : null;
  const unreachedSince = unreached ? (known ?? at) : null;
  const memory = { exchanged, triedSince, unreachedSince, isReaching };
  const { state, hint } = judge(facts, memory, { others, reached, live, around });
  const status: SyncStatus = {
    state,
    hint,
    peers: new Set(live.map(({ hello }) => hello.user).filter((user) => user !== facts.user)).size,
    unsent: facts.unsent,
    lastConfirmedAt: facts.confirmedAt,
    since: sinceWhen(before.status, state, facts.now),
    relayUp: relayUp(mesh),
    nobodyElse: state === 'looking' && relayUp(mesh) && around === 0,
    waiting: facts.waiting,
  };
  return { ...memory, status: sameStatus(before.status, status) ? before.status : status };
}

interface Around {
  readonly others: readonly MeshPeer[];
  readonly reached: readonly MeshPeer[];
  readonly live: readonly MeshPeer[];
  /** Other connections in the room, as the relays count; `null`: none says so. */
  readonly around: number | null;
}

interface Judged {
  readonly state: SyncState;
  readonly hint: SyncHint | null;
}

function judge(
  facts: StatusFacts,
  { triedSince, unreachedSince }: Omit<StatusMemory, 'status'>,
  { others, reached, live, around }: Around,
): Judged {
  const { room, mesh, at } = facts;
  if (room?.offline || facts.paused) return { state: 'offline', hint: null };
  if (!mesh) return { state: facts.online ? 'looking' : 'offline', hint: null };
  const isUnreached = unreachedSince !== null && at - unreachedSince >= UNREACHED_AFTER;
  const hint = troubles(facts, mesh, { reached, around, isUnreached });
  if (reached.length > 0) return { state: live.length > 0 ? 'live' : 'connecting', hint };
  if (hint === 'peer-dropped') return { state: 'degraded', hint };
  if (!relayUp(mesh)) {
    const refused = mesh.relays.length > 0 && mesh.relays.every(({ state }) => state === 'refused');
    if (refused) return { state: 'degraded', hint: 'relay-refused' };
    const starting = facts.online && triedSince !== null && at - triedSince < STARTING;
    return { state: starting ? 'looking' : 'offline', hint: null };
  }
  if (!facts.online) return { state: 'offline', hint: null };
  if (isUnreached) return { state: 'degraded', hint: 'needs-turn' };
  return { state: others.length > 0 || (around ?? 0) > 0 ? 'connecting' : 'looking', hint: null };
}

/** What is wrong although somebody may be reached. */
function troubles(
  { schema, docBytes }: StatusFacts,
  { dropped }: MeshState,
  { reached, around, isUnreached }: Pick<Around, 'reached' | 'around'> & { readonly isUnreached: boolean },
): SyncHint | null {
  if (dropped.length > 0) return 'peer-dropped';
  if (reached.some(({ hello }) => hello.schema !== schema)) return 'other-version';
  if (isUnreached) return 'some-unreached';
  const devices = new Set(reached.map(({ hello }) => hello.device)).size;
  if (Math.max(devices, around ?? 0) + 1 > MAX_DEVICES) return 'use-team-server';
  return docBytes > MAX_DOC ? 'doc-too-big' : null;
}

export function isHeard({ link, lastHeard }: MeshPeer, at: number): boolean {
  if (link === 'none') return at - lastHeard < HEARD.through;
  return link === 'open' && at - lastHeard < HEARD.direct;
}

function keepExchanged(known: ReadonlySet<string>, others: readonly MeshPeer[]): ReadonlySet<string> {
  const now = others.filter((peer) => peer.equal || known.has(peer.hello.session));
  if (now.length === known.size && now.every(({ hello }) => known.has(hello.session))) return known;
  return new Set(now.map(({ hello }) => hello.session));
}

function relayUp(mesh: MeshState | null): boolean {
  return mesh?.relays.some(({ state }) => state === 'up') ?? false;
}

/** Not counting the windows of this computer. */
function othersInRoom(mesh: MeshState | null, device: string): number | null {
  if (!mesh) return null;
  const counts = mesh.relays.flatMap(({ state, members }) =>
    state === 'up' && members !== null ? [members] : [],
  );
  if (counts.length === 0) return null;
  const own = 1 + mesh.peers.filter(({ hello }) => hello.device === device).length;
  return Math.max(0, Math.max(...counts) - own);
}

/** When the connection was lost, or was first missed. Nobody else being there is no loss. */
function sinceWhen(before: SyncStatus, state: SyncState, now: Instant): Instant | null {
  if (state === 'alone' || state === 'live' || state === 'looking') return null;
  if (before.since !== null) return before.since;
  return state === 'degraded' && before.state === 'live' ? null : now;
}

function sameStatus(a: SyncStatus, b: SyncStatus): boolean {
  return (Object.keys(b) as (keyof SyncStatus)[]).every((key) => a[key] === b[key]);
}
