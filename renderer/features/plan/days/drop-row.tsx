import { ArrowRight } from 'lucide-react';
import { formatClock } from '../../../../shared/domain/plan-times.ts';
import { cx } from '../../../ui/cx.ts';
import type { DragPreview } from '../logic/drag-preview.ts';
import styles from './day-table.module.css';

/** Where what is dragged would go, with the start it would get. Seen by the pointer only; keys and menu speak. */
export function DropRow(props: {
  readonly drag: DragPreview;
  readonly shiftAt: (minutes: number | null) => number | null;
  readonly mine: boolean;
}) {
  const { drag, mine } = props;
  const shift = props.shiftAt(drag.start) ?? 0;
  const own = drag.start === null ? '' : formatClock(drag.start + shift);
  return (
    <tr className={cx(styles.row, styles.drop)} aria-hidden>
      <td className={styles.grip}>
        <ArrowRight size={14} />
      </td>
      <td className={styles.time}>{drag.start === null ? '' : mine ? own : formatClock(drag.start)}</td>
      <td className={styles.own}>{shift === 0 ? '' : own}</td>
      <td className={styles.minutes}>{drag.duration}</td>
      <td className={styles.topic}>
        {drag.item === null ? 'Drop to add' : 'Move here:'} “{drag.title}”
      </td>
    </tr>
  );
}
