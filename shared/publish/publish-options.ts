import type { DayId } from '../domain/ids.ts';
import type { Instant, TimeZone } from '../domain/time.ts';

export type PublishWhat = 'minutes' | 'agenda';
export type Paper = 'A4' | 'Letter';

/** What a published copy contains. A part switched off is left out everywhere: contents, links and bookmarks too. */
export interface PublishOptions {
  readonly what: PublishWhat;
  /** The days to print; `null` is all of them. */
  readonly days: readonly DayId[] | null;
  readonly paper: Paper;
  /** Decisions, action items and cancelled items gathered at the front. */
  readonly summary: boolean;
  readonly preparation: boolean;
  /** Actual times beside the planned ones, from the run of the meeting. */
  readonly actualTimes: boolean;
  /** Phone numbers, room systems and access details; off for public copies. */
  readonly dialIn: boolean;
  readonly attachments: boolean;
  readonly proposals: boolean;
  /** What people said about the proposals; off unless asked for, since they were not written for readers of the minutes. */
  readonly comments: boolean;
  /** "Draft minutes", "Minutes v2", "Agenda". */
  readonly status: string;
  readonly now: Instant;
  /** The reader's zone: named beside the meeting's where they differ, and used where the meeting has none. */
  readonly ownZone?: TimeZone;
}

/** The usual copy: minutes without ways to dial in, an agenda with them and without what only minutes have. */
export function defaultPublishOptions(what: PublishWhat, now: Instant): PublishOptions {
  const minutes = what === 'minutes';
  return {
    what,
    days: null,
    paper: 'A4',
    summary: minutes,
    preparation: true,
    actualTimes: minutes,
    dialIn: !minutes,
    attachments: true,
    proposals: minutes,
    comments: false,
    status: minutes ? 'Draft minutes' : 'Agenda',
    now,
  };
}
