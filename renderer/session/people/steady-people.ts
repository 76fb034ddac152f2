// The people as most of the screen shows them: who, where, doing what. A list is new only when one of these is; carets,
// round trips and who has everything change many times a second while several type.

import type { PersonHere } from '../sync-types.ts';
import { doingOf, itemOf } from './people-words.ts';

/** `next`, or `before` when nothing in it would be shown differently. */
export function steadyPeople(
  before: readonly PersonHere[],
  next: readonly PersonHere[],
): readonly PersonHere[] {
  const same = before.length === next.length && next.every((person, at) => looksSame(before[at], person));
  return same ? before : next;
}

function looksSame(before: PersonHere | undefined, next: PersonHere): boolean {
  return (
    before !== undefined &&
    before.user === next.user &&
    before.name === next.name &&
    before.liveness === next.liveness &&
    before.lastSeen === next.lastSeen &&
    before.view === next.view &&
    before.item === next.item &&
    before.typing === next.typing &&
    before.version === next.version &&
    itemOf(before) === itemOf(next) &&
    doingOf(before) === doingOf(next)
  );
}
