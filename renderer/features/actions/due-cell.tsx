import type { CalendarDate } from '../../../shared/domain/time.ts';
import { addDays, formatDate } from '../../../shared/domain/zones.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Popover } from '../../ui/popover.tsx';
import styles from './actions-view.module.css';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The due date in words; a press opens a date field and the dates most often meant. */
export function DueCell(props: {
  readonly due: CalendarDate | null;
  readonly late: boolean;
  readonly today: CalendarDate;
  readonly action: string;
  readonly readOnly: boolean;
  readonly onChange: (due: CalendarDate | null) => void;
}) {
  const { due, late, today, action, onChange } = props;
  const words = due ? dueWords(due, today) : 'No date';
  const look = cx(late && styles.late, !due && styles.nobody);
  if (props.readOnly) return <span className={look}>{words}</span>;
  return (
    <Popover
      label={`When is it due: ${action}`}
      trigger={
        <Button
          variant="quiet"
          size="sm"
          className={cx(styles.inPlace, look)}
          aria-label={`${late ? 'Overdue, due' : 'Due'} ${words}: ${action}`}
        >
          {words}
        </Button>
      }
    >
      {(close) => {
        const choose = (next: CalendarDate | null) => {
          onChange(next);
          close();
        };
        return (
          <div className={styles.due}>
            <input
              type="date"
              aria-label="Due date"
              className={styles.date}
              defaultValue={due ?? ''}
              max="9999-12-31"
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (DATE.test(value)) onChange(value as CalendarDate);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') close();
              }}
            />
            <div className={styles.quick}>
              <Button size="sm" onPress={() => choose(addDays(today, 7))}>
                In a week
              </Button>
              <Button size="sm" onPress={() => choose(addDays(today, 14))}>
                In 2 weeks
              </Button>
              <Button size="sm" variant="quiet" onPress={() => choose(null)}>
                No date
              </Button>
            </div>
          </div>
        );
      }}
    </Popover>
  );
}

/** "Fri 28 Nov", with the year when it is not this one. */
function dueWords(due: CalendarDate, today: CalendarDate): string {
  return formatDate(due, due.slice(0, 4) === today.slice(0, 4) ? 'short' : 'long');
}
