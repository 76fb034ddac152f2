import { useState } from 'react';
import type { DayId, ItemId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Place } from '../logic/move-target.ts';
import styles from '../plan-view.module.css';
import { PlaceSelect, useUsualPlace } from './place-select.tsx';

/** Chooses a day and a place in it: what dragging does, without dragging. */
export function PlaceForm(props: {
  /** The item that is moved; `null` for one that comes new. */
  readonly moving: ItemId | null;
  readonly startDay: DayId | null;
  readonly verb: string;
  readonly onPlace: (place: Place, day: DayId | null) => void;
}) {
  const { moving } = props;
  const days = useMeeting((meeting) => meeting.days);
  const [day, setDay] = useState(props.startDay);
  const [chosen, setChosen] = useState<Place | null>(null);
  const usual = useUsualPlace(day, moving);
  const place = chosen ?? usual;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (place) props.onPlace(place, day);
      }}
    >
      <Select
        label="Day"
        items={days.map(({ id, date }) => ({ id, label: formatDate(date, 'weekday') }))}
        value={day}
        onChange={(id) => {
          setDay(id);
          setChosen(null);
        }}
      />
      <PlaceSelect day={day} moving={moving} value={place} onChange={setChosen} />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary" isDisabled={!place}>
          {props.verb}
        </Button>
      </div>
    </form>
  );
}
