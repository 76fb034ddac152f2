// Who is here, for the parts of the screen that show it: each renders only when what it shows changes.

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { type PeerMark, peerMarks } from '../../../shared/domain/peer-colour.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { useSync } from '../meeting-context.tsx';
import type { PersonHere } from '../sync-types.ts';
import { itemOf } from './people-words.ts';

export function isPresent({ liveness }: PersonHere): boolean {
  return liveness !== 'away';
}

type Marks = ReadonlyMap<string, PeerMark>;
const known = new WeakMap<readonly PersonHere[], Marks>();
const PLAIN: PeerMark = { colour: 1, ringed: false };

/** The colours of the people who are present. */
function marksOf(people: readonly PersonHere[]): Marks {
  const marks = known.get(people) ?? peerMarks(people.filter(isPresent));
  known.set(people, marks);
  return marks;
}

export function markOf(people: readonly PersonHere[], user: string): PeerMark {
  return marksOf(people).get(user) ?? PLAIN;
}

export interface PersonMark extends PeerMark {
  readonly user: string;
  readonly name: string;
}

/** Who is in an item, in one of the views; nobody on old news. */
export function usePeopleAt(item: ItemId, view: 'run' | 'plan'): readonly PersonMark[] {
  // Flat and of plain values, so that a caret that moves renders no row.
  const flat = useStore(
    useSync().people,
    useShallow(({ people }: { readonly people: readonly PersonHere[] }) =>
      people
        .filter((person) => person.liveness === 'live' && person.view === view && itemOf(person) === item)
        .flatMap(({ user, name }) => {
          const { colour, ringed } = markOf(people, user);
          return [user, name, colour, ringed] as const;
        }),
    ),
  );
  const marks: PersonMark[] = [];
  for (let at = 0; at < flat.length; at += 4) {
    const [user, name, colour, ringed] = flat.slice(at, at + 4) as [
      string,
      string,
      PeerMark['colour'],
      boolean,
    ];
    marks.push({ user, name, colour, ringed });
  }
  return marks;
}

/** Shared time, anew every second while `counting`: for "last seen 8 s ago". */
export function useSeconds(counting: boolean): Instant {
  const { clock } = useSync();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (!counting) return;
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), 1000);
    return () => clearInterval(timer);
  }, [counting, clock]);
  return now;
}
