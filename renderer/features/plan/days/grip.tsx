// The handle of a row. By keyboard: Enter picks the row up, arrows move it, Tab takes it to the next block, Enter drops
// it, Escape puts it back. By pointer it is dragged (drag-items.ts reads `draggable` and `data-item`).

import { GripVertical, Pin } from 'lucide-react';
import { type KeyboardEvent, memo, useContext, useRef, useState } from 'react';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { cx } from '../../../ui/cx.ts';
import { announce } from '../../../ui/live-region.tsx';
import type { Place } from '../logic/move-target.ts';
import { usePlan } from '../plan-context.tsx';
import { DayActsContext } from './day-acts.tsx';
import styles from './day-table.module.css';

const HOW = 'Arrow keys move, Tab goes to the next block, Enter drops, Escape puts it back.';

export const Grip = memo(function Grip(props: {
  readonly item: AgendaItem;
  readonly name: string;
  readonly pinned: boolean;
}) {
  const { item, name, pinned } = props;
  const { moves } = useContext(DayActsContext);
  const { read } = usePlan();
  const [picked, setPicked] = useState(false);
  const origin = useRef<Place | null>(null);

  const drop = () => {
    setPicked(false);
    announce(`${name} dropped. ${moves.describe(item.id)}`);
  };
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
    if (!picked) {
      if (key !== 'Enter' && key !== ' ') return;
      origin.current = moves.placeOf(item.id);
      setPicked(true);
      announce(`${name}, picked up. ${moves.describe(item.id)} ${HOW}`);
    } else if (key === 'ArrowUp' || key === 'ArrowDown')
      moves.step(item.id, key === 'ArrowUp' ? 'up' : 'down');
    else if (key === 'Tab') toNextBlock(event.shiftKey);
    else if (key === 'Enter' || key === ' ') drop();
    else if (key === 'Escape') {
      setPicked(false);
      if (origin.current) moves.moveTo(item.id, origin.current);
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
      aria-pressed={picked}
      title="Drag to move. By keyboard: Enter, arrows, Enter."
      className={cx(styles.handle, picked && styles.picked)}
      onKeyDown={onKeyDown}
    >
      {pinned ? <Pin size={14} /> : <GripVertical size={14} />}
    </button>
  );
});
