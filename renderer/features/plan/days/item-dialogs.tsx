// The dialogs a row can open: move to a place, cancel with a reason, and the details that have no column. One of each for
// the whole table, not one a row.

import { useState } from 'react';
import { cancelItem, editItem } from '../../../../shared/doc/commands/items.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, ItemKind } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import { ReasonForm } from '../reason-form.tsx';
import type { ItemDialogKind } from './day-acts.tsx';
import { KIND_NAMES } from './item-row.tsx';
import { MoveForm } from './move-form.tsx';

const TITLES = { move: 'Move to', cancel: 'Cancel', details: 'Details of' } as const;

export function ItemDialogs(props: {
  readonly open: { readonly kind: ItemDialogKind; readonly item: ItemId } | null;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  const wanted = open?.item;
  const item = useMeeting(
    (meeting) =>
      meeting.days
        .flatMap((day) => day.blocks.flatMap((block) => block.items))
        .flatMap((each) => [each, ...each.slots])
        .find(({ id }) => id === wanted) ?? null,
  );
  const name = item?.title || 'this item';
  return (
    <Dialog
      title={open ? (open.kind === 'move' ? `Move “${name}” to` : `${TITLES[open.kind]} “${name}”`) : ''}
      size="sm"
      isOpen={open !== null && item !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {open?.kind === 'move' && item && <MoveForm item={item.id} onDone={onClose} />}
      {open?.kind === 'cancel' && item && <CancelForm item={item} onDone={onClose} />}
      {open?.kind === 'details' && item && <DetailsForm item={item} onDone={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  readonly item: AgendaItem;
  readonly onDone: () => void;
}

function CancelForm({ item, onDone }: FormProps) {
  const { doc } = usePlan();
  return (
    <ReasonForm
      description="It stays on the agenda, struck through, and takes no time."
      verb="Cancel the item"
      onReason={(reason) => {
        cancelItem(doc, item.id, reason);
        onDone();
      }}
    />
  );
}

const KINDS = (Object.keys(KIND_NAMES) as ItemKind[]).map((id) => ({ id, label: KIND_NAMES[id] }));

function DetailsForm({ item, onDone }: FormProps) {
  const { doc } = usePlan();
  const [kind, setKind] = useState(item.kind);
  const [title, setTitle] = useState(item.title);
  const [note, setNote] = useState(item.presenterNote);
  const [tickets, setTickets] = useState(item.tickets.join(' '));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const named = tickets.split(/[\s,]+/).map((ticket) => ticket.replace(/^#/, ''));
        editItem(doc, item.id, {
          kind,
          title: title.trim(),
          presenterNote: note.trim(),
          tickets: named.filter((ticket) => ticket !== ''),
        });
        onDone();
      }}
    >
      <TextField label="Topic" value={title} onChange={setTitle} autoFocus />
      <Select label="Kind" items={KINDS} value={kind} onChange={setKind} />
      <TextField
        label="Remark on the presenters"
        value={note}
        onChange={setNote}
        placeholder="if not travelling"
      />
      <TextField label="Tickets" value={tickets} onChange={setTickets} placeholder="DOC-118 DOC-120" />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary">
          Done
        </Button>
      </div>
    </form>
  );
}
