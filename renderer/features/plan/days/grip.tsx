// The handle of a row. By keyboard: Enter picks the row up, arrows move it, Tab takes it to the next block, Enter drops
// it, Escape puts it back. By pointer it is dragged (use-drag-items.ts finds the row by `data-item`).

import { GripVertical, Pin } from 'lucide-react';
import { type KeyboardEvent, memo, useContext } from 'react';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { cx } from '../../../ui/cx.ts';
import { announce } from '../../../ui/live-region.tsx';
import { usePlan } from '../plan-context.tsx';
import { DayActsContext, PickedContext } from './day-acts.tsx';
import styles from './day-table.module.css';

const HOW = 'Arrow keys move, Tab goes to the next block, Enter drops, Escape puts it back.';

export const Grip = memo(function Grip(props: {
  readonly item: AgendaItem;
  readonly name: string;
  readonly pinned: boolean;
}) {
  const { item, name, pinned } = props;
  const { moves } = useContext(DayActsContext);
  const { picked, pick } = useContext(PickedContext);
  const { read } = usePlan();
  const origin = picked?.item === item.id ? picked.origin : null;

  const toNextBlock = (back: boolean) => {
    const at = moves.placeOf(item.id);
    const blocks = read().days.flatMap((day) => day.blocks);
    const target = blocks[blocks.findIndex((block) => block.id === at?.block) + (back ? -1 : 1)];
    if (target) moves.moveTo(item.id, { block: target.id, index: back ? target.items.length : 0 });
    else announce('There is no further block.');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (!origin) {
      const here = key === 'Enter' || key === ' ' ? moves.placeOf(item.id) : null;
      if (!here) return;
      pick({ item: item.id, origin: here });
      announce(`${name}, picked up. ${moves.describe(item.id)} ${HOW}`);
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      moves.step(item.id, key === 'ArrowUp' ? 'up' : 'down');
    } else if (key === 'Tab') {
      toNextBlock(event.shiftKey);
    } else if (key === 'Enter' || key === ' ') {
      pick(null);
      announce(`${name} dropped. ${moves.describe(item.id)}`);
    } else if (key === 'Escape') {
      pick(null);
      moves.moveTo(item.id, origin);
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
      aria-label={`Move ${name}${pinned ? ', start is pinned' : ''}`}
      aria-pressed={origin !== null}
      title="Drag to move. By keyboard: Enter, arrows, Enter."
      className={cx(styles.handle, origin && styles.picked)}
      onKeyDown={onKeyDown}
    >
      {pinned ? <Pin size={14} /> : <GripVertical size={14} />}
    </button>
  );
});
