import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { Popover } from '../../ui/popover.tsx';
import styles from './actions-view.module.css';

/** Who does it; a press opens the people of the meeting to choose from. */
export function PeopleCell(props: {
  readonly people: readonly Person[];
  readonly assignees: readonly PersonId[];
  readonly helpers: readonly PersonId[];
  readonly action: string;
  readonly readOnly: boolean;
  readonly onChange: (assignees: readonly PersonId[]) => void;
}) {
  const { people, assignees, helpers } = props;
  const named = assignees.flatMap((id) => people.find((person) => person.id === id) ?? []);
  const [first] = named;
  const more = named.length - 1 + helpers.length;
  const names = named.map(({ name }) => name).join(', ');
  const shown = first ? (
    <>
      <Avatar name={first.name} size="sm" />
      <span className={styles.peopleName}>{first.name}</span>
      {more > 0 && <span className={styles.nobody}>+{more}</span>}
    </>
  ) : (
    <span className={styles.nobody}>Nobody</span>
  );
  if (props.readOnly) return <span className={styles.people}>{shown}</span>;
  return (
    <Popover
      label={`Who does: ${props.action}`}
      trigger={
        <Button variant="quiet" size="sm" className={cx(styles.people, styles.inPlace)}>
          {shown}
          <span className="visually-hidden">
            , assignee of: {props.action}
            {named.length > 1 && ` (${names})`}
          </span>
        </Button>
      }
    >
      {people.length === 0 ? (
        'The meeting has no people yet. Add them in Plan.'
      ) : (
        <div className={styles.choices}>
          {people.map((person) => (
            <Checkbox
              key={person.id}
              label={person.name}
              checked={assignees.includes(person.id)}
              onChange={(on) =>
                props.onChange(on ? [...assignees, person.id] : assignees.filter((id) => id !== person.id))
              }
            />
          ))}
        </div>
      )}
    </Popover>
  );
}
