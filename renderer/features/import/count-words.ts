import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { agendaItems, collectRegisters } from '../../../shared/domain/registers.ts';

/** What a record holds, in words: "3 days", "24 items", "1 cancelled item", "21 actions". What there is none of is left out. */
export function countWords(record: MeetingRecord): readonly string[] {
  const { actions, decisions } = collectRegisters(record);
  const topics = agendaItems(record).filter(({ kind }) => kind === 'topic' || kind === 'round');
  const cancelled = topics.filter((item) => item.cancelled !== null).length;
  const named: readonly (readonly [number, string, string])[] = [
    [record.days.length, 'day', 'days'],
    [topics.length - cancelled, 'item', 'items'],
    [cancelled, 'cancelled item', 'cancelled items'],
    [actions.length, 'action', 'actions'],
    [decisions.length, 'decision', 'decisions'],
    [record.people.length, 'person', 'people'],
    [record.proposals.length, 'proposal', 'proposals'],
    [record.logistics.length, 'way to join', 'ways to join'],
    [record.attachments.length, 'listed file', 'listed files'],
  ];
  const words = named.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  return words.length > 0 ? words : ['Nothing but a title'];
}
