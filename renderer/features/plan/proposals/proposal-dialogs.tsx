// The dialogs of the proposals: a place in a day, what covers it, a part of its own, who presents it, a reason, and the
// proposal in full. One of each for the whole column.

import type { DayId, ProposalId } from '../../../../shared/domain/ids.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { PlaceForm } from '../days/place-form.tsx';
import { useSchedule } from '../use-schedule.ts';
import { DeclineForm } from './decline-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { PresenterForm } from './presenter-form.tsx';
import { type FormProps, ProposalForm } from './proposal-form.tsx';
import { SplitForm } from './split-form.tsx';

export type ProposalDialogKind = 'schedule' | 'merge' | 'split' | 'present' | 'decline' | 'edit';

export interface OpenDialog {
  readonly kind: ProposalDialogKind;
  readonly proposal: ProposalId;
  /** Where the focus goes when the proposal is no longer listed after it. */
  readonly focusBeside: () => void;
}

const TITLES: Readonly<Record<ProposalDialogKind, string>> = {
  schedule: 'Add to a day',
  merge: 'Merge',
  split: 'Split',
  present: 'Hand over',
  decline: 'Decline',
  edit: 'Proposal',
};

export function ProposalDialogs(props: {
  readonly open: OpenDialog | null;
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  readonly onClose: () => void;
}) {
  const { open, onClose } = props;
  const proposal = useMeeting((meeting) => meeting.proposals.find(({ id }) => id === open?.proposal) ?? null);
  const form = proposal && { proposal, onDone: onClose };
  return (
    <Dialog
      title={open && proposal ? `${TITLES[open.kind]}: ${proposal.title || 'Untitled proposal'}` : ''}
      size={open?.kind === 'edit' ? 'md' : 'sm'}
      isOpen={open !== null && proposal !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {open?.kind === 'schedule' && form && <ScheduleForm {...form} day={props.day} onDay={props.onDay} />}
      {open?.kind === 'merge' && form && <MergeForm {...form} />}
      {open?.kind === 'split' && form && <SplitForm {...form} />}
      {open?.kind === 'present' && form && <PresenterForm {...form} />}
      {open?.kind === 'decline' && form && <DeclineForm {...form} />}
      {open?.kind === 'edit' && form && <ProposalForm {...form} />}
    </Dialog>
  );
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
