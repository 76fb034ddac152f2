import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useSync, useSyncStatus } from '../../session/meeting-context.tsx';
import type { Room, SyncDetails, SyncStatus } from '../../session/sync-types.ts';
import type { ChipFacts } from './sync-words.ts';
import { useSteadyCount } from './use-steady-count.ts';

const EVERY = 1_000;

export interface SyncFacts extends ChipFacts {
  readonly status: SyncStatus;
  readonly room: Room | null;
  readonly byChoice: boolean;
}

/** What the chip and the panel say, from the stores of the session. */
export function useSyncFacts(): SyncFacts {
  const sync = useSync();
  const status = useSyncStatus();
  const room = useStore(sync.room, ({ room }) => room);
  const onTheWay = useSteadyCount(status.unsent);
  return useMemo(
    () => ({ status, room, shared: room !== null, byChoice: room?.offline ?? false, onTheWay }),
    [status, room, onTheWay],
  );
}

/** The diagnostics, read anew every second: for what is open only while somebody looks at it. */
export function useSyncDetails(): SyncDetails {
  const sync = useSync();
  const [details, setDetails] = useState(() => sync.details());
  useEffect(() => {
    const timer = setInterval(() => setDetails(sync.details()), EVERY);
    return () => clearInterval(timer);
  }, [sync]);
  return details;
}
