// Whether the open meeting may be changed here, now: it can change while it is open, when a newer app writes into it or
// when the first copy of a joined meeting arrives.

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../shared/base/disposer.ts';
import { metaOf } from '../../shared/doc/schema.ts';
import { checkVersion, upgrade } from '../../shared/doc/upgrade.ts';

export type Access =
  | { readonly kind: 'edit' }
  /** Joined, and nothing came yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read-only'; readonly reason: 'newer-version' | 'damaged' }
  /** Somebody wrote what cannot be worked with; `problem` is for people. It can be repaired. */
  | {
      readonly kind: 'read-only';
      readonly reason: 'spoilt';
      readonly problem: string;
      /** False: it came like this, and whoever had it whole has what repairs it. */
      readonly repairable: boolean;
    };

export interface Spoilt {
  readonly words: string;
  /** This computer had it whole. */
  readonly known: boolean;
}

export interface WatchedAccess {
  readonly store: StoreApi<Access>;
  /** Looks anew, after something else than the version changed. */
  check(): void;
  dispose: Dispose;
}

export interface AccessOptions {
  /** A copy to look at: never to be edited. */
  readonly wholeCopy: boolean;
  /** The meeting is in a room, from which what it lacks may still come. */
  readonly joined: () => boolean;
  /** What is wrong with the document; `null` while nothing is. */
  readonly spoilt: () => Spoilt | null;
}

/** Brings an older document up to date as soon as it may be edited. */
export function watchAccess(doc: Y.Doc, { wholeCopy, joined, spoilt }: AccessOptions): WatchedAccess {
  /** It was a meeting once: what is missing now is not still to come. */
  let was = false;
  const store = createStore<Access>(() => look());

  function look(): Access {
    if (wholeCopy) return DAMAGED;
    const version = checkVersion(doc);
    was ||= version !== 'empty' && version !== 'broken';
    const found = spoilt();
    if (found) {
      const repairable = found.known || !joined();
      return { kind: 'read-only', reason: 'spoilt', problem: found.words, repairable };
    }
    switch (version) {
      case 'newer':
        return { kind: 'read-only', reason: 'newer-version' };
      case 'empty':
      case 'broken':
        // Parts of a first copy may come before the one that names its version.
        return joined() && !was ? { kind: 'waiting' } : DAMAGED;
      default:
        return { kind: 'edit' };
    }
  }

  function check(): void {
    const [before, next] = [store.getState(), look()];
    if (next.kind === 'edit' && checkVersion(doc) === 'older') upgrade(doc);
    if (JSON.stringify(before) !== JSON.stringify(next)) store.setState(next, true);
  }

  check();
  const meta = metaOf(doc);
  meta.observe(check);
  return { store, check, dispose: () => meta.unobserve(check) };
}

const DAMAGED: Access = { kind: 'read-only', reason: 'damaged' };
