import { SquareCheck } from 'lucide-react';
import { editAction } from '../../../shared/doc/commands/actions.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { RegisteredAction } from '../../../shared/domain/registers.ts';
import type { ActionItemNode, ActionStatus } from '../../../shared/domain/rich-text.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { useOpenMeeting, useReadOnly } from '../../session/meeting-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Select } from '../../ui/select.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './actions-view.module.css';
import { DueCell } from './due-cell.tsx';
import { groupActions, isOverdue, type Show } from './group-actions.ts';
import { itemLabels } from './item-labels.ts';
import { PeopleCell } from './people-cell.tsx';

const STATUSES: readonly { readonly id: ActionStatus; readonly label: string }[] = [
  { id: 'open', label: 'Open' },
  { id: 'in-progress', label: 'In progress' },
  { id: 'done', label: 'Done' },
  { id: 'deferred', label: 'Deferred' },
  { id: 'cancelled', label: 'Cancelled' },
];

const NONE_AT_ALL: Words = [
  'No action items yet',
  'Write one in the minutes of an item: Ctrl Shift A, or type a: at the start of a line. It is listed here.',
];
const NONE_SHOWN: Readonly<Record<Show, Words>> = {
  open: ['Looking good, no incomplete action items', 'All of them are done, deferred or cancelled.'],
  overdue: ['Nothing is overdue', 'No open action item is past its due date.'],
  done: ['Nothing done yet', 'Tick an action item here or in the minutes when it is done.'],
  deferred: ['Nothing deferred', 'An action item that waits for another meeting is listed here.'],
  all: NONE_AT_ALL,
};

type Words = readonly [title: string, text: string];

export type ActionPatch = Partial<Pick<ActionItemNode['attrs'], 'assignees' | 'due' | 'status'>>;

export interface ActionsTableProps {
  readonly record: MeetingRecord;
  readonly actions: readonly RegisteredAction[];
  /** How many the meeting has in all. */
  readonly all: number;
  readonly show: Show;
  readonly today: CalendarDate;
  readonly itemPath: (item: ItemId) => string;
}

export function ActionsTable(props: ActionsTableProps) {
  const { record, actions, today } = props;
  if (actions.length === 0) {
    const [title, text] = props.all === 0 ? NONE_AT_ALL : NONE_SHOWN[props.show];
    return <Empty icon={<SquareCheck size={20} />} title={title} text={text} />;
  }
  const labels = itemLabels(record);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Done</span>
          </th>
          <th scope="col">Action</th>
          <th scope="col">Assignee</th>
          <th scope="col">Due</th>
          <th scope="col">From</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      {groupActions(actions, today).map((group) => (
        <tbody key={group.id}>
          <tr className={styles.group}>
            <th colSpan={6} scope="rowgroup">
              <span className={group.id === 'overdue' ? styles.late : undefined}>{group.title}</span> ·{' '}
              {group.actions.length}
            </th>
          </tr>
          {group.actions.map((entry) => (
            <ActionRow
              key={entry.action.attrs.id}
              entry={entry}
              record={record}
              late={isOverdue(entry, today)}
              today={today}
              from={labels.get(entry.item) ?? ''}
              href={props.itemPath(entry.item)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function ActionRow(props: {
  readonly entry: RegisteredAction;
  readonly record: MeetingRecord;
  readonly late: boolean;
  readonly today: CalendarDate;
  readonly from: string;
  readonly href: string;
}) {
  const { entry, record } = props;
  const { doc } = useOpenMeeting();
  const readOnly = useReadOnly();
  const { id, assignees, helpers, due, status } = entry.action.attrs;
  const { show } = useToasts();
  const edit = (patch: ActionPatch) => void editAction(doc, entry.item, id, patch);
  // The row may leave the list with its state: the way back stays in sight.
  const setStatus = (next: ActionStatus) => {
    edit({ status: next });
    const name = STATUSES.find((each) => each.id === next)?.label ?? next;
    show({ text: `${name}: ${entry.text}`, undo: () => edit({ status }) });
  };
  return (
    <tr className={cx(status === 'done' && styles.done)}>
      <td>
        <Tick
          label={`Done: ${entry.text}`}
          checked={status === 'done'}
          isDisabled={readOnly}
          onChange={(done) => setStatus(done ? 'done' : 'open')}
        />
      </td>
      <td>
        <div className={styles.text}>
          <span className={styles.number}>A{entry.number}</span>
          {entry.text}
        </div>
      </td>
      <td>
        <PeopleCell
          people={record.people}
          assignees={assignees}
          helpers={helpers}
          action={entry.text}
          readOnly={readOnly}
          onChange={(next) => edit({ assignees: next })}
        />
      </td>
      <td>
        <DueCell
          due={due}
          late={props.late}
          today={props.today}
          action={entry.text}
          readOnly={readOnly}
          onChange={(next) => edit({ due: next })}
        />
      </td>
      <td>
        <a href={props.href} className={styles.from}>
          {props.from}
        </a>
      </td>
      <td>
        <Select
          label={`Status of: ${entry.text}`}
          hideLabel
          size="sm"
          items={STATUSES}
          value={status}
          isDisabled={readOnly}
          className={styles.status}
          onChange={setStatus}
        />
      </td>
    </tr>
  );
}
