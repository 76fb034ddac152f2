// The dialogs of the proposals: a place in a day, an item that covers it, a reason, and the proposal in full.

import { useState } from 'react';
import { declineProposal, mergeProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { DayId, ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { PlaceForm } from '../days/place-form.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import { useSchedule } from '../use-schedule.ts';
import { ProposalForm } from './proposal-form.tsx';

export type ProposalDialogKind = 'schedule' | 'merge' | 'decline' | 'edit';

const TITLES: Readonly<Record<ProposalDialogKind, string>> = {
  schedule: 'Add to a day',
  merge: 'Merge into an item',
  decline: 'Decline',
  edit: 'Proposal',
};

export function ProposalDialogs(props: {
  readonly open: { readonly kind: ProposalDialogKind; readonly proposal: ProposalId } | null;
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  const proposal = useMeeting((meeting) => meeting.proposals.find(({ id }) => id === open?.proposal) ?? null);
  return (
    <Dialog
      title={open && proposal ? `${TITLES[open.kind]}: ${proposal.title || 'Untitled proposal'}` : ''}
      size={open?.kind === 'edit' ? 'md' : 'sm'}
      isOpen={open !== null && proposal !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {open?.kind === 'schedule' && proposal && (
        <ScheduleForm proposal={proposal} day={props.day} onDay={props.onDay} onDone={onClose} />
      )}
      {open?.kind === 'merge' && proposal && <MergeForm proposal={proposal} onDone={onClose} />}
      {open?.kind === 'decline' && proposal && <DeclineForm proposal={proposal} onDone={onClose} />}
      {open?.kind === 'edit' && proposal && <ProposalForm proposal={proposal} />}
    </Dialog>
  );
}

interface FormProps {
  readonly proposal: Proposal;
  readonly onDone: () => void;
}

function ScheduleForm(
  props: FormProps & { readonly day: DayId | null; readonly onDay: (day: DayId) => void },
) {
  const { proposal, onDay, onDone } = props;
  const schedule = useSchedule();
  return (
    <PlaceForm
      moving={null}
      startDay={props.day}
      verb="Add"
      onPlace={(place, day) => {
        if (!schedule(proposal.id, place)) return;
        announce(`${proposal.title} added to the agenda.`);
        if (day) onDay(day);
        onDone();
      }}
    />
  );
}

function MergeForm({ proposal, onDone }: FormProps) {
  const { doc } = usePlan();
  const items = useMeeting((meeting) =>
    meeting.days.flatMap((day) => day.blocks.flatMap((block) => block.items)),
  );
  const [item, setItem] = useState<ItemId | null>(null);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!item || !mergeProposal(doc, proposal.id, item)) return;
        announce(`${proposal.title} merged.`);
        onDone();
      }}
    >
      <ComboBox
        label="Item that covers it"
        items={items
          .filter(({ kind }) => kind !== 'break')
          .map(({ id, title }) => ({ id, label: title || 'Untitled item' }))}
        value={item}
        onChange={setItem}
        placeholder="Find an item"
        description="The proposal stays listed under Scheduled and links to the item."
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary" isDisabled={!item}>
          Merge
        </Button>
      </div>
    </form>
  );
}

function DeclineForm({ proposal, onDone }: FormProps) {
  const { doc } = usePlan();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        declineProposal(doc, proposal.id, reason.trim());
        announce(`${proposal.title} declined.`);
        onDone();
      }}
    >
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        autoFocus
        description="Whoever asked can read it here. It can be reopened."
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary">
          Decline
        </Button>
      </div>
    </form>
  );
}
