import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './plan-view.module.css';

/** Asks why something does not take place; no reason is an answer too. */
export function ReasonForm(props: {
  readonly description: string;
  readonly verb: string;
  readonly onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onReason(reason.trim());
      }}
    >
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        autoFocus
        description={props.description}
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary">
          {props.verb}
        </Button>
      </div>
    </form>
  );
}
