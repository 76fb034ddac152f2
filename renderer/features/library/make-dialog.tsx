// Asks what has to be known before a meeting is made of another: what it is called, when it is, and what it takes along.

import { useEffect, useState } from 'react';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { isCalendarDate } from '../../../shared/domain/rich-text-attrs.ts';
import { shiftDays } from '../../../shared/domain/shift-dates.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { formatDate, wallTime } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { useMeetings } from '../../session/use-meetings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Strip } from '../../ui/strip.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LibraryQuestion } from './library-question.ts';
import styles from './make-dialog.module.css';
import { planNew, readSource, type Source, suggestFirstDay } from './make-meetings.ts';
import type { MeetingSummary } from './meeting-summary.ts';

export interface MakeDialogProps {
  readonly question: LibraryQuestion;
  readonly onMade: (id: MeetingId) => void;
  readonly onClose: () => void;
}

export function MakeDialog(props: MakeDialogProps) {
  const { question, onClose } = props;
  const services = useServices();
  const meetings = useMeetings();
  const [source, setSource] = useState<Source | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let isOpen = true;
    const from = question.kind === 'new-from' ? question.source : { kind: 'own' as const, id: question.id };
    readSource(services, from).then(
      (read) => isOpen && setSource(read),
      (error: unknown) => isOpen && setProblem(wordsOf(error)),
    );
    return () => {
      isOpen = false;
    };
  }, [services, question]);
  return (
    <Dialog
      title={question.kind === 'duplicate' ? 'Duplicate' : 'New from template'}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {problem !== '' && <Problem text={problem} />}
      {source && meetings && <MakeForm {...props} source={source} meetings={meetings} />}
    </Dialog>
  );
}

const TAKEN = [
  { id: 'plan', label: 'The plan' },
  { id: 'everything', label: 'Everything' },
] as const;

function MakeForm(
  props: MakeDialogProps & { readonly source: Source; readonly meetings: readonly MeetingSummary[] },
) {
  const { question, source } = props;
  const services = useServices();
  const isCopy = question.kind === 'duplicate';
  const [title, setTitle] = useState(source.title);
  const [text, setText] = useState<string>(() =>
    suggestFirstDay(source, props.meetings, wallTime(services.now(), services.ownZone).date),
  );
  const [taken, setTaken] = useState<(typeof TAKEN)[number]['id']>('plan');
  const [proposals, setProposals] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const date = isCalendarDate(text) ? (text as CalendarDate) : null;
  const hasDays = source.dates.length > 0;
  const isWhole = taken === 'everything';
  const make = async () => {
    if (!isWhole && hasDays && !date) return;
    setBusy(true);
    setProblem('');
    try {
      const dates = date ? shiftDays(source.dates, date) : [];
      props.onMade(
        isWhole && isCopy
          ? await services.library.duplicate(question.id)
          : await planNew(services, source, { title, dates, proposals }),
      );
      props.onClose();
    } catch (error) {
      setBusy(false);
      setProblem(wordsOf(error));
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {isCopy && (
        <div className={styles.taken}>
          <Segmented label="Take along" options={TAKEN} value={taken} onChange={setTaken} />
          <p className={styles.hint}>
            {isWhole
              ? 'An exact copy with its minutes, actions, files and dates. Only the run begins anew.'
              : 'People, ways to join, agenda and preparation. Not the minutes, actions and files.'}
          </p>
        </div>
      )}
      {!isWhole && (
        <>
          <TextField label="Title" value={title} onChange={setTitle} autoFocus={!isCopy} />
          {hasDays && (
            <TextField label="First day" type="date" value={text} onChange={setText} autoFocus={isCopy} />
          )}
          {hasDays && <Days dates={date ? shiftDays(source.dates, date) : []} />}
          {isCopy && source.openProposals > 0 && (
            <Switch
              label={
                source.openProposals === 1
                  ? 'The open proposal too'
                  : `The ${source.openProposals} open proposals too`
              }
              checked={proposals}
              onChange={setProposals}
            />
          )}
        </>
      )}
      {problem !== '' && <Problem text={problem} />}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" isDisabled={busy || (!isWhole && hasDays && !date)}>
          {isCopy ? 'Duplicate' : 'Make the meeting'}
        </Button>
      </div>
    </form>
  );
}

const MOST_DAYS = 5;

/** Each day that it will have: working days stay working days, so the distance alone does not say which they are. */
function Days({ dates }: { readonly dates: ReturnType<typeof shiftDays> }) {
  const shown = dates
    .slice(0, MOST_DAYS)
    .map((date) => formatDate(date, dates.length === 1 ? 'weekday' : 'short'));
  const more = dates.length - shown.length;
  return (
    <p className={styles.days} aria-live="polite">
      {dates.length === 0 ? 'Not a date yet' : [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')}
    </p>
  );
}

function Problem({ text }: { readonly text: string }) {
  return (
    <Strip boxed tone="warn" role="status">
      <strong>No meeting was made.</strong> {text}
    </Strip>
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
