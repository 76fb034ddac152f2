// Who has an avatar in the top bar and who is only counted. Pure.

import type { PersonHere } from '../../session/sync-types.ts';

/** Seats in the bar; one of them becomes "+4" when there are more people. */
const SEATS = 6;

export interface BarPeople {
  readonly shown: readonly PersonHere[];
  readonly rest: readonly PersonHere[];
}

/** People present, in their steady order: nobody changes place because somebody types. */
export function arrangeBar(people: readonly PersonHere[]): BarPeople {
  const here = people.filter(({ liveness }) => liveness !== 'away');
  const shown = here.length > SEATS ? SEATS - 1 : here.length;
  return { shown: here.slice(0, shown), rest: here.slice(shown) };
}
