// Writes down what is to be remembered of the room (room-memory.ts). Several windows may do so: each says what it
// changed, never what the whole is.

import type { Dispose } from '../../../shared/base/disposer.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../storage/settings.ts';
import { type RoomMemory, readRoomMemory, roomKey } from './room-memory.ts';

export type MemoryChange = (memory: RoomMemory) => RoomMemory;

export interface MemoryKeeper {
  /** `now` begins to write before it returns; `soon` gathers what comes within a second. Resolves when it is written. */
  change(change: MemoryChange, when: 'now' | 'soon'): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Calls with what is kept now and after each change, in every window. */
  watch(onChange: (memory: RoomMemory) => void): Dispose;
}

const SOON = 1_000;

export function keepMemory(settings: Settings, meeting: MeetingId): MemoryKeeper {
  const key = roomKey(meeting);
  let waiting: MemoryChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return writing;
    const changes = waiting;
    waiting = [];
    const put = settings.update(key, (kept) =>
      changes.reduce((memory, change) => change(memory), readRoomMemory(kept, meeting)),
    );
    // What the disk refused goes with the next writing.
    put.catch(() => {
      waiting = [...changes, ...waiting];
    });
    writing = Promise.all([Promise.allSettled([writing]), put]).then(() => {});
    return writing;
  }

  return {
    change: (change, when) => {
      waiting.push(change);
      if (when === 'now') return flush();
      timer ??= setTimeout(() => flush().catch(console.error), SOON);
      return writing;
    },
    flush,
    watch: (onChange) => settings.watch(key, (kept) => onChange(readRoomMemory(kept, meeting))),
  };
}
