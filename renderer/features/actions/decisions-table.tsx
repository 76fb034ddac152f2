import { Diamond } from 'lucide-react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { RegisteredDecision } from '../../../shared/domain/registers.ts';
import { Empty } from '../../ui/empty.tsx';
import styles from './actions-view.module.css';
import { itemLabels } from './item-labels.ts';

export function DecisionsTable(props: {
  readonly record: MeetingRecord;
  readonly decisions: readonly RegisteredDecision[];
  readonly itemPath: (item: ItemId) => string;
}) {
  const { record, decisions } = props;
  if (decisions.length === 0) {
    return (
      <Empty
        icon={<Diamond size={20} />}
        title="No decisions yet"
        text="Write one in the minutes of an item: Ctrl Shift D, or type d: at the start of a line. It is listed here."
      />
    );
  }
  const labels = itemLabels(record);
  const replaced = new Map(
    decisions.flatMap(({ decision, number }) =>
      decision.attrs.replaces ? [[decision.attrs.replaces, number] as const] : [],
    ),
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Decision</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((entry) => {
          const by = replaced.get(entry.decision.attrs.id);
          return (
            <tr key={entry.decision.attrs.id} className={by === undefined ? undefined : styles.done}>
              <td>
                <div className={`${styles.text} ${styles.decision}`}>D{entry.number}</div>
              </td>
              <td>
                <div className={styles.text}>{entry.text}</div>
                {by !== undefined && <span className={styles.number}>replaced by D{by}</span>}
              </td>
              <td>
                <a href={props.itemPath(entry.item)} className={styles.from}>
                  {labels.get(entry.item)}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
