// Makes the next meeting out of this one: people, ways to join and as much of the agenda as is wanted. The series is what
// links the two; a meeting without one gets it here.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { editMeta } from '../../../../shared/doc/commands/meeting.ts';
import { addNextMeeting, editNextMeeting } from '../../../../shared/doc/commands/next-meetings.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { readRecord, writeRecord } from '../../../../shared/doc/record.ts';
import type { NextMeeting } from '../../../../shared/domain/meeting.ts';
import { type AgendaTaken, planAgain } from '../../../../shared/domain/plan-again.ts';
import { nextFirstDay } from '../../../../shared/domain/series.ts';
import { isWorkingDay, spreadDays } from '../../../../shared/domain/shift-dates.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDateRange,
  wallTime,
} from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Strip } from '../../../ui/strip.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { asCalendarDate } from '../logic/calendar-date.ts';
import { usePlan } from '../plan-context.tsx';
import styles from './next-panel.module.css';
import { type SeriesMeeting, type Span, spanOf } from './next-panel-entries.ts';

export interface PlanNextProps {
  /** The announcement that is planned; `null` for a meeting nobody spoke of yet. */
  readonly entry: NextMeeting | null;
  readonly meetings: readonly SeriesMeeting[];
  readonly onClose: () => void;
}

export function PlanNextDialog(props: PlanNextProps) {
  return (
    <Dialog
      title="Plan the next meeting"
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <PlanNextForm {...props} />
    </Dialog>
  );
}

const AGENDAS: readonly { readonly id: AgendaTaken; readonly label: string }[] = [
  { id: 'all', label: 'Same items' },
  { id: 'frame', label: 'Frame' },
  { id: 'none', label: 'Empty' },
];

const AGENDA_WORDS: Readonly<Record<AgendaTaken, string>> = {
  all: 'Every item that was not cancelled, with its length and presenters.',
  frame: 'Blocks with moderators, breaks, rounds and the close, at their times.',
  none: 'Days without items.',
};

const LENGTHS = Array.from({ length: 10 }, (_, i) => ({
  id: String(i + 1),
  label: i === 0 ? 'One day' : `${i + 1} days`,
}));

function PlanNextForm({ entry, meetings, onClose }: PlanNextProps) {
  const { ownZone } = usePlan();
  const { now } = useServices();
  const meta = useMeeting((meeting) => meeting.meta);
  const dates = useMeeting((meeting) => meeting.days.map(({ date }) => date));
  const open = useMeeting((meeting) => meeting.proposals.filter(({ state }) => state === 'open').length);
  const [suggested] = useState(() => suggest());
  const [title, setTitle] = useState(entry?.title || meta.title);
  const [series, setSeries] = useState(meta.series || meta.title);
  const [text, setText] = useState<string>(suggested.first);
  const [count, setCount] = useState(String(suggested.count));
  const [agenda, setAgenda] = useState<AgendaTaken>('all');
  const [proposals, setProposals] = useState(true);
  const { plan, busy, problem } = usePlanNext(onClose);
  const first = asCalendarDate(text);
  const days = first ? spreadDays(dates, first, Number(count)) : [];
  const last = days.at(-1);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (days.length > 0) void plan({ entry, title, series, dates: days, agenda, proposals });
      }}
    >
      <TextField label="Title" value={title} onChange={setTitle} />
      <div className={styles.row}>
        <TextField label="First day" type="date" value={text} onChange={setText} autoFocus />
        <Select label="Length" items={LENGTHS} value={count} onChange={setCount} />
      </div>
      <p className={styles.hint} aria-live="polite">
        {first && last
          ? first === last
            ? formatDate(first, 'weekday')
            : `${formatDate(first, 'weekday')} to ${formatDate(last, 'weekday')}`
          : 'Not a date yet'}
      </p>
      <div className={styles.agenda}>
        <span className={styles.label}>Agenda</span>
        <Segmented label="Agenda" options={AGENDAS} value={agenda} onChange={setAgenda} />
        <span className={styles.hint}>{AGENDA_WORDS[agenda]}</span>
      </div>
      {open > 0 && (
        <Switch
          label={open === 1 ? 'The open proposal too' : `The ${open} open proposals too`}
          checked={proposals}
          onChange={setProposals}
        />
      )}
      {meta.series === '' && (
        <TextField
          label="Series"
          value={series}
          onChange={setSeries}
          description="Links this meeting and the next."
        />
      )}
      {problem !== '' && (
        <Strip boxed tone="warn" role="status">
          <strong>No meeting was made.</strong> {problem}
        </Strip>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" isDisabled={busy || days.length === 0}>
          Plan it
        </Button>
      </div>
    </form>
  );

  /** As announced, else in the rhythm of the series. */
  function suggest(): { first: CalendarDate; count: number } {
    const span = entry && spanOf(entry.dates);
    if (span) return { first: span.first, count: daysOf(span, dates) };
    const others = meetings.filter(
      (other) => meta.series !== '' && !other.template && other.series === meta.series,
    );
    const held = [...dates.slice(0, 1), ...others.flatMap(({ firstDay }) => firstDay ?? [])];
    return { first: nextFirstDay(held, wallTime(now(), ownZone).date), count: Math.max(1, dates.length) };
  }
}

/** A weekend between announced days is none of them, unless this meeting had one. */
function daysOf({ first, last }: Span, dates: readonly CalendarDate[]): number {
  const all = Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
  const wanted = dates.every(isWorkingDay) && isWorkingDay(first) ? all.filter(isWorkingDay) : all;
  return Math.min(LENGTHS.length, wanted.length);
}

interface Planned {
  readonly entry: NextMeeting | null;
  readonly title: string;
  readonly series: string;
  readonly dates: readonly CalendarDate[];
  readonly agenda: AgendaTaken;
  readonly proposals: boolean;
}

function usePlanNext(onDone: () => void) {
  const { doc, newId } = usePlan();
  const { library, now } = useServices();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const make = async ({ entry, ...planned }: Planned) => {
    const record = readRecord(doc);
    const { timeZone } = record.meta;
    const { dates } = planned;
    const [first = null] = dates;
    const next = record.next.filter((other) => {
      const span = spanOf(other.dates);
      return other.id !== entry?.id && first !== null && span !== null && span.first > first;
    });
    const how = { ...planned, timeZone, template: false, prep: false, next, createdAt: now() };
    const id = await library.create((to) => writeRecord(to, planAgain(record, how, newId)));
    doc.transact(() => {
      const [from, last] = [dates[0], dates.at(-1)];
      const written = from && last ? formatDateRange(from, last) : '';
      if (record.meta.series === '') editMeta(doc, { series: planned.series });
      if (!entry) addNextMeeting(doc, newId, { dates: written });
      else if (!spanOf(entry.dates)) editNextMeeting(doc, entry.id, { dates: written });
    }, LOCAL);
    return id;
  };
  const plan = async (planned: Planned) => {
    setBusy(true);
    setProblem('');
    try {
      const id = await make(planned);
      onDone();
      navigate(`/m/${id}/plan`);
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return { plan, busy, problem };
}
