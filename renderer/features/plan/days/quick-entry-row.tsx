// The line at the end of a block that becomes an item: understood as you type, shown as chips, added by Enter. Several
// lines that are pasted here are shown as an agenda first.

import { Plus } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, memo, useId, useState } from 'react';
import { addItem } from '../../../../shared/doc/commands/items.ts';
import { addPerson } from '../../../../shared/doc/commands/people.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { parseEstimate } from '../../../../shared/domain/estimate.ts';
import type { BlockId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import { formatClock, planDay } from '../../../../shared/domain/plan-times.ts';
import { type CalendarDate, MINUTE, type TimeOfDay } from '../../../../shared/domain/time.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { Chip } from '../../../ui/chip.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { beforeClose } from '../logic/before-close.ts';
import { namesOf } from '../logic/person-search.ts';
import { parseQuickEntry, type QuickEntry } from '../logic/quick-entry.ts';
import { usePasteAgenda } from '../paste/paste-host.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './quick-entry.module.css';

export const QuickEntryRow = memo(function QuickEntryRow(props: {
  readonly block: BlockId;
  readonly date: CalendarDate;
  /** When the block ends so far, for the start an entry without one would get. */
  readonly end: number | null;
}) {
  const { list } = usePlanPeople();
  const { read } = usePlan();
  const addEntry = useAddEntry(props.block);
  const paste = usePasteAgenda();
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(false);
  const hintId = useId();
  const entry = text.trim() === '' ? null : parseQuickEntry(text, list);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    }
    if (event.key !== 'Enter' || !entry) return;
    event.preventDefault();
    const [doubt] = entry.unclear;
    if (doubt) {
      announce(
        `${doubt.typed} could be ${doubt.candidates.map(({ name }) => name).join(' or ')}. Type more of the name.`,
      );
      return;
    }
    addEntry(entry);
    announce(`${entry.title || 'Item'} added.`);
    setText('');
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!pasted.trim().includes('\n')) return;
    event.preventDefault();
    const day = read().days.find(({ blocks }) => blocks.some(({ id }) => id === props.block));
    if (day) paste(day.id, pasted);
  };
  return (
    <tr className={styles.row}>
      <td className={styles.cell}>
        <Plus size={14} aria-hidden className={styles.icon} />
        <input
          type="text"
          data-cell="quick"
          className={styles.input}
          aria-label="Add an item"
          aria-describedby={hintId}
          placeholder={focused ? '10:30 45m Topic @presenter' : 'Add an item'}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <span id={hintId} className="visually-hidden">
          A time, a length, the topic and @ names in one line; Enter adds it.
        </span>
      </td>
      {entry && (
        <td className={styles.chips} aria-live="polite">
          <EntryChips entry={entry} date={props.date} end={props.end} />
        </td>
      )}
    </tr>
  );
});

function EntryChips(props: {
  readonly entry: QuickEntry;
  readonly date: CalendarDate;
  readonly end: number | null;
}) {
  const { entry } = props;
  const { byId } = usePlanPeople();
  const start = entry.start ?? props.end;
  const estimate = parseEstimate(entry.duration);
  const length = estimate ? Math.round(estimate.low / MINUTE) : null;
  const weekday = formatDate(props.date, 'short').split(' ')[0];
  const range =
    start === null
      ? null
      : `${weekday} ${formatClock(start)}${length ? `–${formatClock(start + length)}` : ''}`;
  return (
    <>
      {range !== null && <Chip tone={entry.start === null ? 'neutral' : 'accent'}>{range}</Chip>}
      {length !== null && (start === null || !estimate?.sure) && <Chip>{entry.duration}</Chip>}
      {entry.kind !== 'topic' && <Chip>{entry.kind === 'break' ? 'Break' : 'Close'}</Chip>}
      {entry.title !== '' && <Chip>{entry.title}</Chip>}
      {entry.presenters.length > 0 && <Chip>{namesOf(entry.presenters, byId).join(', ')}</Chip>}
      {entry.newPeople.map((name) => (
        <Chip key={name} tone="accent">
          New: {name}
        </Chip>
      ))}
      {entry.unclear.map(({ typed, candidates }) => (
        <Chip key={typed} tone="warn">
          {candidates.map(({ name }) => name).join(' or ')}?
        </Chip>
      ))}
      {entry.tickets.map((ticket) => (
        <Chip key={ticket}>#{ticket}</Chip>
      ))}
    </>
  );
}

/** A start that is typed says where in the block the entry belongs; without one it comes last, before the close. */
function indexByTime(day: Day, block: BlockId, start: TimeOfDay | null): number | undefined {
  const items = day.blocks.find(({ id }) => id === block)?.items ?? [];
  if (start === null) return beforeClose(items);
  const { slots } = planDay(day);
  const later = items.findIndex((item) => (slots.get(item.id)?.start ?? -1) > start);
  return later < 0 ? undefined : later;
}

function useAddEntry(block: BlockId): (entry: QuickEntry) => void {
  const { doc, newId, read } = usePlan();
  return ({ newPeople, unclear: _, ...entry }) => {
    const day = read().days.find(({ blocks }) => blocks.some(({ id }) => id === block));
    doc.transact(() => {
      const added = newPeople.map((name) => addPerson(doc, newId, { name, kind: 'attendee' }));
      const fields = { ...entry, presenters: [...entry.presenters, ...added] };
      addItem(doc, newId, block, fields, day && indexByTime(day, block, entry.start));
    }, LOCAL);
  };
}
