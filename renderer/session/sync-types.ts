// What the screens see of working together: the room, an honest status, who is here, what was merged, the shared clock.
// Made by open-meeting.ts, always there: a meeting that was never shared has `room: null` and is `alone`.

import type { StoreApi } from 'zustand/vanilla';
import type { ItemId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Invite } from '../../shared/invite/invite.ts';

/** Device scope: which room this copy of the meeting is in. */
export interface Room {
  readonly invite: Invite;
  readonly joinedAt: Instant;
  /** The user chose to work offline. */
  readonly offline: boolean;
}

export type SyncState =
  | 'alone' // never shared, or left
  | 'offline' // no relay and no peer; or by choice
  | 'looking' // a relay is up, nobody reached yet
  | 'connecting' // links are being made, nothing exchanged yet
  | 'live' // at least one other copy follows; `hint` may say what is not as it should be
  | 'degraded'; // others are there, and none of them can be reached: `hint` says what to do

export type SyncHint =
  | 'needs-turn'
  | 'some-unreached'
  | 'use-team-server'
  | 'doc-too-big'
  | 'relay-refused'
  | 'peer-dropped'
  | 'other-version';

export interface SyncStatus {
  readonly state: SyncState;
  /** Other people (not devices) who are live. */
  readonly peers: number;
  /** Own changes that no other computer has yet. */
  readonly unsent: number;
  readonly lastConfirmedAt: Instant | null;
  /** When the connection was lost; `null` while live or alone. */
  readonly since: Instant | null;
  readonly hint: SyncHint | null;
  /** A relay is connected. */
  readonly relayUp: boolean;
  /** A relay says that this computer is the only one in the room: looking is over until somebody comes. */
  readonly nobodyElse: boolean;
  /** Waiting for the first copy of a meeting that was joined: there is nothing to show yet. */
  readonly waiting: boolean;
}

/** Where somebody's caret is. Positions are Yjs relative positions, encoded. */
export interface Caret {
  readonly item: ItemId;
  readonly field: 'prep' | 'minutes';
  readonly anchor: Uint8Array;
  readonly head: Uint8Array;
}

/**
 * `live` and `doubtful` people are present (avatars, counts). `doubtful`: nothing heard for 5 s, or this computer itself
 * hears nobody. `away` people are not present; they stay in the list, last, for "Last seen 11:07": they said goodbye,
 * were silent for 15 s while others were heard, or for 60 s, or were here within the last 12 hours.
 */
export type Liveness = 'live' | 'doubtful' | 'away';

/** One person, whatever number of windows and devices they have open: the one last active counts. Never oneself. */
export interface PersonHere {
  /** Stable over sessions. */
  readonly user: string;
  /** '' for who gave none; on screen `shownName` of it. */
  readonly name: string;
  readonly liveness: Liveness;
  /** Shared time when last heard, for "last seen 8 s ago". Exact for who is not live; a live person's stands still. */
  readonly lastSeen: Instant;
  /** The view they look at, and the item. */
  readonly view: string;
  readonly item: ItemId | null;
  readonly caret: Caret | null;
  readonly typing: boolean;
  readonly path: 'local' | 'direct' | 'relayed' | 'through-peer' | 'unknown';
  readonly rttMs: number | null;
  /** Has everything that is here. */
  readonly upToDate: boolean;
  /** Their app is older (can only read) or newer (we can only read). */
  readonly version: 'same' | 'older' | 'newer';
}

export interface MergedChange {
  /** Where: an item, or a part of the plan ("Logistics", "People"). */
  readonly item: ItemId | null;
  readonly place: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string;
  readonly after: string;
}

/** What came in after a reconnect. */
export interface Merge {
  readonly id: string;
  readonly at: Instant;
  readonly authors: readonly string[];
  readonly changes: readonly MergedChange[];
  /** False when small and soon: under 5 changes after less than a minute. */
  readonly worthAStrip: boolean;
}

export interface LogLine {
  readonly at: Instant;
  readonly text: string;
}

export interface SharedClock {
  /** Room time: the same on all computers within `uncertaintyMs`. Without others, this computer's. */
  now(): Instant;
  /** `null` while nothing was measured. */
  uncertaintyMs(): number | null;
  /** What is added to this computer's clock, milliseconds. */
  offsetMs(): number;
}

export interface SyncDetails {
  readonly digest: string;
  readonly relays: readonly {
    readonly url: string;
    readonly state: string;
    readonly members: number | null;
  }[];
  readonly counters: Readonly<Record<string, number>>;
  readonly dropped: readonly { readonly device: string; readonly name: string; readonly reason: string }[];
}

export interface MeetingSync {
  readonly room: StoreApi<{ readonly room: Room | null }>;
  readonly status: StoreApi<SyncStatus>;
  readonly people: StoreApi<{ readonly people: readonly PersonHere[] }>;
  readonly merges: StoreApi<{ readonly merges: readonly Merge[] }>;
  readonly log: StoreApi<{ readonly lines: readonly LogLine[] }>;
  readonly clock: SharedClock;
  /** Makes a room for a meeting that has none, reachable over `relays`; otherwise adds the relays to its room. */
  share(relays: readonly string[]): Promise<Invite>;
  /** Moves this copy to a new room: who has only the old invite gets nothing more from here on. */
  newInvite(): Promise<Invite>;
  /** Stays a copy on this computer, no longer connected. */
  leaveRoom(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  tryNow(): void;
  /** The name under which others see this person, from now on. */
  setName(name: string): void;
  setPlace(place: { readonly view: string; readonly item: ItemId | null }): void;
  setCaret(caret: Caret | null): void;
  /** The person typed just now. */
  noteTyping(): void;
  details(): SyncDetails;
  /** Listens again to somebody who was dropped. */
  allow(device: string): void;
}
