import { useCallback } from 'react';
import { editItem } from '../../../shared/doc/commands/items.ts';
import { scheduleProposal } from '../../../shared/doc/commands/proposals.ts';
import { LOCAL } from '../../../shared/doc/origins.ts';
import type { ItemId, ProposalId } from '../../../shared/domain/ids.ts';
import { type Place, withInsert } from './logic/move-target.ts';
import { pinsAfterMove } from './logic/pins-after-move.ts';
import { usePlan } from './plan-context.tsx';

/** Makes an item of a proposal at a place; put first, it takes over the beginning of the day. One step to undo. */
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
