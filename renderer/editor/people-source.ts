import type { Dispose } from '../../shared/base/disposer.ts';
import type { Person } from '../../shared/domain/meeting.ts';

/** The people of the meeting for the views inside of an editor, which are made once and outlive many renderings. */
export interface PeopleSource {
  readonly get: () => readonly Person[];
  readonly set: (people: readonly Person[]) => void;
  readonly watch: (listener: () => void) => Dispose;
}

export function createPeopleSource(initial: readonly Person[]): PeopleSource {
  let people = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => people,
    set: (next) => {
      if (next === people) return;
      people = next;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
