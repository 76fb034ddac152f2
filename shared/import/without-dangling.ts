import type { ItemId, PersonId, ProposalId } from '../domain/ids.ts';
import type { MeetingRecord, RecordItem } from '../domain/meeting.ts';

/** Leaves out references whose person or item is not in the meeting, as everything else of Quorum does. */
export function withoutDangling(record: MeetingRecord): MeetingRecord {
  const people = new Set(record.people.map((person) => person.id));
  const items = new Set<ItemId>();
  const collect = (item: RecordItem): void => {
    items.add(item.id);
    item.slots.forEach(collect);
  };
  for (const day of record.days) for (const block of day.blocks) block.items.forEach(collect);
  const known = (list: readonly PersonId[]): PersonId[] => list.filter((id) => people.has(id));
  const item = (entry: RecordItem): RecordItem => ({
    ...entry,
    presenters: known(entry.presenters),
    slots: entry.slots.map(item),
  });
  const itemOrNull = (id: ItemId | null): ItemId | null => (id !== null && items.has(id) ? id : null);
  const proposals = new Set(record.proposals.map(({ id }) => id));
  const proposalOrNull = (id: ProposalId | null) => (id !== null && proposals.has(id) ? id : null);
  return {
    ...record,
    people: record.people.map((person) => ({
      ...person,
      guestOf: person.guestOf.filter((id) => items.has(id)),
    })),
    days: record.days.map((day) => ({
      ...day,
      blocks: day.blocks.map((block) => ({
        ...block,
        moderators: known(block.moderators),
        items: block.items.map(item),
      })),
    })),
    proposals: record.proposals.map((proposal) => ({
      ...proposal,
      requestedBy: known(proposal.requestedBy),
      presenters: known(proposal.presenters),
      item: itemOrNull(proposal.item),
      mergedInto: proposalOrNull(proposal.mergedInto),
      splitFrom: proposalOrNull(proposal.splitFrom),
    })),
    comments: record.comments.filter(({ proposal }) => proposals.has(proposal)),
    attendance: record.attendance.filter(({ person }) => people.has(person)),
    attachments: record.attachments.map((attachment) => ({
      ...attachment,
      item: itemOrNull(attachment.item),
    })),
  };
}
