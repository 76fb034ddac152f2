// Keys of the list of proposals: Up and Down go to the same control of the card above or below, Alt Shift Up and Down
// carry the card, Alt Shift Left puts it into the day that is shown. A field that is being edited keeps its own arrows.

import type { KeyboardEvent } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { type ProposalMoves, partOf } from './use-proposal-moves.ts';

/** For the capturing phase: the button of a menu would take Alt Shift Down for itself. */
export function handleCardKey(event: KeyboardEvent<HTMLElement>, moves: ProposalMoves | null): void {
  const { target, currentTarget: list, key } = event;
  // What a card shows over the page (a menu, a dialog) tells its keys here too.
  if (!(target instanceof HTMLElement) || !list.contains(target) || event.ctrlKey || event.metaKey) return;
  const card = target.closest<HTMLElement>('[data-proposal]');
  const id = card?.dataset.proposal as ProposalId | undefined;
  if (!card || id === undefined || isField(target)) return;
  const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  if (event.altKey && event.shiftKey && moves) {
    if (by !== 0) moves.step(id, by);
    else if (key === 'ArrowLeft' && card.draggable) moves.toDay(id, false);
    else return;
  } else if (by !== 0 && !event.altKey && !event.shiftKey && target.dataset.cell !== undefined) {
    if (target.ariaPressed === 'true') return;
    const cards = [...list.querySelectorAll<HTMLElement>('[data-proposal]')];
    const beside = cards[cards.indexOf(card) + by];
    if (!beside) return;
    partOf(beside, target.dataset.cell)?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function isField(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
