// This session as the others see it: where it is, its caret, whether it types. Says only what changed, carets at most
// eight times a second, and nothing while nobody is there to hear it.

import type { Awareness } from 'y-protocols/awareness';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { Identity } from '../identity.ts';
import type { Caret } from '../sync-types.ts';
import { sameBytes } from './people.ts';
import { type PresenceState, writePresence } from './presence-state.ts';

export interface Place {
  readonly view: string;
  readonly item: ItemId | null;
}

export interface Presence {
  setName(name: string): void;
  setPlace(place: Place): void;
  setCaret(caret: Caret | null): void;
  noteTyping(): void;
  /** Whether anybody is there. When somebody comes, all that was held back is said. */
  setHeard(heard: boolean): void;
  dispose(): void;
}

export interface PresenceOptions {
  readonly identity: Identity;
  readonly name: string;
  readonly place: Place;
}

const CARET_EVERY = 125;
const TYPING_FOR = 3_000;

export function createPresence(
  awareness: Pick<Awareness, 'setLocalState'>,
  { identity, name, place }: PresenceOptions,
): Presence {
  let state: PresenceState = { ...identity, name, ...place, typing: false, caret: null };
  let heard = false;
  let saidAt = Number.NEGATIVE_INFINITY;
  let later: ReturnType<typeof setTimeout> | null = null;
  let typing: ReturnType<typeof setTimeout> | null = null;

  function say(): void {
    if (later !== null) clearTimeout(later);
    later = null;
    if (!heard) return;
    saidAt = performance.now();
    awareness.setLocalState({ ...writePresence(state) });
  }

  function change(patch: Partial<PresenceState>): void {
    state = { ...state, ...patch };
    say();
  }

  function endTyping(): void {
    typing = null;
    if (state.typing) change({ typing: false });
  }

  // The first to come is told by y-webrtc what the state is, before anything else can be said.
  awareness.setLocalState({ ...writePresence(state) });

  return {
    setName: (next) => {
      if (next !== state.name) change({ name: next });
    },
    setPlace: (next) => {
      if (next.view !== state.view || next.item !== state.item) change(next);
    },
    setCaret: (caret) => {
      if (sameCaret(caret, state.caret)) return;
      state = { ...state, caret };
      const wait = saidAt + CARET_EVERY - performance.now();
      if (wait <= 0) say();
      else later ??= setTimeout(say, wait);
    },
    noteTyping: () => {
      if (typing !== null) clearTimeout(typing);
      typing = setTimeout(endTyping, TYPING_FOR);
      if (!state.typing) change({ typing: true });
    },
    setHeard: (next) => {
      const come = next && !heard;
      heard = next;
      if (come) say();
    },
    dispose: () => {
      if (later !== null) clearTimeout(later);
      if (typing !== null) clearTimeout(typing);
    },
  };
}

function sameCaret(a: Caret | null, b: Caret | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.item === b.item && a.field === b.field && sameBytes(a.anchor, b.anchor) && sameBytes(a.head, b.head)
  );
}
