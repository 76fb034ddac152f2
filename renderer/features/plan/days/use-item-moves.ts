// Moving items by command, in the words a screen reader needs: by one step, to a chosen place, and picked up by the
// grip. The focus goes with the item; the rows are found by their `data-item`.

import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { editItem, moveItem } from '../../../../shared/doc/commands/items.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { formatClock, planDay } from '../../../../shared/domain/plan-times.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { announce } from '../../../ui/live-region.tsx';
import { findItem, type Place, type Step, stepTarget, withMove } from '../logic/move-target.ts';
import { pinsAfterMove } from '../logic/pins-after-move.ts';
import { usePlan } from '../plan-context.tsx';

export interface ItemMoves {
  /** Says so and returns false where there is nowhere to go. */
  readonly step: (item: ItemId, step: Step) => boolean;
  readonly moveTo: (item: ItemId, place: Place) => void;
  readonly placeOf: (item: ItemId) => Place | null;
  /** "Position 2 of 9, starts 09:30." */
  readonly describe: (item: ItemId) => string;
}

const EDGE: Readonly<Record<Step, string>> = {
  up: 'This is the first place of the day.',
  down: 'This is the last place of the day.',
  'day-before': 'There is no block in a day before.',
  'day-after': 'There is no block in a day after.',
};

/** `onDay` is told when an item went to another day, so that it can be shown. */
export function useItemMoves(table: RefObject<HTMLElement | null>, onDay: (day: number) => void): ItemMoves {
  const { doc, read } = usePlan();
  const follow = useFocusFollowing(table);

  const describe = useCallback(
    (item: ItemId) => {
      const { days } = read();
      const at = findItem(days, item);
      const day = at && days[at.day];
      if (!day) return '';
      const before = day.blocks.slice(0, at.blockAt).reduce((sum, block) => sum + block.items.length, 0);
      const total = day.blocks.reduce((sum, block) => sum + block.items.length, 0);
      const start = planDay(day).slots.get(item)?.start ?? null;
      const starts = start === null ? '' : `, starts ${formatClock(start)}`;
      return `Position ${before + at.index + 1} of ${total}${starts}.`;
    },
    [read],
  );

  const moveTo = useCallback(
    (item: ItemId, place: Place) => {
      const before = read().days;
      const from = findItem(before, item);
      if (!from) return;
      follow(item);
      const pins = pinsAfterMove(before, withMove(before, item, place), item);
      doc.transact(() => {
        if (!moveItem(doc, item, place)) return;
        for (const pin of pins) editItem(doc, pin.item, { start: pin.start });
      }, LOCAL);
      const { days } = read();
      const to = findItem(days, item);
      const day = to && days[to.day];
      if (!day) return;
      const where = to.day === from.day ? '' : `Moved to ${formatDate(day.date, 'weekday')}. `;
      if (to.day !== from.day) onDay(to.day);
      announce(where + describe(item));
    },
    [describe, doc, follow, onDay, read],
  );

  return useMemo(
    () => ({
      step: (item, step) => {
        const target = stepTarget(read().days, item, step);
        if (target) moveTo(item, target);
        else announce(EDGE[step]);
        return target !== null;
      },
      moveTo,
      placeOf: (item) => findItem(read().days, item),
      describe,
    }),
    [describe, moveTo, read],
  );
}

/** A row that changes its place is taken out of the page and put in again, and loses the focus that was in it. */
function useFocusFollowing(table: RefObject<HTMLElement | null>): (item: ItemId) => void {
  const wanted = useRef<{ item: ItemId; cell: string } | null>(null);
  useLayoutEffect(() => {
    const target = wanted.current;
    if (!target) return;
    const row = table.current?.querySelector(`[data-item="${CSS.escape(target.item)}"]`);
    const cell = row?.querySelector<HTMLElement>(`[data-cell="${target.cell}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
    row?.scrollIntoView({ block: 'nearest' });
  });
  return useCallback(
    (item) => {
      const focused = document.activeElement;
      const inside = focused instanceof HTMLElement && table.current?.contains(focused) === true;
      wanted.current = inside ? { item, cell: focused.dataset.cell ?? 'title' } : null;
    },
    [table],
  );
}
