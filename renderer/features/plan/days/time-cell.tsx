import { editItem } from '../../../../shared/doc/commands/items.ts';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { parseClock } from '../../../../shared/domain/plan-times.ts';
import { DAY_MINUTES, type TimeOfDay } from '../../../../shared/domain/time.ts';
import { announce } from '../../../ui/live-region.tsx';
import { EditCell } from '../edit-cell.tsx';
import { formatSlot, speakSlot } from '../logic/slot-words.ts';
import { usePlan } from '../plan-context.tsx';
import styles from './day-table.module.css';
import type { RowTimes } from './row-times.ts';

/** A start that can be typed. Typing pins it, Backspace takes the pin away. `own` shows and reads the reader's zone. */
export function TimeCell(props: {
  readonly item: AgendaItem;
  readonly name: string;
  readonly times: RowTimes;
  readonly own: boolean;
  readonly willStart: number | null;
}) {
  const { item, name, times, own } = props;
  const { doc, readOnly } = usePlan();
  const shift = times.ownShift ?? 0;
  const shown = (minutes: number | null) => (minutes === null || !own ? minutes : minutes + shift);
  const unpin = () => {
    if (item.start === null) return;
    editItem(doc, item.id, { start: null });
    announce('Not pinned any more.');
  };
  const commit = (text: string): string | null => {
    if (text === '') {
      unpin();
      return null;
    }
    const typed = parseClock(text);
    if (typed === null) return `“${text}” is not a time. Type it as 9:10.`;
    const start = own ? (typed - shift + DAY_MINUTES * 2) % DAY_MINUTES : typed;
    editItem(doc, item.id, { start: start as TimeOfDay });
    announce('Pinned.');
    return null;
  };
  const start = shown(times.start);
  const value = start === null ? '' : formatSlot(((start % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES, null);
  return (
    <EditCell
      cell="time"
      label={`Start of ${name}${own ? ', your time' : ''}`}
      spoken={speakSlot({
        start: times.start,
        end: times.end,
        zone: times.zone,
        ownStart: times.ownShift === null || times.start === null ? null : times.start + times.ownShift,
        pinned: times.pinned,
      })}
      value={value}
      onCommit={commit}
      onClear={item.start === null ? undefined : unpin}
      readOnly={readOnly}
      placeholder="9:10"
    >
      {props.willStart === null ? (
        formatSlot(start, shown(times.end)) || '–'
      ) : (
        <span className={styles.preview}>
          <s>{formatSlot(start, null)}</s> {formatSlot(shown(props.willStart), null)}
        </span>
      )}
    </EditCell>
  );
}
