// The list of people of one open meeting over time: who is here now, who was, and when somebody who came back had been
// lost.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Instant } from '../../../shared/domain/time.ts';
import type { PersonHere } from '../sync-types.ts';
import { nextPeople, type PeopleBook, type PeopleFacts, recallPeople } from './people.ts';
import type { SeenPerson } from './room-memory.ts';

export interface PeopleHere {
  readonly store: StoreApi<{ readonly people: readonly PersonHere[] }>;
  update(facts: PeopleFacts): void;
  /** The room was left: nobody is known any more. */
  clear(): void;
  /** Since when nothing was heard of each other, before this person came (back); `null`: never heard. */
  apartSince(user: string): Instant | null;
  seen(): readonly SeenPerson[];
}

export function followPeople(known: readonly SeenPerson[], now: Instant): PeopleHere {
  let book: PeopleBook = recallPeople(known, now);
  const store = createStore<{ readonly people: readonly PersonHere[] }>(() => ({ people: book.people }));
  const lost = new Map(known.map(({ user, lastSeen }) => [user, lastSeen]));

  function set(next: PeopleBook): void {
    const changed = next.people !== book.people;
    book = next;
    if (changed) store.setState({ people: next.people });
  }

  return {
    store,
    update: (facts) => {
      const before = new Map(book.people.map((person) => [person.user, person]));
      set(nextPeople(book, facts));
      for (const { user, liveness, lastSeen } of book.people) {
        if (liveness !== 'live') lost.set(user, lastSeen);
        else if (!before.has(user)) lost.delete(user);
      }
    },
    clear: () => {
      lost.clear();
      set(recallPeople([], now));
    },
    apartSince: (user) => lost.get(user) ?? null,
    seen: () => book.people.map(({ user, name, lastSeen }) => ({ user, name, lastSeen })),
  };
}
