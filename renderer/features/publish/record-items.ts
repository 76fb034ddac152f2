import type { MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import { agendaItems, plainText } from '../../../shared/domain/registers.ts';

/** Items that are to be talked about: no breaks, no closes, nothing cancelled. */
export function plannable(record: MeetingRecord): readonly RecordItem[] {
  return agendaItems(record).filter(
    (item) => item.cancelled === null && (item.kind === 'topic' || item.kind === 'round'),
  );
}

/** A round is minuted when one of its slots is. */
export function isMinuted(item: RecordItem): boolean {
  return plainText(item.minutes).trim() !== '' || item.slots.some(isMinuted);
}
