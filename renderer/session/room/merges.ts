// What came in after a reconnect: the meeting before and after, compared. Several who come back at once are one merge.

import * as Y from 'yjs';
import type { Dispose } from '../../../shared/base/disposer.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { readWriters } from '../../../shared/doc/writers.ts';
import { compareRecords } from '../../../shared/domain/compare-records.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { shownName } from '../../../shared/domain/peer-colour.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Mesh } from '../../sync/mesh/mesh-types.ts';
import type { Merge } from '../sync-types.ts';

export interface MergeOptions {
  readonly doc: Y.Doc;
  readonly mesh: Pick<Mesh, 'onCatchUp'>;
  readonly user: string;
  readonly newId: () => string;
  readonly now: () => Instant;
  /** Since when this computer and that person had heard nothing of each other; `null`: never heard. */
  readonly apartSince: (user: string) => Instant | null;
  readonly onMerge: (merge: Merge) => void;
}

/** Small and soon is silent: fewer changes, after a shorter time. */
const SMALL = 5;
const SOON = 60_000;
/** A catch-up that does not end (who came has gone again) is looked at all the same. */
const PATIENCE = 20_000;

interface Open {
  readonly before: MeetingRecord;
  readonly clocks: ReadonlyMap<number, number>;
  readonly from: Set<string>;
  readonly apart: number;
}

export function watchMerges(options: MergeOptions): Dispose {
  const { doc, mesh, user, newId, now, apartSince, onMerge } = options;
  let open: Open | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function finish(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!open) return;
    const { before, clocks, apart } = open;
    open = null;
    const changes = compareRecords(before, readRecord(doc));
    if (changes.length === 0) return;
    const authors = authorsSince(doc, clocks, user);
    const worthAStrip = changes.length >= SMALL || apart >= SOON;
    onMerge({ id: newId(), at: now(), authors, changes, worthAStrip });
  }

  const off = mesh.onCatchUp({
    begin: ({ session, user: other }) => {
      // The first copy of a joined meeting is no merge.
      if (doc.store.clients.size === 0) return;
      const since = apartSince(other);
      const apart = since === null ? SOON : now() - since;
      if (open) {
        open.from.add(session);
        open = { ...open, apart: Math.max(open.apart, apart) };
        return;
      }
      open = {
        before: readRecord(doc),
        clocks: Y.decodeStateVector(Y.encodeStateVector(doc)),
        from: new Set([session]),
        apart,
      };
      timer = setTimeout(finish, PATIENCE);
    },
    end: ({ from }) => {
      open?.from.delete(from.session);
      if (open?.from.size === 0) finish();
    },
  });

  return () => {
    off();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Names of the others behind the Yjs clients that wrote since. */
function authorsSince(doc: Y.Doc, clocks: ReadonlyMap<number, number>, self: string): readonly string[] {
  const writers = readWriters(doc);
  const names = new Map<string, string>();
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    const writer = writers.get(client);
    if (writer && writer.user !== self && clock > (clocks.get(client) ?? 0))
      names.set(writer.user, writer.name);
  }
  return [...names.values()].map(shownName).sort((a, b) => a.localeCompare(b));
}
