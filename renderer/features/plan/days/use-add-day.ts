import { addBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../../shared/doc/commands/days.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { addDays, wallTime } from '../../../../shared/domain/zones.ts';
import { useServices } from '../../../session/services.tsx';
import { usePlan } from '../plan-context.tsx';

/** Adds the day after the last one (today, when it is the first) with an empty block, and says which it is. */
export function useAddDay(): () => DayId {
  const { doc, newId, ownZone, read } = usePlan();
  const { now } = useServices();
  return () =>
    doc.transact(() => {
      const { days, meta } = read();
      const last = days.at(-1);
      const date = last ? addDays(last.date, 1) : wallTime(now(), meta.timeZone ?? ownZone).date;
      const day = addDay(doc, newId, { date });
      addBlock(doc, newId, day);
      return day;
    }, LOCAL);
}
