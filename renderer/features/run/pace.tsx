import { formatClock, planDay } from '../../../shared/domain/plan-times.ts';
import type { RunItem } from '../../../shared/domain/run-order.ts';
import { cx } from '../../ui/cx.ts';
import styles from './clock.module.css';
import { paceWord } from './pace-words.ts';
import { useRun } from './run-context.tsx';
import { useProjection } from './use-projection.ts';

/** Behind or ahead, when the block should end, whether all is reached at this pace. */
export function Pace() {
  const { live } = useRun();
  return live ? <PaceOf live={live} /> : null;
}

function PaceOf({ live }: { readonly live: RunItem }) {
  const { plans } = useRun();
  const projection = useProjection(live.day);
  const pace = paceWord(projection.behind);
  const ends = blockEnd(live, plans.get(live.day.id) ?? planDay(live.day));
  const missed = projection.notReached;
  return (
    <dl className={styles.pace}>
      <dt>Running</dt>
      <dd className={cx(pace.tone !== 'neutral' && styles[pace.tone])}>{pace.text}</dd>
      {ends && (
        <>
          <dt>Block should end</dt>
          <dd>{ends}</dd>
        </>
      )}
      <dt>At this pace</dt>
      <dd className={cx(missed > 0 && styles.over)}>
        {missed === 0 ? 'all items reached' : `${missed} ${missed === 1 ? 'item' : 'items'} not reached`}
      </dd>
    </dl>
  );
}

/** "12:30, break" where the block's items lead into a break, else the block's planned end. */
function blockEnd({ item, block }: RunItem, plan: ReturnType<typeof planDay>): string | null {
  const at = block.items.findIndex(
    (other) => other.id === item.id || other.slots.some(({ id }) => id === item.id),
  );
  const pause = block.items.slice(at + 1).find((other) => other.kind === 'break' && other.cancelled === null);
  const start = pause ? plan.slots.get(pause.id)?.start : null;
  if (start !== null && start !== undefined) return `${formatClock(start)}, break`;
  const end = plan.blocks.get(block.id)?.end ?? null;
  return end === null ? null : formatClock(end);
}
