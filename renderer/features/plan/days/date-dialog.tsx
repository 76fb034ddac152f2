import { useState } from 'react';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { asCalendarDate } from '../logic/calendar-date.ts';

/** Asks for the date of a day. */
export function DateDialog(props: {
  readonly isOpen: boolean;
  readonly date: CalendarDate;
  readonly onClose: () => void;
  readonly onDate: (date: CalendarDate) => void;
}) {
  const { isOpen, onClose } = props;
  return (
    <Dialog title="Change the date" size="sm" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DateForm {...props} />
    </Dialog>
  );
}

function DateForm(props: {
  readonly date: CalendarDate;
  readonly onClose: () => void;
  readonly onDate: (date: CalendarDate) => void;
}) {
  const [text, setText] = useState<string>(props.date);
  const date = asCalendarDate(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!date) return;
        props.onDate(date);
        props.onClose();
      }}
    >
      <TextField
        label="Date"
        type="date"
        value={text}
        onChange={setText}
        autoFocus
        description={date ? formatDate(date, 'weekday') : 'The items keep their times.'}
      />
      <p>
        <Button type="submit" variant="primary" isDisabled={!date}>
          Change
        </Button>
      </p>
    </form>
  );
}
