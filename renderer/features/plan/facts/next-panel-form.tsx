import { useState } from 'react';
import { addNextMeeting, editNextMeeting } from '../../../../shared/doc/commands/next-meetings.ts';
import type { NextMeeting } from '../../../../shared/domain/meeting.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './next-panel.module.css';
import { spanOf } from './next-panel-entries.ts';

/** Announces a meeting, or changes what was announced: dates stay as they are written. */
export function NextMeetingDialog(props: {
  readonly entry: NextMeeting | null;
  readonly onClose: () => void;
}) {
  const { entry, onClose } = props;
  return (
    <Dialog
      title={entry ? 'Announced meeting' : 'Announce a meeting'}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <NextMeetingForm entry={entry} onClose={onClose} />
    </Dialog>
  );
}

const MODES = ['virtual', 'in person', 'hybrid'];

function NextMeetingForm({
  entry,
  onClose,
}: {
  readonly entry: NextMeeting | null;
  readonly onClose: () => void;
}) {
  const { doc, newId } = usePlan();
  const [fields, setFields] = useState({
    title: entry?.title ?? '',
    dates: entry?.dates ?? '',
    mode: entry?.mode ?? '',
    note: entry?.note ?? '',
  });
  const set = (patch: Partial<typeof fields>) => setFields({ ...fields, ...patch });
  const modes = [...MODES, ...(fields.mode === '' || MODES.includes(fields.mode) ? [] : [fields.mode])];
  const isEmpty = Object.values(fields).every((field) => field.trim() === '');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        if (entry) editNextMeeting(doc, entry.id, fields);
        else addNextMeeting(doc, newId, fields);
        onClose();
      }}
    >
      <TextField
        label="Dates"
        value={fields.dates}
        onChange={(dates) => set({ dates })}
        autoFocus
        placeholder="12–14 May 2026"
        description={spanWords(fields.dates)}
      />
      <TextField label="Title" value={fields.title} onChange={(title) => set({ title })} />
      <Select
        label="How"
        items={[
          { id: '', label: 'Not said' },
          ...modes.map((id) => ({ id, label: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` })),
        ]}
        value={fields.mode}
        onChange={(mode) => set({ mode })}
      />
      <TextField
        label="Note"
        value={fields.note}
        onChange={(note) => set({ note })}
        placeholder="Where, who hosts"
      />
      <div className={styles.foot}>
        <Button type="submit" variant="primary" isDisabled={isEmpty}>
          {entry ? 'Change' : 'Announce'}
        </Button>
      </div>
    </form>
  );
}

function spanWords(dates: string): string {
  const span = spanOf(dates);
  if (!span)
    return dates.trim() === '' ? 'As you would write them' : 'Kept as written; no date with a year in it yet';
  if (span.first === span.last) return formatDate(span.first, 'weekday');
  return `${formatDate(span.first, 'weekday')} to ${formatDate(span.last, 'weekday')}`;
}
