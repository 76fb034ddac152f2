import { addBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../../shared/doc/commands/days.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { CalendarDate } from '../../../../shared/domain/time.ts';
import { addDays, wallTime } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { useServices } from '../../../session/services.tsx';
import { usePlan } from '../plan-context.tsx';

export interface AddDays {
  /** The day after the last one; today, when there is none. */
  readonly next: CalendarDate;
  /** Adds `count` days from `date` on, each with an empty block, and says which is the first of them. */
  readonly addFrom: (date: CalendarDate, count: number) => DayId;
}

export function useAddDays(): AddDays {
  const { doc, newId, ownZone } = usePlan();
  const { now } = useServices();
  const last = useMeeting((meeting) => meeting.days.at(-1)?.date ?? null);
  const zone = useMeeting((meeting) => meeting.meta.timeZone);
  const addOne = (date: CalendarDate) => {
    const day = addDay(doc, newId, { date });
    addBlock(doc, newId, day);
    return day;
  };
  return {
    next: last ? addDays(last, 1) : wallTime(now(), zone ?? ownZone).date,
    addFrom: (date, count) =>
      doc.transact(() => {
        const first = addOne(date);
        for (let i = 1; i < count; i += 1) addOne(addDays(date, i));
        return first;
      }, LOCAL),
  };
}
