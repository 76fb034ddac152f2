import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { editItem } from '../../../../shared/doc/commands/items.ts';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { formatClock } from '../../../../shared/domain/plan-times.ts';
import { DAY_MINUTES, type TimeOfDay } from '../../../../shared/domain/time.ts';
import { Button } from '../../../ui/button.tsx';
import type { DayWarning } from '../logic/day-warnings.ts';
import { usePlan } from '../plan-context.tsx';
import styles from './day-table.module.css';

/** What does not fit, under the row it concerns, with ways out. It warns, it never forbids. */
export function WarningRow(props: {
  readonly warning: DayWarning;
  readonly item: AgendaItem;
  readonly onLeave: (warning: DayWarning) => void;
}) {
  const { warning } = props;
  const { readOnly } = usePlan();
  return (
    <tr className={styles.warning}>
      <td className={styles.warningCell} colSpan={7}>
        <TriangleAlert aria-label="Warning" />
        <span className={styles.warningText}>{warningWords(warning)}</span>
        {!readOnly && (
          <>
            <Fixes warning={warning} item={props.item} />
            <Button size="sm" variant="quiet" onPress={() => props.onLeave(warning)}>
              Leave it
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function warningWords(warning: DayWarning): string {
  switch (warning.kind) {
    case 'overlap': {
      const ends = warning.sure ? 'Ends' : 'May end';
      const what = warning.next.title ? `“${warning.next.title}”, pinned` : 'the pinned start';
      const next = warning.next.kind === 'break' ? 'the break pinned' : what;
      return `${ends} ${warning.by} min after ${next} at ${formatClock(warning.nextStart)}.`;
    }
    case 'unread-length':
      return `“${warning.text}” is not understood as a length, so it takes no time.`;
    case 'absent': {
      const reason = warning.person.apology ? ` (${warning.person.apology})` : '';
      return `${warning.person.name} is not coming${reason}.`;
    }
  }
}

function Fixes({ warning, item }: { readonly warning: DayWarning; readonly item: AgendaItem }): ReactNode {
  const { doc } = usePlan();
  if (warning.kind !== 'overlap') return null;
  const { fits, next, nextStart, by } = warning;
  const moved = (nextStart + by) % DAY_MINUTES;
  return (
    <>
      {fits !== null && (
        <Button size="sm" onPress={() => editItem(doc, item.id, { duration: String(fits) })}>
          Shorten to {fits}
        </Button>
      )}
      <Button size="sm" onPress={() => editItem(doc, next.id, { start: moved as TimeOfDay })}>
        {next.kind === 'break' ? 'Move the break' : `Move to ${formatClock(moved)}`}
      </Button>
    </>
  );
}
