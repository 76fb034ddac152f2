import { Plus } from 'lucide-react';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { TimesShown } from './day-table.tsx';
import { useAddDays } from './use-add-days.ts';

const TIMES: readonly { readonly id: TimesShown; readonly label: string }[] = [
  { id: 'both', label: 'Both' },
  { id: 'meeting', label: 'Meeting' },
  { id: 'mine', label: 'Mine' },
];

/** The days as segments, a new day, and whose clocks are shown. */
export function DayBar(props: {
  readonly day: DayId;
  readonly onDay: (day: DayId) => void;
  readonly times: TimesShown;
  readonly onTimes: (times: TimesShown) => void;
}) {
  const { readOnly, ownZone } = usePlan();
  const days = useMeeting((meeting) => meeting.days);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const options = days.map((day, i) => ({
    id: day.id,
    label: `Day ${i + 1} · ${day.title || formatDate(day.date, 'short').replace(/\s\D+$/, '')}`,
  }));
  const { addFrom, next } = useAddDays();
  return (
    <div className={styles.dayBar}>
      <Segmented label="Day" size="sm" options={options} value={props.day} onChange={props.onDay} />
      {!readOnly && (
        <IconButton
          size="sm"
          label="Add a day"
          icon={<Plus size={14} />}
          onPress={() => props.onDay(addFrom(next, 1))}
        />
      )}
      <span className={styles.grow} />
      {zone !== null && zone !== ownZone && (
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
