import { useContext, useState } from 'react';
import type { DayId, ItemId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { findItem, type Place } from '../logic/move-target.ts';
import styles from '../plan-view.module.css';
import { DayActsContext } from './day-acts.tsx';
import { PlaceSelect, useFirstPlace } from './place-select.tsx';

/** Chooses a day and a place in it for an item: what dragging does, without dragging. */
export function MoveForm(props: { readonly item: ItemId; readonly onDone: () => void }) {
  const { item, onDone } = props;
  const { moves } = useContext(DayActsContext);
  const days = useMeeting((meeting) => meeting.days);
  const [day, setDay] = useState<DayId | null>(() => days[findItem(days, item)?.day ?? 0]?.id ?? null);
  const [chosen, setChosen] = useState<Place | null>(null);
  const first = useFirstPlace(day, item);
  const place = chosen ?? first;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!place) return;
        onDone();
        moves.moveTo(item, place);
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
      <PlaceSelect day={day} moving={item} value={place} onChange={setChosen} />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary" isDisabled={!place}>
          Move
        </Button>
      </div>
    </form>
  );
}
