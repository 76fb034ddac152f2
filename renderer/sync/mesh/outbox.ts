// What goes out to several links at once. The first change goes at the end of the task that made it; those that follow
// within a moment go as one, and the moment grows with the number of links. Presence waits a little for a change that
// takes it along. Each selection of changes is merged once, not once per link.

import * as Y from 'yjs';
import { writePart } from './frame.ts';
import { MAX_UPDATE } from './intake.ts';

/** One link, as the outbox sees it. */
export interface Lane {
  /** `changes`: there are changes of the document among the parts. */
  send(parts: readonly Uint8Array[], changes: boolean): void;
}

export interface Outbox {
  change(update: Uint8Array, to: Iterable<Lane>): void;
  presence(clients: Iterable<number>, to: Iterable<Lane>): void;
  flush(): void;
  close(lane: Lane): void;
  stop(): void;
}

interface OutboxOptions {
  readonly now: () => number;
  /** Open links. */
  readonly lanes: () => number;
  readonly encodePresence: (clients: readonly number[]) => Uint8Array;
}

interface Load {
  readonly updates: Map<number, Uint8Array>;
  readonly clients: Set<number>;
}

const PRESENCE_MS = 100;
const WINDOW_PER_LANE_MS = 5;
const MAX_WINDOW_MS = 40;

export function createOutbox({ now, lanes, encodePresence }: OutboxOptions): Outbox {
  const loads = new Map<Lane, Load>();
  let nextId = 0;
  let lastChange = Number.NEGATIVE_INFINITY;
  /** When the next flush is; the end of the task is `now()`. */
  let due: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const loadOf = (lane: Lane): Load => {
    const load = loads.get(lane) ?? { updates: new Map(), clients: new Set() };
    loads.set(lane, load);
    return load;
  };

  const flush = () => {
    clearTimeout(timer);
    due = null;
    if ([...loads.values()].some(({ updates }) => updates.size > 0)) lastChange = now();
    const written = new Map<string, Uint8Array | null>();
    const once = (key: string, write: () => Uint8Array | null) => {
      const part = written.has(key) ? written.get(key) : write();
      written.set(key, part ?? null);
      return part ? [part] : [];
    };
    const out = [...loads];
    loads.clear();
    for (const [lane, { updates, clients }] of out) {
      const changes = updates.size > 0 ? once(`u${[...updates.keys()]}`, () => mergeAll(updates)) : [];
      const names = [...clients];
      const presence =
        names.length > 0
          ? once(`p${names}`, () => writePart({ kind: 'presence', body: encodePresence(names) }))
          : [];
      const parts = [...changes, ...presence];
      if (parts.length > 0) lane.send(parts, changes.length > 0);
    }
  };

  const schedule = (at: number) => {
    if (due !== null && due <= at) return;
    clearTimeout(timer);
    due = at;
    const wait = at - now();
    if (wait > 0) timer = setTimeout(flush, wait);
    else
      queueMicrotask(() => {
        if (due === at) flush();
      });
  };

  return {
    change: (update, to) => {
      nextId += 1;
      for (const lane of to) loadOf(lane).updates.set(nextId, update);
      const window = Math.min(MAX_WINDOW_MS, WINDOW_PER_LANE_MS * (lanes() - 1));
      if (loads.size > 0) schedule(Math.max(now(), lastChange + window));
    },
    presence: (clients, to) => {
      const names = [...clients];
      for (const lane of to) for (const client of names) loadOf(lane).clients.add(client);
      if (loads.size > 0) schedule(now() + PRESENCE_MS);
    },
    flush,
    close: (lane) => loads.delete(lane),
    stop: () => {
      clearTimeout(timer);
      loads.clear();
      due = null;
    },
  };
}

/** `null`: larger than others take unasked. They see that they lack something, and ask. */
function mergeAll(updates: ReadonlyMap<number, Uint8Array>): Uint8Array | null {
  const [first, ...more] = updates.values();
  if (!first) return null;
  const body = more.length > 0 ? Y.mergeUpdates([first, ...more]) : first;
  return body.byteLength <= MAX_UPDATE ? writePart({ kind: 'update', body }) : null;
}
