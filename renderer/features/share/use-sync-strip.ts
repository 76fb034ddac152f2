import { useCallback, useEffect, useRef, useState } from 'react';
import { useSync } from '../../session/meeting-context.tsx';
import type { MeetingSync } from '../../session/sync-types.ts';
import { announce } from '../../ui/live-region.tsx';
import { useWhenNoKey } from '../../ui/use-when-no-key.ts';
import { type SyncStrip, stripWords } from './strip-words.ts';

const SHOWN_FOR = 12_000;
const TICK = 500;
const ORDER: readonly SyncStrip['kind'][] = ['offline', 'merged', 'dropped', 'version'];

export interface ShownStrip {
  readonly strip: SyncStrip | null;
  /** The time stands still while the strip is hovered or has the focus. */
  readonly hold: (held: boolean) => void;
  readonly close: () => void;
}

/** The strip that is due, by what happens to the room while it is on screen. */
export function useSyncStrip(): ShownStrip {
  const sync = useSync();
  const [due, setDue] = useState<readonly { readonly strip: SyncStrip; readonly left: number }[]>([]);
  const held = useRef(false);

  useEffect(() => {
    const end = (kind: SyncStrip['kind']) =>
      setDue((list) => list.filter(({ strip }) => strip.kind !== kind));
    const begin = (strip: SyncStrip) => {
      setDue((list) => [
        ...list.filter((other) => other.strip.kind !== strip.kind),
        { strip, left: SHOWN_FOR },
      ]);
      // Of being offline the chip speaks, once it lasts.
      const { lead, text } = stripWords(strip);
      if (strip.kind !== 'offline') announce(`${lead} ${text}`.trim());
    };
    const off = watchSync(sync, begin, end);
    return () => {
      off();
      setDue([]);
    };
  }, [sync]);

  const waiting = due.length > 0;
  useEffect(() => {
    if (!waiting) {
      // What went away under the pointer sends no leave event.
      held.current = false;
      return;
    }
    const timer = setInterval(() => {
      if (held.current) return;
      setDue((list) =>
        list.map((entry) => ({ ...entry, left: entry.left - TICK })).filter((entry) => entry.left > 0),
      );
    }, TICK);
    return () => clearInterval(timer);
  }, [waiting]);

  const strip =
    due.map((entry) => entry.strip).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))[0] ??
    null;
  const hold = useCallback((now: boolean) => {
    held.current = now;
  }, []);
  const close = useCallback(() => {
    held.current = false;
    setDue((list) => list.filter((entry) => entry.strip !== strip));
  }, [strip]);
  return { strip: useWhenNoKey(strip), hold, close };
}

/** Turns what happens in the stores into strips that begin and end. */
function watchSync(
  sync: MeetingSync,
  begin: (strip: SyncStrip) => void,
  end: (kind: SyncStrip['kind']) => void,
): () => void {
  const isCut = () => {
    const room = sync.room.getState().room;
    const { state, waiting } = sync.status.getState();
    return state === 'offline' && room !== null && !room.offline && !waiting;
  };
  const tellOffline = () => begin({ kind: 'offline', since: sync.status.getState().since });
  if (isCut()) tellOffline();
  const offs = [
    sync.status.subscribe((next, was) => {
      if (next.state !== 'offline') end('offline');
      else if (was.state !== 'offline' && isCut()) tellOffline();
      if (next.hint === 'peer-dropped' && was.hint !== 'peer-dropped') {
        const last = sync.details().dropped.at(-1);
        if (last) begin({ kind: 'dropped', ...last });
      }
    }),
    sync.merges.subscribe(({ merges }, was) => {
      const merge = merges.at(-1);
      if (merge?.worthAStrip && merge.id !== was.merges.at(-1)?.id) begin({ kind: 'merged', merge });
    }),
    sync.people.subscribe(({ people }, was) => {
      const other = people.find(
        ({ user, version, liveness }) =>
          version !== 'same' &&
          liveness === 'live' &&
          was.people.find((person) => person.user === user)?.version !== version,
      );
      if (other && other.version !== 'same')
        begin({ kind: 'version', name: other.name, version: other.version });
    }),
  ];
  return () => {
    for (const off of offs) off();
  };
}
