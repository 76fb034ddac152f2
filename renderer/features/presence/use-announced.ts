// Comings and goings for those who do not see the avatars: one sentence for a burst, and none while this person types.

import { useEffect } from 'react';
import { shownName } from '../../../shared/domain/peer-colour.ts';
import { useSync } from '../../session/meeting-context.tsx';
import { isPresent } from '../../session/people/use-people.ts';
import type { PersonHere } from '../../session/sync-types.ts';
import { announce } from '../../ui/live-region.tsx';
import { changeWords, type Names } from './change-words.ts';

/** Joined to one sentence; who comes back within it was not away. Milliseconds. */
const WITHIN = 3000;
const TYPING_FOR = 3000;

export function useAnnounced(): void {
  const { people, status } = useSync();
  useEffect(() => {
    let told = namesOf(people.getState().people);
    let typedAt = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const left = typedAt + TYPING_FOR - performance.now();
      if (left > 0) {
        timer = setTimeout(tell, left);
        return;
      }
      const now = namesOf(people.getState().people);
      // That this computer is cut off is said by the strip.
      const words = status.getState().state === 'offline' ? '' : changeWords(told, now);
      told = now;
      if (words) announce(words);
    };
    const off = people.subscribe((next, was) => {
      if (next.people !== was.people) timer ??= setTimeout(tell, WITHIN);
    });
    const onTyping = () => {
      typedAt = performance.now();
    };
    window.addEventListener('beforeinput', onTyping, true);
    return () => {
      off();
      clearTimeout(timer);
      window.removeEventListener('beforeinput', onTyping, true);
    };
  }, [people, status]);
}

function namesOf(people: readonly PersonHere[]): Names {
  return new Map(people.filter(isPresent).map(({ user, name }) => [user, shownName(name)]));
}
