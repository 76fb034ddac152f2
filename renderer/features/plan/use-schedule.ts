// Makes agenda items of proposals: at a place that was chosen, or where things usually go in a day. One step to undo.

import { useCallback } from 'react';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { editItem } from '../../../shared/doc/commands/items.ts';
import { scheduleProposal } from '../../../shared/doc/commands/proposals.ts';
import { LOCAL } from '../../../shared/doc/origins.ts';
import { findItem } from '../../../shared/domain/find-item.ts';
import type { DayId, ItemId, ProposalId } from '../../../shared/domain/ids.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { formatClock } from '../../../shared/domain/plan-times.ts';
import { formatDate } from '../../../shared/domain/zones.ts';
import { announce } from '../../ui/live-region.tsx';
import { dayPlan } from './logic/day-plan.ts';
import { type Place, withInsert } from './logic/move-target.ts';
import { pinsAfterMove } from './logic/pins-after-move.ts';
import { usualPlace } from './logic/usual-place.ts';
import { usePlan } from './plan-context.tsx';

/** Put first, the item takes over the beginning of the day. */
export function useSchedule(): (proposal: ProposalId, place: Place) => ItemId | null {
  const { doc, newId, read } = usePlan();
  return useCallback(
    (proposal: ProposalId, place: Place) => {
      const before = read().days;
      return doc.transact(() => {
        const item = scheduleProposal(doc, newId, proposal, place.block, place.index);
        if (item === null) return null;
        for (const pin of pinsAfterMove(before, withInsert(before, place, item, ''), item))
          editItem(doc, pin.item, { start: pin.start });
        return item;
      }, LOCAL);
    },
    [doc, newId, read],
  );
}

/** In one press: behind what the day has, before its close. Says where it went; where it cannot, why. */
export function useAddToDay(): (proposal: ProposalId, day: DayId | null) => ItemId | null {
  const { doc, newId, read, undoable } = usePlan();
  const schedule = useSchedule();
  return useCallback(
    (proposal, dayId) => {
      const day = read().days.find(({ id }) => id === dayId);
      if (!day) {
        announce('There is no day yet. Add one first.');
        return null;
      }
      let item: ItemId | null = null;
      const act = () =>
        doc.transact(() => {
          const block = day.blocks.length === 0 ? addBlock(doc, newId, day.id) : null;
          const place = block === null ? usualPlace(day, null) : { block, index: 0 };
          item = place && schedule(proposal, place);
          return item !== null;
        }, LOCAL);
      undoable(() => scheduledWords(read(), item), act);
      return item;
    },
    [doc, newId, read, schedule, undoable],
  );
}

/** "Recovery rehearsals added to Tuesday 10 March at 10:30". */
function scheduledWords(meeting: Meeting, id: ItemId | null): string {
  const found = findItem(meeting.days, id);
  if (!found) return '';
  const { day, item } = found;
  const start = dayPlan(day).slots.get(item.id)?.start ?? null;
  const at = start === null ? '' : ` at ${formatClock(start)}`;
  return `${item.title || 'Untitled item'} added to ${formatDate(day.date, 'weekday')}${at}`;
}
