// A whole meeting as JSON, in the form of meeting-json.md. The same meeting gives the same bytes: each list of fields below
// is the order in which they are written, and the compiler sees to it that none is missing.

import type { ItemId } from '../domain/ids.ts';
import type {
  Attachment,
  AttendanceSpan,
  Block,
  Comment,
  Day,
  JoinWay,
  MeetingMeta,
  MeetingRecord,
  NextMeeting,
  Person,
  RecordItem,
  RecordProposal,
} from '../domain/meeting.ts';
import { formatClock, type PlannedSlot, planDay } from '../domain/plan-times.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { orderRichDoc } from './order-rich-doc.ts';
import { type FieldOrder, ordered } from './ordered-fields.ts';

export const MEETING_JSON_FORMAT = 'quorum.meeting';
export const MEETING_JSON_VERSION = 1;

export function writeMeetingJson(record: MeetingRecord): string {
  const file = {
    format: MEETING_JSON_FORMAT,
    version: MEETING_JSON_VERSION,
    meta: ordered(record.meta, META),
    logistics: record.logistics.map((way) => ordered(way, JOIN_WAY)),
    people: record.people.map((person) => ordered(person, PERSON)),
    days: record.days.map(dayFields),
    proposals: record.proposals.map((proposal) => ({
      ...ordered(proposal, PROPOSAL),
      notes: orderRichDoc(proposal.notes),
    })),
    comments: record.comments.map((comment) => ordered(comment, COMMENT)),
    run: record.run.map((event) => ordered(event, RUN_EVENT)),
    attendance: record.attendance.map((span) => ordered(span, ATTENDANCE)),
    attachments: record.attachments.map((attachment) => ordered(attachment, ATTACHMENT)),
    next: record.next.map((next) => ordered(next, NEXT)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function dayFields(day: Day<RecordItem>): object {
  const { slots } = planDay(day);
  return {
    ...ordered(day, DAY),
    blocks: day.blocks.map((block) => ({
      ...ordered(block, BLOCK),
      items: block.items.map((item) => itemFields(item, slots)),
    })),
  };
}

function itemFields(item: RecordItem, slots: ReadonlyMap<ItemId, PlannedSlot>): object {
  const planned = slots.get(item.id);
  const clock = (minutes: number | null | undefined): string | null =>
    minutes === null || minutes === undefined ? null : formatClock(minutes);
  const { prep, minutes, slots: subSlots } = item;
  return {
    ...ordered(item, ITEM),
    planned: { start: clock(planned?.start), end: clock(planned?.end) },
    prep: orderRichDoc(prep),
    minutes: orderRichDoc(minutes),
    slots: subSlots.map((slot) => itemFields(slot, slots)),
  };
}

const META: FieldOrder<MeetingMeta> = {
  title: 1,
  series: 1,
  timeZone: 1,
  state: 1,
  template: 1,
  createdAt: 1,
};
const JOIN_WAY: FieldOrder<JoinWay> = { id: 1, kind: 1, label: 1, value: 1, details: 1 };
const PERSON: FieldOrder<Person> = {
  id: 1,
  kind: 1,
  name: 1,
  email: 1,
  organisation: 1,
  role: 1,
  remark: 1,
  apology: 1,
  timeZone: 1,
  guestOf: 1,
};
const DAY: FieldOrder<Omit<Day, 'blocks'>> = { id: 1, date: 1, title: 1 };
const BLOCK: FieldOrder<Omit<Block, 'items'>> = { id: 1, title: 1, moderators: 1 };
const ITEM: FieldOrder<Omit<RecordItem, 'prep' | 'minutes' | 'slots'>> = {
  id: 1,
  kind: 1,
  title: 1,
  presenters: 1,
  presenterNote: 1,
  start: 1,
  duration: 1,
  cancelled: 1,
  tickets: 1,
};
const PROPOSAL: FieldOrder<Omit<RecordProposal, 'notes'>> = {
  id: 1,
  title: 1,
  requestedBy: 1,
  requestNote: 1,
  presenters: 1,
  estimate: 1,
  state: 1,
  reason: 1,
  item: 1,
  mergedInto: 1,
  splitFrom: 1,
};
const COMMENT: FieldOrder<Comment> = { id: 1, proposal: 1, by: 1, at: 1, text: 1 };
const ATTENDANCE: FieldOrder<AttendanceSpan> = { id: 1, person: 1, from: 1, to: 1, note: 1 };
const RUN_EVENT: FieldOrder<RunEvent> = {
  id: 1,
  at: 1,
  by: 1,
  type: 1,
  item: 1,
  from: 1,
  to: 1,
  minutes: 1,
  after: 1,
  changes: 1,
  role: 1,
  person: 1,
  event: 1,
};
const ATTACHMENT: FieldOrder<Attachment> = {
  id: 1,
  name: 1,
  label: 1,
  author: 1,
  date: 1,
  type: 1,
  size: 1,
  sha256: 1,
  item: 1,
};
const NEXT: FieldOrder<NextMeeting> = { id: 1, title: 1, dates: 1, mode: 1, note: 1 };
