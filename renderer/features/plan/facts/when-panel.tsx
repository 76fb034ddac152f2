import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { editDay } from '../../../../shared/doc/commands/days.ts';
import { editMeta } from '../../../../shared/doc/commands/meeting.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { TimeZone } from '../../../../shared/domain/time.ts';
import {
  addDays,
  daysBetween,
  formatDate,
  type formatDateRange,
  instantOf,
  zoneCity,
  zoneDifference,
  zoneLabel,
} from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { Button } from '../../../ui/button.tsx';
import { InlineText } from '../../../ui/inline-text.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { asCalendarDate } from '../logic/calendar-date.ts';
import { differenceWords } from '../logic/slot-words.ts';
import { usePlan } from '../plan-context.tsx';
import { Fact } from './fact.tsx';
import styles from './facts.module.css';
import { ZonePicker } from './zone-picker.tsx';

/** Dates, the zone the times are in, the difference to the reader's, and the series. */
export function WhenPanel() {
  const { doc, readOnly, ownZone } = usePlan();
  const { now } = useServices();
  const dates = useMeeting((meeting) => meeting.days.map((day) => day.date));
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const series = useMeeting((meeting) => meeting.meta.series);
  const [first, last] = [dates[0], dates.at(-1)];
  const at = first && zone ? instantOf(first, 12 * 60, zone) : now();
  const range =
    first && last ? (first === last ? formatDate(first, 'weekday') : spell(first, last)) : 'No day yet';
  return (
    <Panel level={2} title="When and where" icon={<CalendarDays />}>
      <ul className={styles.list}>
        <Fact name="Dates">
          {readOnly || !first ? (
            <span className={styles.value}>{range}</span>
          ) : (
            <Popover
              label="Dates"
              trigger={
                <Button variant="quiet" className={styles.edit} aria-label={`Dates: ${range}`}>
                  {range}
                </Button>
              }
            >
              {(close) => <DatesForm onDone={close} />}
            </Popover>
          )}
        </Fact>
        <Fact name="Zone">
          <ZonePicker
            zone={zone}
            at={at}
            onZone={(timeZone) => editMeta(doc, { timeZone })}
            readOnly={readOnly}
          />
        </Fact>
        <Fact name="Yours">
          <span className={styles.value}>{ownWords(zone, ownZone, at)}</span>
        </Fact>
        <Fact name="Series">
          <InlineText
            label="Series"
            value={series}
            onCommit={(text) => editMeta(doc, { series: text })}
            placeholder="A single meeting"
            readOnly={readOnly}
            className={styles.value}
          />
        </Fact>
      </ul>
    </Panel>
  );

  function ownWords(meeting: TimeZone | null, own: TimeZone, instant: typeof at): string {
    if (meeting === null) return zoneLabel(own, instant);
    return `${zoneCity(own)}, ${differenceWords(zoneDifference(meeting, own, instant))}`;
  }
}

/** "Tue 10 – Thu 12 March". */
function spell(first: Parameters<typeof formatDateRange>[0], last: typeof first): string {
  const from = formatDate(first, 'short');
  const month = (date: typeof first) => formatDate(date, 'short').split(' ').slice(2).join(' ');
  const start = month(first) === month(last) ? from.split(' ').slice(0, 2).join(' ') : from;
  return `${start} – ${formatDate(last, 'short')}`;
}

/** Moves the whole meeting: every day by as much as the first. */
function DatesForm({ onDone }: { readonly onDone: () => void }) {
  const { doc } = usePlan();
  const days = useMeeting((meeting) => meeting.days);
  const first = days[0]?.date ?? null;
  const [text, setText] = useState<string>(first ?? '');
  const date = asCalendarDate(text);
  const shift = first && date ? daysBetween(first, date) : 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        doc.transact(() => {
          for (const day of days) editDay(doc, day.id, { date: addDays(day.date, shift) });
        }, LOCAL);
        announce(`Moved by ${shift} days.`);
        onDone();
      }}
    >
      <TextField
        label="First day"
        type="date"
        value={text}
        onChange={setText}
        autoFocus
        description={
          days.length > 1
            ? `All ${days.length} days move together; one alone is moved in its own menu.`
            : undefined
        }
      />
      <Button type="submit" variant="primary" isDisabled={shift === 0}>
        Move the meeting
      </Button>
    </form>
  );
}
