// The states of an open meeting that are kept because a repair, or a newer Quorum, put another in their place.

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../shared/base/disposer.ts';
import type { Library } from '../storage/library.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { whenIdle } from './when-idle.ts';

export type KeptState = Awaited<ReturnType<Library['keptVersions']>>[number];

export interface KeptStates {
  /** Latest first. Read once nothing else is to be done. */
  readonly store: StoreApi<{ readonly kept: readonly KeptState[] }>;
  /** Keeps the document and its last good state, which is the caller's to destroy. `reason` is for people. */
  keep(reason: string): Promise<Y.Doc | null>;
  dispose: Dispose;
}

export function followKept(library: Pick<Library, 'keptVersions'>, stored: StoredMeeting): KeptStates {
  const store = createStore<{ readonly kept: readonly KeptState[] }>(() => ({ kept: [] }));
  const read = async () => store.setState({ kept: await library.keptVersions(stored.id) });
  let ended = false;
  whenIdle(() => {
    // Only a menu depends on it.
    if (!ended) read().catch(console.warn);
  });
  return {
    store,
    keep: async (reason) => {
      const good = await stored.keepVersions(reason);
      await read();
      return good;
    },
    dispose: () => {
      ended = true;
    },
  };
}
