// Moving proposals by command, in the words a screen reader needs: among those that are listed, and into the day that is
// shown. The focus goes with the card, or to its neighbour where the card leaves the list.

import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { moveProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { DayId, ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { announce } from '../../../ui/live-region.tsx';
import { usePlan } from '../plan-context.tsx';
import { useAddToDay } from '../use-schedule.ts';
import { indexAmong } from './shown-proposals.ts';

export interface ProposalMoves {
  /** Among the listed ones; says so where there is nowhere to go. */
  readonly step: (id: ProposalId, by: -1 | 1) => void;
  /** `index` counts the listed ones without this one. */
  readonly moveTo: (id: ProposalId, index: number) => void;
  readonly indexOf: (id: ProposalId) => number;
  /** "Position 2 of 5." */
  readonly describe: (id: ProposalId) => string;
  /** Into the day shown, at its usual place. With `along` the focus goes to the new row, else to the next card. */
  readonly toDay: (id: ProposalId, along: boolean) => void;
  /** To be called before a card leaves the list. What it returns puts the focus on the card that is there instead. */
  readonly focusBeside: (id: ProposalId) => () => void;
}

export function useProposalMoves(
  cards: RefObject<HTMLElement | null>,
  listed: readonly Proposal[],
  view: { readonly isSorted: boolean; readonly day: DayId | null },
): ProposalMoves {
  const { doc, read } = usePlan();
  const addToDay = useAddToDay();
  const follow = useCardFollowed(cards);
  const latest = useRef({ listed, ...view });
  useLayoutEffect(() => {
    latest.current = { listed, ...view };
  });

  const indexOf = useCallback(
    (id: ProposalId) => latest.current.listed.findIndex((proposal) => proposal.id === id),
    [],
  );
  const moveTo = useCallback(
    (id: ProposalId, index: number) => {
      const { listed: among, isSorted } = latest.current;
      if (isSorted) {
        announce('They are sorted. Choose “In order” to move one.');
        return;
      }
      follow(id);
      moveProposal(doc, id, indexAmong(read().proposals, among, id, index));
      announce(`Position ${index + 1} of ${among.length}.`);
    },
    [doc, follow, read],
  );
  const focusBeside = useCallback(
    (id: ProposalId) => {
      const ids = latest.current.listed.map((proposal) => proposal.id);
      const at = ids.indexOf(id);
      const beside = ids[at + 1] ?? ids[at - 1];
      const part = focusedPart();
      // A closing dialog or menu gives the focus back in the next frame, to a button that is gone.
      return () =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const card = beside === undefined ? null : cardOf(cards.current, beside);
            const to = card ? partOf(card, part) : document.querySelector<HTMLElement>('[data-propose]');
            to?.focus();
          }),
        );
    },
    [cards],
  );

  return useMemo(
    () => ({
      step: (id, by) => {
        const to = indexOf(id) + by;
        if (to < 0) announce('This is the first one.');
        else if (to >= latest.current.listed.length) announce('This is the last one.');
        else moveTo(id, to);
      },
      moveTo,
      indexOf,
      describe: (id) => `Position ${indexOf(id) + 1} of ${latest.current.listed.length}.`,
      toDay: (id, along) => {
        const focusNext = focusBeside(id);
        const item = addToDay(id, latest.current.day);
        if (item === null) return;
        if (along) focusRow(item);
        else focusNext();
      },
      focusBeside,
    }),
    [addToDay, focusBeside, indexOf, moveTo],
  );
}

function focusRow(item: ItemId): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('[data-cell="grip"]')?.focus();
  });
}

function focusedPart(): string {
  const focused = document.activeElement;
  return (focused instanceof HTMLElement && focused.dataset.cell) || 'title';
}

export function cardOf(cards: HTMLElement | null, id: ProposalId): HTMLElement | null {
  return cards?.querySelector<HTMLElement>(`[data-proposal="${CSS.escape(id)}"]`) ?? null;
}

export function partOf(card: HTMLElement, part: string): HTMLElement | null {
  return (
    card.querySelector<HTMLElement>(`[data-cell="${part}"]`) ??
    card.querySelector<HTMLElement>('[data-cell="title"]')
  );
}

/** A card that changes its place is taken out of the page and put in again, and loses the focus that was in it. */
function useCardFollowed(cards: RefObject<HTMLElement | null>): (id: ProposalId) => void {
  const wanted = useRef<{ readonly id: ProposalId; readonly part: string } | null>(null);
  useLayoutEffect(() => {
    const target = wanted.current;
    wanted.current = null;
    const card = target && cardOf(cards.current, target.id);
    if (!target || !card) return;
    partOf(card, target.part)?.focus();
    card.scrollIntoView({ block: 'nearest' });
  });
  return useCallback(
    (id) => {
      const inside = cards.current?.contains(document.activeElement) === true;
      wanted.current = inside ? { id, part: focusedPart() } : null;
    },
    [cards],
  );
}
