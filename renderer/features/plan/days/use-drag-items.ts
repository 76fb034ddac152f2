// Dragging with the pointer: items within their day, proposals into it. Shows where the drop would go; the drop itself is
// the same command the keys and the menus use.

import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { BlockId, ItemId } from '../../../../shared/domain/ids.ts';
import type { Day, Meeting } from '../../../../shared/domain/meeting.ts';
import { announce } from '../../../ui/live-region.tsx';
import { type Dragged, type DragPreview, previewMove, previewProposal } from '../logic/drag-preview.ts';
import type { Place } from '../logic/move-target.ts';
import { usePlan } from '../plan-context.tsx';
import { useSchedule } from '../use-schedule.ts';
import type { ItemMoves } from './use-item-moves.ts';

export function useDragItems(day: Day | null, moves: ItemMoves) {
  const { drag, read } = usePlan();
  const schedule = useSchedule();
  const [state, setState] = useState<DragPreview | null>(null);

  const stop = useCallback(() => {
    drag.current = null;
    setState(null);
  }, [drag]);
  // A drag that ends outside of the table (or of the window) ends here too.
  useEffect(() => {
    document.addEventListener('dragend', stop);
    return () => document.removeEventListener('dragend', stop);
  }, [stop]);

  const handlers = useMemo(() => {
    const follow = (event: DragEvent<HTMLElement>) => {
      const dragged = drag.current;
      const place = dragged && placeUnder(event, dragged);
      if (!dragged || !day || !place) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setState((last) =>
        last?.place.block === place.block && last.place.index === place.index
          ? last
          : preview(read(), day, dragged, place),
      );
    };
    return {
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
        const id = row?.dataset.item as ItemId | undefined;
        if (!row || id === undefined) return;
        event.dataTransfer.setDragImage(row, 16, 16);
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.textContent ?? '');
        drag.current = { kind: 'item', item: id };
      },
      onDragEnter: follow,
      onDragOver: follow,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        // A row that slides away under the pointer is left too; only leaving the table ends the preview.
        const box = event.currentTarget.getBoundingClientRect();
        const { clientX: x, clientY: y } = event;
        if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return;
        setState(null);
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const dragged = drag.current;
        const place = dragged && placeUnder(event, dragged);
        stop();
        if (!dragged || !place) return;
        event.preventDefault();
        if (dragged.kind === 'item') moves.moveTo(dragged.item, place);
        else if (schedule(dragged.proposal, place)) announce('Added to the day.');
      },
    };
  }, [day, drag, moves, read, schedule, stop]);
  return { state, handlers };
}

/** The place under the pointer: before or behind the row it is over, by the half it is in. */
function placeUnder(event: DragEvent<HTMLElement>, dragged: Dragged): Place | null {
  if (!(event.target instanceof Element)) return null;
  const group = event.target.closest<HTMLElement>('[data-block]');
  const block = group?.dataset.block as BlockId | undefined;
  if (!group || block === undefined) return null;
  const moving = dragged.kind === 'item' ? dragged.item : null;
  const rows = [...group.querySelectorAll<HTMLElement>('[data-item]:not([data-slot])')].filter(
    (row) => row.dataset.item !== moving,
  );
  const index = rows.findIndex((row) => {
    const box = row.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  });
  return { block, index: index < 0 ? rows.length : index };
}

function preview(meeting: Meeting, day: Day, dragged: Dragged, place: Place): DragPreview | null {
  if (dragged.kind === 'proposal') {
    const proposal = meeting.proposals.find(({ id }) => id === dragged.proposal);
    return proposal ? previewProposal(day, proposal, place) : null;
  }
  const item = day.blocks.flatMap(({ items }) => items).find(({ id }) => id === dragged.item);
  return item ? previewMove(day, item, place) : null;
}
