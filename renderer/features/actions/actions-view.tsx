// Action items and decisions of the meeting, gathered from its texts. Editing here edits the line in the minutes; the
// table is derived anew from them.

import { Diamond, SquareCheck } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { collectRegisters } from '../../../shared/domain/registers.ts';
import { wallTime } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { cx } from '../../ui/cx.ts';
import { ActionsTable } from './actions-table.tsx';
import styles from './actions-view.module.css';
import { DecisionsTable } from './decisions-table.tsx';
import { isShown, type Show } from './group-actions.ts';

const SHOWN: readonly { readonly id: Show; readonly label: string }[] = [
  { id: 'open', label: 'Open' },
  { id: 'overdue', label: 'Overdue' },
  { id: 'done', label: 'Done' },
  { id: 'deferred', label: 'Deferred' },
  { id: 'all', label: 'All' },
];

export interface ActionsViewProps {
  readonly record: MeetingRecord;
  readonly itemPath: (item: ItemId) => string;
}

export function ActionsView({ record, itemPath }: ActionsViewProps) {
  const { now, ownZone } = useServices();
  const [register, setRegister] = useState<'actions' | 'decisions'>('actions');
  const today = wallTime(now(), ownZone).date;
  const { actions, decisions } = useMemo(() => collectRegisters(record), [record]);
  const count = (id: Show) => actions.filter((entry) => isShown(entry, id, today)).length;
  // Where nothing is left to do, what was done is what one came to see.
  const [show, setShow] = useState<Show>(() => (count('open') > 0 ? 'open' : 'all'));
  const shown = actions.filter((entry) => isShown(entry, show, today));
  return (
    <div className={styles.view}>
      <nav className={styles.filters} aria-label="Registers and filters">
        <Filter
          label="Action items"
          icon={<SquareCheck />}
          count={actions.length}
          on={register === 'actions'}
          onPress={() => setRegister('actions')}
        />
        <Filter
          label="Decisions"
          icon={<Diamond />}
          count={decisions.length}
          on={register === 'decisions'}
          onPress={() => setRegister('decisions')}
        />
        {register === 'actions' && (
          <>
            <h2>Show</h2>
            {SHOWN.map(({ id, label }) => (
              <Filter
                key={id}
                label={label}
                count={count(id)}
                late={id === 'overdue' && count(id) > 0}
                on={show === id}
                onPress={() => setShow(id)}
              />
            ))}
          </>
        )}
      </nav>
      <main className={styles.main}>
        <h1 className="visually-hidden">{register === 'actions' ? 'Action items' : 'Decisions'}</h1>
        {register === 'actions' ? (
          <ActionsTable
            record={record}
            actions={shown}
            all={actions.length}
            show={show}
            today={today}
            itemPath={itemPath}
          />
        ) : (
          <DecisionsTable record={record} decisions={decisions} itemPath={itemPath} />
        )}
      </main>
    </div>
  );
}

function Filter(props: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count: number;
  readonly late?: boolean | undefined;
  readonly on: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" aria-pressed={props.on} className={styles.filter} onClick={props.onPress}>
      {props.icon}
      {props.label}
      <span className={cx(styles.count, props.late && styles.late)}>{props.count}</span>
    </button>
  );
}
