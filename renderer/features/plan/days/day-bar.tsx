import { Plus } from 'lucide-react';
import { addBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../../shared/doc/commands/days.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { addDays, formatDate, wallTime } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { TimesShown } from './day-table.tsx';

const TIMES: readonly { readonly id: TimesShown; readonly label: string }[] = [
  { id: 'both', label: 'Both' },
  { id: 'meeting', label: 'Meeting' },
  { id: 'mine', label: 'Mine' },
];

/** The days as segments, a new day, and whose clocks are shown. */
export function DayBar(props: {
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  readonly times: TimesShown;
  readonly onTimes: (times: TimesShown) => void;
}) {
  const { doc, newId, readOnly, ownZone } = usePlan();
  const { now } = useServices();
  const days = useMeeting((meeting) => meeting.days);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const options = days.map((day, i) => ({
    id: day.id,
    label: `Day ${i + 1} · ${day.title || formatDate(day.date, 'short').replace(/\s\D+$/, '')}`,
  }));
  const add = () => {
    const last = days.at(-1);
    const date = last ? addDays(last.date, 1) : wallTime(now(), zone ?? ownZone).date;
    doc.transact(() => {
      const day = addDay(doc, newId, { date });
      addBlock(doc, newId, day);
      props.onDay(day);
    }, LOCAL);
  };
  return (
    <div className={styles.dayBar}>
      {props.day !== null && (
        <Segmented label="Day" size="sm" options={options} value={props.day} onChange={props.onDay} />
      )}
      {!readOnly && <IconButton size="sm" label="Add a day" icon={<Plus size={14} />} onPress={add} />}
      <span className={styles.grow} />
      {props.day !== null && zone !== null && zone !== ownZone && (
        <>
          <span className={styles.quiet} aria-hidden>
            Times
          </span>
          <Segmented label="Times" size="sm" options={TIMES} value={props.times} onChange={props.onTimes} />
        </>
      )}
    </div>
  );
}
