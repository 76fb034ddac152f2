import type { MeetingRecord } from '../domain/meeting.ts';
import { collectRegisters } from '../domain/registers.ts';
import type { FidelityCounts } from './fidelity-report.ts';

export function countRecord(record: MeetingRecord): FidelityCounts {
  const blocks = record.days.flatMap((day) => day.blocks);
  const items = blocks.flatMap((block) => block.items);
  const { actions, decisions } = collectRegisters(record);
  return {
    days: record.days.length,
    blocks: blocks.length,
    items: items.filter((item) => item.kind === 'topic' || item.kind === 'round').length,
    breaks: items.filter((item) => item.kind === 'break').length,
    closes: items.filter((item) => item.kind === 'close').length,
    cancelled: items.filter((item) => item.cancelled !== null).length,
    actions: actions.length,
    decisions: decisions.length,
    attendees: record.people.filter((person) => person.kind === 'attendee').length,
    apologies: record.people.filter((person) => person.apology !== null).length,
    people: record.people.length,
    proposals: record.proposals.length,
    attachments: record.attachments.length,
    waysToJoin: record.logistics.length,
    nextMeetings: record.next.length,
  };
}
