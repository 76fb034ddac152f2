// What happened to the connection, in words: the lines of the Connection panel's log.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { shownName } from '../../../shared/domain/peer-colour.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { relayName } from '../../platform/relay-places.ts';
import type { DroppedPeer, MeshState, RelayView } from '../../sync/mesh/mesh-types.ts';
import { nameList } from '../people/people-words.ts';
import type { LogLine, Merge, PersonHere, SyncStatus } from '../sync-types.ts';
import { cleanName } from './presence-state.ts';

export interface SyncLog {
  readonly store: StoreApi<{ readonly lines: readonly LogLine[] }>;
  add(...texts: readonly string[]): void;
}

const KEPT = 200;

export function createSyncLog(now: () => Instant): SyncLog {
  const store = createStore<{ readonly lines: readonly LogLine[] }>(() => ({ lines: [] }));
  return {
    store,
    add: (...texts) => {
      if (texts.length === 0) return;
      const at = now();
      const lines = [...store.getState().lines, ...texts.map((text) => ({ at, text }))];
      store.setState({ lines: lines.slice(-KEPT) });
    },
  };
}

/** `names` are those of the others who are live. */
export function statusWords(
  before: SyncStatus,
  after: SyncStatus,
  names: readonly string[],
): readonly string[] {
  const lines: string[] = [];
  if (after.state !== before.state && after.state === 'live')
    lines.push(names.length > 0 ? `Live with ${nameList(names.map(shownName))}` : 'Live');
  if (after.state !== before.state && after.state === 'offline') lines.push('Offline');
  if (after.hint !== null && after.hint !== before.hint) lines.push(HINTS[after.hint]);
  if (after.state === 'live' && after.hint === null && before.hint !== null) lines.push('All is well again');
  return lines;
}

const HINTS: Readonly<Record<NonNullable<SyncStatus['hint']>, string>> = {
  'some-unreached': 'Somebody is in the room, but there is no way to them',
  'needs-turn': 'Others are in the room, but there is no way to them',
  'use-team-server': 'More computers in the room than work well directly',
  'doc-too-big': 'The meeting is larger than works well',
  'relay-refused': 'The meeting point does not let this computer in',
  'peer-dropped': 'Somebody is not listened to any more',
  'other-version': 'Somebody has another version of Quorum',
};

export function peopleWords(before: readonly PersonHere[], after: readonly PersonHere[]): readonly string[] {
  const known = new Map(before.map((person) => [person.user, person.liveness]));
  return after.flatMap(({ user, name, liveness }) => {
    const was = known.get(user) ?? 'away';
    const who = shownName(name);
    if (was === liveness) return [];
    if (liveness === 'live') return [was === 'doubtful' ? `${who} is heard again` : `${who} is here`];
    return [liveness === 'doubtful' ? `Nothing heard of ${who}` : `${who} left`];
  });
}

export function meshWords(before: MeshState | null, after: MeshState): readonly string[] {
  if (before?.relays === after.relays && before.dropped === after.dropped) return [];
  const known = new Map(before?.relays.map(({ url, state }) => [url, state]));
  const relays = after.relays.flatMap((relay) => relayWords(known.get(relay.url), relay));
  const heard = new Set(before?.dropped.map(({ device }) => device));
  const dropped = after.dropped.filter(({ device }) => !heard.has(device)).map(dropWords);
  return [...relays, ...dropped];
}

function relayWords(before: RelayView['state'] | undefined, { url, state }: RelayView): readonly string[] {
  if (before === state) return [];
  const name = relayName(url);
  if (state === 'up') return [`Connected to the meeting point ${name}`];
  if (state === 'refused') return [`The meeting point ${name} refuses this computer`];
  return before === 'up' ? [`Lost the meeting point ${name}`] : [];
}

function dropWords({ name, reason }: DroppedPeer): string {
  return `${shownName(cleanName(name))} is not listened to any more: ${reason}`;
}

export function mergeWords({ changes, authors }: Merge): string {
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return authors.length === 0 ? `${count} merged` : `${count} from ${nameList(authors)} merged`;
}
