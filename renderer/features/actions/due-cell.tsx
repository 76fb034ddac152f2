import type { CalendarDate } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/zones.ts';
import { cx } from '../../ui/cx.ts';
import styles from './actions-view.module.css';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The due date, a field in place. The browser's own date field: it speaks the user's locale and every keyboard. */
export function DueCell(props: {
  readonly due: CalendarDate | null;
  readonly late: boolean;
  readonly action: string;
  readonly readOnly: boolean;
  readonly onChange: (due: CalendarDate | null) => void;
}) {
  const { due, late } = props;
  if (props.readOnly) {
    return <span className={cx(late && styles.late)}>{due ? formatDate(due, 'short') : ''}</span>;
  }
  return (
    <input
      type="date"
      aria-label={`${late ? 'Overdue, due' : 'Due'}: ${props.action}`}
      className={cx(styles.date, late && styles.late)}
      value={due ?? ''}
      max="9999-12-31"
      {...(due === null && { 'data-empty': '' })}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value === '') props.onChange(null);
        else if (DATE.test(value)) props.onChange(value as CalendarDate);
      }}
    />
  );
}
