import { declineProposal } from '../../../../shared/doc/commands/proposals.ts';
import { usePlan } from '../plan-context.tsx';
import { ReasonForm } from '../reason-form.tsx';
import type { FormProps } from './proposal-form.tsx';

export function DeclineForm({ proposal, onDone }: FormProps) {
  const { doc, undoable } = usePlan();
  const title = proposal.title || 'Untitled proposal';
  return (
    <ReasonForm
      description="Whoever asked can read it here. It can be reopened."
      verb="Decline"
      onReason={(reason) => {
        undoable(`${title} declined`, () => declineProposal(doc, proposal.id, reason));
        onDone();
      }}
    />
  );
}
