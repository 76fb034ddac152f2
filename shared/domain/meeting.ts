// A whole meeting as plain, immutable data. `Meeting` is what the screens read (shared/doc/read-meeting.ts mirrors the
// Y.Doc into it, unchanged parts keep their identity); `MeetingRecord` adds the texts, for import, export and JSON.
// Lists are in display order. References to people are ids into `people`; a reference whose entity is gone is left out.

import type {
  AttachmentId,
  AttendanceId,
  BlockId,
  CommentId,
  DayId,
  ItemId,
  JoinWayId,
  NextMeetingId,
  PersonId,
  ProposalId,
} from './ids.ts';
import type { RichDoc } from './rich-text.ts';
import type { RunEvent } from './run-event.ts';
import type { CalendarDate, Instant, TimeOfDay, TimeZone } from './time.ts';

export interface Meeting<I extends AgendaItem = AgendaItem, P extends Proposal = Proposal> {
  readonly meta: MeetingMeta;
  readonly logistics: readonly JoinWay[];
  readonly people: readonly Person[];
  readonly days: readonly Day<I>[];
  readonly proposals: readonly P[];
  /** On proposals, oldest first. */
  readonly comments: readonly Comment[];
  readonly run: readonly RunEvent[];
  readonly attendance: readonly AttendanceSpan[];
  readonly attachments: readonly Attachment[];
  readonly next: readonly NextMeeting[];
}

/** A meeting with all its texts. */
export type MeetingRecord = Meeting<RecordItem, RecordProposal>;

export type MeetingState = 'draft' | 'open' | 'running' | 'closed' | 'published';

export interface MeetingMeta {
  readonly title: string;
  /** Name of the series, or '' for a single meeting. */
  readonly series: string;
  /** `null` is floating: the times are known, the zone is not. */
  readonly timeZone: TimeZone | null;
  readonly state: MeetingState;
  /** A pattern to make meetings from; it is never run. */
  readonly template: boolean;
  readonly createdAt: Instant;
}

export type JoinWayKind = 'link' | 'room' | 'phone' | 'place' | 'slides' | 'other';

/** One line of logistics: a way to join, the place, or (kind `slides`) the policy on slides. */
export interface JoinWay {
  readonly id: JoinWayId;
  readonly kind: JoinWayKind;
  readonly label: string;
  readonly value: string;
  readonly details: string;
}

/** `named` is somebody the meeting mentions (presenter, assignee) who is on no list of it. */
export type PersonKind = 'attendee' | 'guest' | 'absent' | 'named';

export interface Person {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly role: string;
  /** Part-time and other remarks as written: "off and on", "from 12:00 by phone". */
  readonly remark: string;
  /** Apology with its reason; '' is an apology without one, `null` is none. */
  readonly apology: string | null;
  /** Where they take part, for calls in their own time; `null` where nobody said. */
  readonly timeZone: TimeZone | null;
  /** Items a guest comes for. */
  readonly guestOf: readonly ItemId[];
}

export interface Day<I extends AgendaItem = AgendaItem> {
  readonly id: DayId;
  readonly date: CalendarDate;
  readonly title: string;
  readonly blocks: readonly Block<I>[];
}

export interface Block<I extends AgendaItem = AgendaItem> {
  readonly id: BlockId;
  readonly title: string;
  readonly moderators: readonly PersonId[];
  readonly items: readonly I[];
}

export type ItemKind = 'topic' | 'round' | 'break' | 'close';

export interface AgendaItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly title: string;
  readonly presenters: readonly PersonId[];
  /** Remark on the presenters as written: "if not boarding a flight". */
  readonly presenterNote: string;
  /** A pinned start; `null` flows after the item before it. */
  readonly start: TimeOfDay | null;
  /** Planned length as written ("30", "1 hour?", "30 mins+", ""); read it with `parseEstimate`. */
  readonly duration: string;
  /** Reason of a cancelled item, '' without one; `null` is not cancelled. Cancelled items stay and take no time. */
  readonly cancelled: string | null;
  readonly tickets: readonly string[];
  /** Sub-slots of a round, in order; [] for other kinds. */
  readonly slots: readonly this[];
}

export interface RecordItem extends AgendaItem {
  readonly prep: RichDoc;
  readonly minutes: RichDoc;
}

export type ProposalState = 'open' | 'scheduled' | 'merged' | 'declined';

export interface Proposal {
  readonly id: ProposalId;
  readonly title: string;
  readonly requestedBy: readonly PersonId[];
  /** Requester that is no person, as written: "by request of the team". */
  readonly requestNote: string;
  /** Who is to present it instead of those who asked; empty: those who asked. */
  readonly presenters: readonly PersonId[];
  /** Time asked for, as written; read it with `parseEstimate`. */
  readonly estimate: string;
  readonly state: ProposalState;
  /** Reason, with state `declined`. */
  readonly reason: string;
  /** The item it became, with state `scheduled` or `merged`. */
  readonly item: ItemId | null;
  /** The proposal that covers it, with state `merged`; `null` when that is an item. */
  readonly mergedInto: ProposalId | null;
  /** The proposal it was a part of. */
  readonly splitFrom: ProposalId | null;
}

export interface RecordProposal extends Proposal {
  readonly notes: RichDoc;
}

export interface Comment {
  readonly id: CommentId;
  readonly proposal: ProposalId;
  /** Name of who wrote it, as known at that moment. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/** Somebody was there from one moment to another. Whoever comes and goes has several; they may overlap. */
export interface AttendanceSpan {
  readonly id: AttendanceId;
  readonly person: PersonId;
  readonly from: Instant;
  /** `null`: still there. */
  readonly to: Instant | null;
  /** As written: "off and on", "by phone". */
  readonly note: string;
}

export interface Attachment {
  readonly id: AttachmentId;
  readonly name: string;
  readonly label: string;
  readonly author: string;
  readonly date: CalendarDate | null;
  /** MIME type, or the kind as written ("PDF File") where only that is known. */
  readonly type: string;
  /** Bytes; `null` when only listed. */
  readonly size: number | null;
  /** Content hash (hex) when the bytes are kept; `null` when only listed. */
  readonly sha256: string | null;
  readonly item: ItemId | null;
}

export interface NextMeeting {
  readonly id: NextMeetingId;
  readonly title: string;
  /** Dates as written. */
  readonly dates: string;
  readonly mode: string;
  readonly note: string;
}
