import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { agendaItems, itemNumbers } from '../../../shared/domain/registers.ts';

/** "2.3 Search index trial", by item. */
export function itemLabels(record: MeetingRecord): ReadonlyMap<ItemId, string> {
  const numbers = itemNumbers(record);
  return new Map(
    agendaItems(record).map((item) => [item.id, `${numbers.get(item.id) ?? ''} ${item.title}`.trim()]),
  );
}
