import type { DayId, ItemId } from '../../../../shared/domain/ids.ts';
import type { Day } from '../../../../shared/domain/meeting.ts';
import { formatClock, planDay } from '../../../../shared/domain/plan-times.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Select } from '../../../ui/select.tsx';
import { type Place, type PlaceChoice, placesIn } from '../logic/move-target.ts';
import { namesOf, type PeopleById } from '../logic/person-search.ts';
import { usualPlace } from '../logic/usual-place.ts';
import { usePlanPeople } from '../plan-context.tsx';

function useDay(id: DayId | null): Day | null {
  return useMeeting((meeting) => meeting.days.find((day) => day.id === id) ?? null);
}

/** The place that is chosen until another one is. */
export function useUsualPlace(day: DayId | null, moving: ItemId | null): Place | null {
  const chosen = useDay(day);
  return chosen && usualPlace(chosen, moving);
}

/** The places of one day, each named by what stands before it and the time it would start. */
export function PlaceSelect(props: {
  readonly day: DayId | null;
  readonly moving: ItemId | null;
  readonly value: Place | null;
  readonly onChange: (place: Place) => void;
}) {
  const { moving, value, onChange } = props;
  const { byId } = usePlanPeople();
  const day = useDay(props.day);
  if (!day) return null;
  const choices = placesIn(day, moving);
  const plan = planDay(day);
  const keyOf = (place: Place) => `${place.block} ${place.index}`;
  const startOf = ({ after, place }: PlaceChoice) =>
    after ? plan.slots.get(after)?.end : plan.blocks.get(place.block)?.start;
  return (
    <Select
      label="Place"
      items={choices.map((choice) => {
        const start = startOf(choice) ?? null;
        return {
          id: keyOf(choice.place),
          label: `${start === null ? '' : `${formatClock(start)}  `}${placeWords(day, choice, byId)}`,
        };
      })}
      value={value ? keyOf(value) : null}
      onChange={(key) => {
        const chosen = choices.find(({ place }) => keyOf(place) === key);
        if (chosen) onChange(chosen.place);
      }}
      placeholder="No block in this day yet"
    />
  );
}

function placeWords(day: Day, { after, place }: PlaceChoice, people: PeopleById): string {
  const index = day.blocks.findIndex(({ id }) => id === place.block);
  const block = day.blocks[index];
  if (!block) return '';
  if (after !== null) {
    const item = block.items.find(({ id }) => id === after);
    return `after ${item?.title || (item?.kind === 'break' ? 'the break' : 'an untitled item')}`;
  }
  const moderators = namesOf(block.moderators, people).join(', ');
  const name = block.title || (moderators === '' ? `block ${index + 1}` : `the block of ${moderators}`);
  return `first in ${name}`;
}
