import { useContext } from 'react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { findItem } from '../logic/move-target.ts';
import { DayActsContext } from './day-acts.tsx';
import { PlaceForm } from './place-form.tsx';

/** Chooses where an item goes. */
export function MoveForm(props: { readonly item: ItemId; readonly onDone: () => void }) {
  const { item, onDone } = props;
  const { moves } = useContext(DayActsContext);
  const days = useMeeting((meeting) => meeting.days);
  return (
    <PlaceForm
      moving={item}
      startDay={days[findItem(days, item)?.day ?? 0]?.id ?? null}
      verb="Move"
      onPlace={(place) => {
        onDone();
        moves.moveTo(item, place);
      }}
    />
  );
}
