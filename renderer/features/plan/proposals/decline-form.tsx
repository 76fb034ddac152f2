import { useState } from 'react';
import { declineProposal } from '../../../../shared/doc/commands/proposals.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { FormProps } from './proposal-form.tsx';

export function DeclineForm({ proposal, onDone }: FormProps) {
  const { doc, undoable } = usePlan();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        undoable(`${proposal.title} declined`, () => declineProposal(doc, proposal.id, reason.trim()));
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
