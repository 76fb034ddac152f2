// The handle of a card. By keyboard: Enter picks it up, Up and Down move it, Left puts it into the day that is shown and
// goes along, Enter drops it, Escape puts it back. By pointer the whole card is dragged.

import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { cx } from '../../../ui/cx.ts';
import { announce } from '../../../ui/live-region.tsx';
import styles from './proposals.module.css';
import type { ProposalMoves } from './use-proposal-moves.ts';

/** The card that was picked up, and where it came from. Kept by the list: a moved card is a new element. */
export interface PickedCard {
  readonly id: ProposalId;
  readonly origin: number;
}

const HOW = 'Up and Down move, Left puts it into the day, Enter drops, Escape puts it back.';

export function ProposalGrip(props: {
  readonly id: ProposalId;
  readonly name: string;
  readonly moves: ProposalMoves;
  readonly picked: PickedCard | null;
  readonly onPick: (picked: PickedCard | null) => void;
}) {
  const { id, name, moves, onPick } = props;
  const picked = props.picked?.id === id ? props.picked : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key } = event;
    if (!picked) {
      if (key !== 'Enter' && key !== ' ') return;
      onPick({ id, origin: moves.indexOf(id) });
      announce(`${name}, picked up. ${moves.describe(id)} ${HOW}`);
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      moves.step(id, key === 'ArrowUp' ? -1 : 1);
    } else if (key === 'ArrowLeft') {
      onPick(null);
      moves.toDay(id, true);
    } else if (key === 'Enter' || key === ' ') {
      onPick(null);
      announce(`${name} dropped. ${moves.describe(id)}`);
    } else if (key === 'Escape') {
      onPick(null);
      if (moves.indexOf(id) !== picked.origin) moves.moveTo(id, picked.origin);
      announce(`${name} put back.`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      data-cell="grip"
      draggable
      aria-label={`Move ${name}`}
      aria-pressed={picked !== null}
      title="Drag to move. By keyboard: Enter, arrows, Enter."
      className={cx(styles.handle, picked && styles.picked)}
      onKeyDown={onKeyDown}
    >
      <GripVertical size={14} />
    </button>
  );
}
