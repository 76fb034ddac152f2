// How deep an update nests. Yjs deletes, copies and writes out what stands in something else by recursion: from some
// thousands of levels on, the next one to delete the outermost would break their document in the middle of it.

import * as Y from 'yjs';
import type { Id, Place, UpdateFacts } from './read-update.ts';

/** Reading a text ends at 512 (shared/domain/rich-text-check.ts); Yjs's recursions end from 2,000 on. */
export const MAX_LEVELS = 768;
/** So many of them may stand in something that is not there: only the answer of a damaged copy has such things. */
const MAX_ADRIFT = 64;

const VISITED = -1;

/** Something of it would stand in more than MAX_LEVELS others, or in itself. */
export function isTooDeep(doc: Y.Doc, { places, types }: UpdateFacts): boolean {
  const levels = new Map<Place, number>();
  return types.some((type) => levelOf(doc, places, levels, type) >= MAX_LEVELS);
}

/** In how many others it stands. `levels`: of those that have been looked at. */
function levelOf(doc: Y.Doc, places: UpdateFacts['places'], levels: Map<Place, number>, id: Id): number {
  const way: Place[] = [];
  let level = 0;
  for (let at: Id | null = id; at; ) {
    const state = Y.getState(doc.store, at.client);
    const place = placeOf(places.get(at.client) ?? [], at.clock);
    // What is there already stands where it stands, whatever is said of it now; and so does the rest of it.
    if (at.clock < state || (place && place.clock < state)) {
      level = levelInDocument(doc, { client: at.client, clock: Math.min(at.clock, state - 1) });
      break;
    }
    const known = place && levels.get(place);
    if (known === VISITED) return Number.POSITIVE_INFINITY;
    if (!place || known !== undefined) {
      level = known ?? MAX_LEVELS - MAX_ADRIFT;
      break;
    }
    levels.set(place, VISITED);
    way.push(place);
    at = place.to;
  }
  for (const place of way.reverse()) {
    if (place.inside) level += 1;
    levels.set(place, level);
  }
  return level;
}

function placeOf(places: readonly Place[], clock: number): Place | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.end ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  const found = places[low];
  return found && found.clock <= clock ? found : null;
}

function levelInDocument({ store }: Y.Doc, { client, clock }: Id): number {
  let level = 0;
  let struct: Y.Item | Y.GC | null = Y.getItem(store, Y.createID(client, clock));
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && level < MAX_LEVELS) {
    struct = struct.parent._item;
    if (struct) level += 1;
  }
  return level;
}
