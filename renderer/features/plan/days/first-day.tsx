// A meeting without a day: what is asked first, and all that is asked, is when it is. The cursor then waits in the line
// that takes the first item.

import { CalendarDays, ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { addDays, formatDate } from '../../../../shared/domain/zones.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { asCalendarDate } from '../logic/calendar-date.ts';
import { usePasteAgenda } from '../paste/paste-host.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './first-day.module.css';
import { useAddDays } from './use-add-days.ts';

const LENGTHS = ['1', '2', '3', '4', '5', '6', '7'].map((id) => ({
  id,
  label: id === '1' ? 'One day' : `${id} days`,
}));

export function FirstDay({ onDay }: { readonly onDay: (day: DayId) => void }) {
  const { readOnly } = usePlan();
  return (
    <Empty
      icon={<CalendarDays />}
      title={readOnly ? 'No day yet' : 'When is it?'}
      text={readOnly ? undefined : 'Each day gets its own agenda. All of this can be changed later.'}
      action={!readOnly && <FirstDayForm onDay={onDay} />}
    />
  );
}

function FirstDayForm({ onDay }: { readonly onDay: (day: DayId) => void }) {
  const { addFrom, next } = useAddDays();
  const paste = usePasteAgenda();
  const [text, setText] = useState<string>(next);
  const [length, setLength] = useState('1');
  const date = asCalendarDate(text);
  const count = Number(length);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!date) return;
        onDay(addFrom(date, count));
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-cell="quick"]')?.focus());
      }}
    >
      <div className={styles.fields}>
        <TextField label="First day" type="date" value={text} onChange={setText} />
        <Select label="Length" items={LENGTHS} value={length} onChange={setLength} />
      </div>
      <p className={styles.said} aria-live="polite">
        {date &&
          (count === 1
            ? formatDate(date, 'weekday')
            : `${formatDate(date, 'weekday')} to ${formatDate(addDays(date, count - 1), 'weekday')}`)}
      </p>
      <div className={styles.acts}>
        <Button type="submit" variant="primary" isDisabled={!date}>
          {count === 1 ? 'Add a day' : `Add ${count} days`}
        </Button>
        <Button variant="quiet" icon={<ClipboardPaste />} onPress={() => paste(null, '')}>
          Paste an agenda…
        </Button>
      </div>
    </form>
  );
}
