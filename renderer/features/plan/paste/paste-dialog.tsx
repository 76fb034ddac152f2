// An agenda out of the clipboard: the text beside what it means, what was not understood, and one press that adds it.

import { useDeferredValue, useMemo, useState } from 'react';
import { addAgenda } from '../../../../shared/doc/commands/add-agenda.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { formatDate, wallTime } from '../../../../shared/domain/zones.ts';
import type { PasteProblem } from '../../../../shared/import/paste-agenda.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { Strip } from '../../../ui/strip.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './paste.module.css';
import { PasteFindings, PastePreview, type PreviewDay } from './paste-preview.tsx';
import { placeDays, readPaste } from './read-paste.ts';

export interface PasteDialogProps {
  /** The day it goes into; `null` where the meeting has none yet. */
  readonly day: DayId | null;
  readonly text: string;
  readonly onDay: (day: DayId) => void;
  readonly onClose: () => void;
}

export function PasteDialog(props: PasteDialogProps) {
  return (
    <Dialog title="Paste an agenda" size="xl" isOpen onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <PasteForm {...props} />
    </Dialog>
  );
}

const HINT = 'Cells of a spreadsheet, a table, or lines: 10:30 45m Networks @name';

const PROBLEMS: Readonly<Record<PasteProblem, string>> = {
  empty: 'No item was found in this text.',
  'too-long': 'This is more than an agenda. Paste the part that is one.',
};

function PasteForm({ text: given, day, onDay, onClose }: PasteDialogProps) {
  const { doc, newId, undoable, read: readNow } = usePlan();
  const { now, ownZone } = useServices();
  const { list } = usePlanPeople();
  const days = useMeeting((meeting) => meeting.days);
  const [text, setText] = useState(given);
  const [into, setInto] = useState(day);
  const [aliases, setAliases] = useState<ReadonlyMap<string, string>>(new Map());
  const target = days.find(({ id }) => id === into) ?? null;
  const date = target?.date ?? wallTime(now(), ownZone).date;
  const pasted = useDeferredValue(text);
  const result = useMemo(
    () => readPaste(pasted, { newId, people: list, date, aliases }),
    [pasted, newId, list, date, aliases],
  );
  const agenda = result.ok ? result.value : null;
  const placed = useMemo(
    () => (agenda ? placeDays(days, target?.id ?? date, agenda.days) : []),
    [agenda, days, target, date],
  );
  const people = useMemo(
    () => new Map([...list, ...(agenda?.people ?? [])].map((person) => [person.id, person])),
    [list, agenda],
  );
  const count = placed.reduce(
    (sum, { blocks }) => sum + blocks.reduce((all, { items }) => all + items.length, 0),
    0,
  );
  const add = () => {
    if (!agenda || count === 0) return;
    undoable(count === 1 ? '1 item added' : `${count} items added`, () => {
      const added = addAgenda(doc, newId, { people: agenda.people, days: placed });
      const shown = readNow().days.find(({ blocks }) =>
        blocks.some(({ items }) => items.some(({ id }) => id === added[0])),
      );
      if (shown) onDay(shown.id);
      return added.length > 0;
    });
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.sides}>
        <TextField
          label="Agenda as text"
          multiline
          rows={16}
          value={text}
          onChange={setText}
          autoFocus
          placeholder={HINT}
          className={styles.text}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              add();
            }
          }}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and may hold nothing else to focus */}
        <section aria-label="What was understood" className={styles.understood} tabIndex={0}>
          {agenda ? (
            <>
              <PastePreview days={previewOf(placed, days)} people={people} />
              <PasteFindings
                people={agenda.people}
                findings={agenda.findings}
                onMeant={(written, person) => setAliases(new Map(aliases).set(written, person))}
              />
            </>
          ) : text.trim() === '' ? (
            <p className={styles.quiet}>
              What you paste is shown here as it will be added. A row of column headings (Time, Minutes,
              Topic, Presenter, Moderator) says which cell is what; without one it is taken by what it holds.
            </p>
          ) : (
            <Strip boxed tone="warn" role="status">
              {result.ok ? '' : PROBLEMS[result.error]}
            </Strip>
          )}
        </section>
      </div>
      <div className={styles.foot}>
        {into !== null && days.length > 1 && (
          <Select
            label="Into"
            size="sm"
            items={days.map(({ id, date: each }, i) => ({
              id,
              label: `Day ${i + 1} · ${formatDate(each, 'short')}`,
            }))}
            value={into}
            onChange={setInto}
            className={styles.into}
          />
        )}
        <Button type="submit" variant="primary" isDisabled={count === 0}>
          {count === 1 ? 'Add 1 item' : `Add ${count} items`}
        </Button>
      </div>
    </form>
  );
}

function previewOf(placed: ReturnType<typeof placeDays>, days: readonly Day[]): readonly PreviewDay[] {
  return placed.map(({ to, blocks }, i) => {
    const there = typeof to === 'string' ? days.find(({ id }) => id === to) : undefined;
    const base = there ?? { id: `new-${i}` as DayId, title: '', date: newDate(to), blocks: [] };
    return { day: { ...base, blocks: [...base.blocks, ...blocks] }, isNew: there === undefined, blocks };
  });
}

function newDate(to: ReturnType<typeof placeDays>[number]['to']): CalendarDate {
  if (typeof to === 'string') throw new Error(`No day ${to} in this meeting`);
  return to.date;
}
