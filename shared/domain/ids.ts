import type { Brand } from '../base/brand.ts';

export type MeetingId = Brand<string, 'MeetingId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type DayId = Brand<string, 'DayId'>;
export type BlockId = Brand<string, 'BlockId'>;
export type ItemId = Brand<string, 'ItemId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
export type JoinWayId = Brand<string, 'JoinWayId'>;
export type AttachmentId = Brand<string, 'AttachmentId'>;
export type CommentId = Brand<string, 'CommentId'>;
export type AttendanceId = Brand<string, 'AttendanceId'>;
export type NextMeetingId = Brand<string, 'NextMeetingId'>;
export type ActionId = Brand<string, 'ActionId'>;
export type DecisionId = Brand<string, 'DecisionId'>;
export type EventId = Brand<string, 'EventId'>;

/** Gives a fresh id (at least 120 random bits, `[A-Za-z0-9_-]`). Passed in: shared/ has no randomness of its own. */
export type NewId = () => string;
