// Puts the updates of one document down in the order they came, without ever making the writer of text wait. While one
// write is in flight, further updates collect; they go down merged as one row. (A row per keystroke backs up for tens
// of seconds in a burst; design/editor-storage.md.) Knows nothing of databases: `write` resolves once it is durable.

import type { Dispose } from '../../shared/base/disposer.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { mergeUpdates } from './merge-updates.ts';
import { type SaveProblem, saveProblem } from './save-problem.ts';

export interface SaveStatus {
  /** `saved` is said only when every update so far is durable. */
  readonly state: 'saved' | 'saving' | 'failed';
  readonly problem: SaveProblem | null;
  /** When `saved` was last true. */
  readonly savedAt: Instant | null;
}

export interface UpdateLog {
  append(update: Uint8Array): void;
  readonly status: SaveStatus;
  onStatus(listener: (status: SaveStatus) => void): Dispose;
  /** Tries again at once after a failure. */
  retry(): void;
  /** Hands everything to the disk now, without waiting for the write in flight: the page may be gone in a moment. */
  hurry(): void;
  /** Resolves with the status once nothing is in flight: everything is durable, or the disk refused it. */
  settled(): Promise<SaveStatus>;
}

export interface UpdateLogOptions {
  /** Resolves when the bytes are durable; called for one row at a time, except by `hurry`. */
  readonly write: (update: Uint8Array) => Promise<void>;
  readonly now: () => Instant;
  /** Time between tries while the disk refuses. */
  readonly retryEvery?: number;
}

export function createUpdateLog({ write, now, retryEvery = 5_000 }: UpdateLogOptions): UpdateLog {
  const listeners = new Set<(status: SaveStatus) => void>();
  let waiting: Uint8Array[] = [];
  let inFlight = 0;
  const settling: ((status: SaveStatus) => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let status: SaveStatus = { state: 'saved', problem: null, savedAt: null };

  function tell(next: SaveStatus): void {
    const changed = next.state !== status.state || next.problem?.detail !== status.problem?.detail;
    status = next;
    if (changed) for (const listener of [...listeners]) listener(status);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  async function put(): Promise<void> {
    const [first, ...rest] = waiting;
    if (!first) return;
    const row = rest.length === 0 ? first : mergeUpdates(waiting);
    waiting = [];
    inFlight += 1;
    let problem: SaveProblem | null = null;
    try {
      await write(row);
    } catch (error) {
      problem = saveProblem(error);
      // In front: what comes later may build on it.
      waiting.unshift(row);
    }
    inFlight -= 1;
    afterWrite(problem);
  }

  function afterWrite(problem: SaveProblem | null): void {
    if (problem) {
      tell({ ...status, state: 'failed', problem });
      stopTimer();
      timer = setTimeout(retry, retryEvery);
    } else if (waiting.length === 0 && inFlight === 0) {
      stopTimer();
      tell({ state: 'saved', problem: null, savedAt: now() });
    } else if (timer === null) {
      tell({ ...status, state: 'saving', problem: null });
      if (inFlight === 0) void put();
    }
    if (inFlight === 0) for (const resolve of settling.splice(0)) resolve(status);
  }

  function retry(): void {
    stopTimer();
    if (waiting.length > 0 && inFlight === 0) void put();
  }

  return {
    append: (update) => {
      waiting.push(update);
      if (status.state === 'saved') tell({ ...status, state: 'saving' });
      if (inFlight === 0 && timer === null) void put();
    },
    get status() {
      return status;
    },
    onStatus: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    retry,
    hurry: () => void put(),
    settled: () =>
      inFlight === 0
        ? Promise.resolve(status)
        : new Promise((resolve) => {
            settling.push(resolve);
          }),
  };
}
