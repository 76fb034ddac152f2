// Dragging cards with the pointer within their list. Into a day they are dragged by the same gesture; the table of the day
// takes them there.

import { type DragEvent, useEffect, useMemo, useState } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { usePlan } from '../plan-context.tsx';
import type { ProposalMoves } from './use-proposal-moves.ts';

/** `dropAt` is where it would go among the listed ones, the dragged one taken out; `null` while it is elsewhere. */
export interface CardDrag {
  readonly dragged: ProposalId | null;
  readonly dropAt: number | null;
}

const NONE: CardDrag = { dragged: null, dropAt: null };

export function useCardDrag(moves: ProposalMoves, canMove: boolean) {
  const { drag } = usePlan();
  const [state, setState] = useState(NONE);
  useEffect(() => {
    const stop = () => {
      drag.current = null;
      setState(NONE);
    };
    document.addEventListener('dragend', stop);
    return () => document.removeEventListener('dragend', stop);
  }, [drag]);

  const handlers = useMemo(() => {
    const follow = (event: DragEvent<HTMLElement>) => {
      const dragged = drag.current;
      if (!canMove || dragged?.kind !== 'proposal') return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const dropAt = indexUnder(event, dragged.proposal);
      setState((last) =>
        last.dropAt === dropAt && last.dragged === dragged.proposal
          ? last
          : { dragged: dragged.proposal, dropAt },
      );
    };
    return {
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const card =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-proposal]') : null;
        const proposal = card?.dataset.proposal as ProposalId | undefined;
        if (!card?.draggable || proposal === undefined) return;
        const box = card.getBoundingClientRect();
        event.dataTransfer.setDragImage(card, event.clientX - box.left, event.clientY - box.top);
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.querySelector('h3')?.textContent ?? '');
        drag.current = { kind: 'proposal', proposal };
        setState({ dragged: proposal, dropAt: null });
      },
      onDragEnter: follow,
      onDragOver: follow,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const to = event.relatedTarget;
        if (to instanceof Node && event.currentTarget.contains(to)) return;
        setState((last) => ({ ...last, dropAt: null }));
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const dragged = drag.current;
        if (!canMove || dragged?.kind !== 'proposal') return;
        event.preventDefault();
        const index = indexUnder(event, dragged.proposal);
        if (index !== moves.indexOf(dragged.proposal)) moves.moveTo(dragged.proposal, index);
      },
    };
  }, [canMove, drag, moves]);
  return { state, handlers };
}

function indexUnder(event: DragEvent<HTMLElement>, dragged: ProposalId): number {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-proposal]')].filter(
    (card) => card.dataset.proposal !== dragged,
  );
  const index = cards.findIndex((card) => {
    const box = card.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  });
  return index < 0 ? cards.length : index;
}
