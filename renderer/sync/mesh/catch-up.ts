// What came in over a link between its opening and the moment both ends were equal again, told to whoever shows it.

import * as Y from 'yjs';
import type { Dispose } from '../../../shared/base/disposer.ts';
import type { Mesh } from './mesh-types.ts';
import type { PeerChange } from './peer-change.ts';

type Listener = Parameters<Mesh['onCatchUp']>[0];

/** Without a change for so long, it is over even where others write on. */
const QUIET_MS = 3_000;

export interface CatchUps {
  listen(listener: Listener): Dispose;
  opened(change: PeerChange): void;
  /** A change is about to get into the document. */
  changing(change: PeerChange): void;
  /** Both ends are equal, or the link is closed. */
  settled(change: PeerChange): void;
  /** `waiting`: more is on its way over that link. */
  tick(waiting: (change: PeerChange) => boolean): void;
}

export function createCatchUps(doc: Y.Doc, now: () => number): CatchUps {
  const listeners = new Set<Listener>();
  const open = new Map<PeerChange, { before: Uint8Array | null; last: number }>();

  const settled = (change: PeerChange) => {
    const before = open.get(change)?.before;
    open.delete(change);
    if (!before) return;
    const caught = { from: change.from, before, after: Y.encodeStateVector(doc) };
    for (const listener of listeners) listener.end?.(caught);
  };

  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    opened: (change) => open.set(change, { before: null, last: now() }),
    changing: (change) => {
      const catchUp = open.get(change);
      if (!catchUp) return;
      catchUp.last = now();
      if (catchUp.before) return;
      catchUp.before = Y.encodeStateVector(doc);
      for (const listener of listeners) listener.begin?.(change.from);
    },
    settled,
    tick: (waiting) => {
      for (const [change, { last }] of open)
        if (now() - last >= QUIET_MS && !waiting(change)) settled(change);
    },
  };
}
