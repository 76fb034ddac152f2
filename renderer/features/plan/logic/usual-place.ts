import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import { type Place, placesIn } from './move-target.ts';

/** Where things go when nothing is chosen: the last place of the day before its close; `null` in a day without blocks. */
export function usualPlace(day: Day, moving: ItemId | null): Place | null {
  const closes = day.blocks.flatMap(({ items }) => items.filter(({ kind }) => kind === 'close'));
  const places = placesIn(day, moving);
  const place = places.findLast(({ after }) => !closes.some(({ id }) => id === after)) ?? places.at(-1);
  return place?.place ?? null;
}
