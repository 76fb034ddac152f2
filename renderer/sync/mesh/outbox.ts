// What goes out to several links at once. The first change goes at the end of the task that made it; those that follow
// within a moment go as one, and the moment grows with the number of links. Presence waits a little for a change that
// takes it along. Each selection of changes is merged once, not once per link.

import * as Y from 'yjs';
import { writePart } from './frame.ts';
import { MAX_UPDATE } from './intake.ts';

/** One link, as the outbox sees it. */
export interface Lane {
  /** `changes`: with these parts the other end has all changes that were handed in. */
  send(parts: readonly Uint8Array[], changes: boolean): void;
  /** A change is left out: until the other end has asked for all, it has not got everything. */
  skip(): void;
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
    const written = new Map<string, readonly Uint8Array[]>();
    const once = (key: string, write: () => readonly Uint8Array[]) => {
      const parts = written.get(key) ?? write();
      written.set(key, parts);
      return parts;
    };
    const out = [...loads];
    loads.clear();
    for (const [lane, { updates, clients }] of out) {
      const changes = once(`u${[...updates.keys()]}`, () => mergeAll([...updates.values()]));
      const names = [...clients];
      const presence = once(`p${names}`, () =>
        names.length > 0 ? [writePart({ kind: 'presence', body: encodePresence(names) })] : [],
      );
      if ([...updates.values()].some(isTooLarge)) lane.skip();
      // The other end has all only with the last one.
      for (const part of changes.slice(0, -1)) lane.send([part], false);
      const last = [...changes.slice(-1), ...presence];
      if (last.length > 0) lane.send(last, changes.length > 0);
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

/**
 * As few as may be, each of a size that others take. One that is larger by itself is left out: others see that they lack
 * something, and ask.
 */
function mergeAll(updates: readonly Uint8Array[]): Uint8Array[] {
  const groups: Uint8Array[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const update of updates) {
    if (isTooLarge(update)) continue;
    size += update.byteLength;
    if (size > MAX_UPDATE) {
      groups.push([]);
      size = update.byteLength;
    }
    groups.at(-1)?.push(update);
  }
  return groups.map(([first, ...more]) =>
    writePart({
      kind: 'update',
      body: first && more.length === 0 ? first : Y.mergeUpdates(first ? [first, ...more] : more),
    }),
  );
}

function isTooLarge(update: Uint8Array): boolean {
  return update.byteLength > MAX_UPDATE;
}
