// From a meeting and what is asked for to the document that is printed. What must not be seen is cut from the record
// first; everything after that works on the cut record.

import type { DayId } from '../domain/ids.ts';
import type { MeetingRecord } from '../domain/meeting.ts';
import { formatClock } from '../domain/plan-times.ts';
import type { Instant, TimeZone } from '../domain/time.ts';
import { formatDate, wallTime } from '../domain/zones.ts';
import { buildAttachments, buildClosing, buildProposals } from './build-annex.ts';
import { createBuildContext } from './build-context.ts';
import { buildDays } from './build-days.ts';
import { buildFacts, buildSubtitle, meetingDates, noteTakers } from './build-head.ts';
import { cutRecord } from './cut-record.ts';
import { gatherSummary, printedItems } from './gather-summary.ts';
import type { ContentsEntry, Printable } from './printable.ts';
import type { PublishOptions } from './publish-options.ts';

export function buildPrintable(record: MeetingRecord, options: PublishOptions): Printable {
  const cut = cutRecord(record, options);
  const context = createBuildContext(record, cut.record, options);
  const dayNumbers = new Map<DayId, number>(record.days.map((day, index) => [day.id, index + 1]));
  const days = buildDays(cut.record, context, (day) => dayNumbers.get(day.id) ?? 0);
  const title = record.meta.title.trim() || 'Untitled meeting';
  const body = {
    summary: options.summary && options.what === 'minutes' ? gatherSummary(days) : null,
    days,
    next: record.next,
    attachments: buildAttachments(cut.record, context),
    proposals: buildProposals(cut.record, context),
  };
  return {
    what: options.what,
    paper: options.paper,
    title,
    series: record.meta.series,
    status: options.status,
    stamp: stampWords(options.now, context.zone),
    subtitle: buildSubtitle(cut.record, context),
    dates: meetingDates(cut.record),
    authors: noteTakers(record).map((person) => person.name),
    facts: buildFacts(cut.record, context),
    leftOut: cut.leftOut,
    contents: buildContents(body),
    closing: buildClosing(cut.record, context),
    ...body,
  };
}

/** Without any zone to speak in, the date alone: in UTC it may be off by one, the hour would simply be wrong. */
export function stampWords(now: Instant, zone: TimeZone | null): string {
  if (zone === null) return formatDate(wallTime(now, 'UTC' as TimeZone).date, 'long');
  const { date, minutes } = wallTime(now, zone);
  return `${formatDate(date, 'long')} ${formatClock(minutes)}`;
}

type Body = Pick<Printable, 'summary' | 'days' | 'next' | 'attachments' | 'proposals'>;

function buildContents({ summary, days, next, attachments, proposals }: Body): readonly ContentsEntry[] {
  const section = (present: boolean, title: string, anchor: string): readonly ContentsEntry[] =>
    present ? [{ level: 1, number: '', title, anchor }] : [];
  return [
    ...section((summary?.decisions.length ?? 0) > 0, 'Decisions', 'decisions'),
    ...section((summary?.actions.length ?? 0) > 0, 'Action items', 'actions'),
    ...section((summary?.cancelled.length ?? 0) > 0, 'Cancelled items', 'cancelled'),
    ...days.flatMap((day): readonly ContentsEntry[] => [
      { level: 1, number: '', title: day.heading, anchor: day.anchor },
      ...printedItems([day]).map(({ number, title, anchor }) => ({
        level: 2 as const,
        number,
        title,
        anchor,
      })),
    ]),
    ...section(next.length > 0, 'Next meetings', 'next-meetings'),
    ...section(attachments.length > 0, 'Attachments', 'attachments'),
    ...section(proposals.length > 0, 'Proposals', 'proposals'),
  ];
}
