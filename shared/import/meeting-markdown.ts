// Reads back the Markdown that Quorum writes (shared/publish/meeting-json.md). Exact where the file is as written; what somebody
// added by hand and has no place is reported, not dropped.

import type { AttachmentId, DecisionId, ItemId, JoinWayId, NextMeetingId } from '../domain/ids.ts';
import type { Attachment, JoinWay, JoinWayKind, MeetingRecord, NextMeeting } from '../domain/meeting.ts';
import { isCalendarDate } from '../domain/rich-text-attrs.ts';
import type { CalendarDate, TimeZone } from '../domain/time.ts';
import { isTimeZone } from '../domain/zones.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { oneLine } from './html-text.ts';
import { dayHeading, type MarkdownDayContext, readMarkdownDay } from './meeting-markdown-days.ts';
import {
  blockText,
  dottedFields,
  field,
  fieldsOf,
  listLines,
  type MarkdownSection,
  sectionsOf,
} from './meeting-markdown-fields.ts';
import { createMarkdownPeople } from './meeting-markdown-people.ts';
import { readMarkdownProposals } from './meeting-markdown-proposals.ts';
import { decisionNumber } from './meeting-markdown-text.ts';
import { type MarkdownBlock, parseMarkdownTree, unmask } from './meeting-markdown-tree.ts';
import type { ImportOptions } from './read-record.ts';

/** The first line of such a file; its number is the version of the form. */
export const MEETING_MARKDOWN = /^\s*<!--\s*quorum\.meeting\s+(\d{1,6})\s*-->/;
export const MEETING_MARKDOWN_VERSION = 1;

export function readMeetingMarkdown(
  text: string,
  report: ReportDraft,
  options: ImportOptions,
): MeetingRecord {
  const { newId } = options;
  const { intro, sections } = sectionsOf(parseMarkdownTree(text), 2);
  const lost = (line: number, words: string): void => {
    if (words.trim() !== '')
      report.find('leftover', line, unmask(words), 'This has no place in a meeting. It was not imported.');
  };
  const people = createMarkdownPeople(newId, lost);
  for (const section of sections) if (section.heading === 'People') people.read(section);
  const context: MarkdownDayContext = {
    newId,
    person: people.named,
    decision: decisionIds(
      sections.flatMap((section) => section.blocks),
      newId,
    ),
    lost,
    items: new Map<string, ItemId>(),
  };
  const { title, fields } = readHead(intro, lost);
  const zone = field(fields, 'time zone');
  const days = sections.flatMap((section) => {
    const head = dayHeading(section.heading);
    return head === null || !isCalendarDate(head.date) ? [] : [readMarkdownDay(head, section, context)];
  });
  const named = (heading: string): MarkdownSection[] =>
    sections.filter((section) => section.heading === heading);
  for (const section of sections) {
    if (!KNOWN.includes(section.heading) && dayHeading(section.heading) === null) {
      lost(section.line, section.heading);
      for (const block of section.blocks) lost(block.line, blockText(block));
    }
  }
  const proposals = readMarkdownProposals(named('Proposals'), context);
  const attachments = linesIn(named('Attachments'), lost).map((line) => readAttachment(line, context));
  return {
    meta: {
      title: title === '' ? 'Untitled meeting' : title,
      series: field(fields, 'series'),
      timeZone: options.timeZone ?? (isTimeZone(zone) ? (zone as TimeZone) : null),
      state: 'draft',
      template: false,
      createdAt: options.now,
    },
    logistics: linesIn(named('Ways to join'), lost).map(
      (line): JoinWay => ({ id: newId() as JoinWayId, ...readWay(line) }),
    ),
    people: people.finish(context.items),
    days,
    proposals: proposals.list,
    comments: proposals.comments,
    run: [],
    attendance: [],
    attachments,
    next: linesIn(named('Next meetings'), lost).map((line): NextMeeting => readNext(line, newId)),
  };
}

const KNOWN = ['Ways to join', 'People', 'Proposals', 'Attachments', 'Next meetings'];

type Lost = (line: number, words: string) => void;

function readHead(
  intro: readonly MarkdownBlock[],
  lost: Lost,
): { title: string; fields: ReturnType<typeof fieldsOf> } {
  let title = '';
  let fields: ReturnType<typeof fieldsOf> = new Map();
  for (const block of intro) {
    if (block.kind === 'heading' && block.level === 1 && title === '') title = unmask(blockText(block));
    else if (block.kind === 'list' && fields.size === 0) fields = fieldsOf(block);
    // The line in italics says which copy this is.
    else if (block.kind !== 'html' && !isItalic(block)) lost(block.line, blockText(block));
  }
  return { title, fields };
}

function isItalic(block: MarkdownBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  return block.inline.nodes.every(
    (node) => node.type === 'text' && node.marks?.some((mark) => mark.type === 'italic'),
  );
}

/** Ids of the decisions in a file, by number, before any of them is read: one may replace a later one. */
function decisionIds(
  blocks: readonly MarkdownBlock[],
  newId: () => string,
): (number: number) => DecisionId | null {
  const ids = new Map<number, DecisionId>();
  const collect = (block: MarkdownBlock): void => {
    const number = block.kind === 'paragraph' ? decisionNumber(block.inline) : null;
    if (number !== null && !ids.has(number)) ids.set(number, newId() as DecisionId);
    if (block.kind === 'list') for (const item of block.items) item.forEach(collect);
    if (block.kind === 'quote') block.blocks.forEach(collect);
  };
  blocks.forEach(collect);
  return (number) => ids.get(number) ?? null;
}

function linesIn(sections: readonly MarkdownSection[], lost: Lost): string[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== 'list') lost(block.line, blockText(block));
      return listLines(block).map((line) => line.text);
    }),
  );
}

const WAYS: Readonly<Record<string, JoinWayKind>> = {
  link: 'link',
  'room system': 'room',
  phone: 'phone',
  place: 'place',
  slides: 'slides',
  other: 'other',
};

/** `Link: Label — value — details` */
function readWay(text: string): Omit<JoinWay, 'id'> {
  const at = text.indexOf(':');
  const kind = WAYS[text.slice(0, Math.max(at, 0)).toLowerCase()];
  const [label = '', value = '', ...details] = text
    .slice(kind === undefined ? 0 : at + 1)
    .split('—')
    .map((part) => oneLine(unmask(part)));
  return { kind: kind ?? 'other', label, value, details: details.join(' — ') };
}

function readAttachment(text: string, context: MarkdownDayContext): Attachment {
  const { name, fields } = dottedFields(text);
  const date = field(fields, 'date');
  const size = field(fields, 'size');
  const sha256 = field(fields, 'sha256');
  return {
    id: context.newId() as AttachmentId,
    name,
    label: field(fields, 'label'),
    author: field(fields, 'author'),
    date: isCalendarDate(date) ? (date as CalendarDate) : null,
    type: field(fields, 'type'),
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
    item: context.items.get(field(fields, 'item')) ?? null,
  };
}

function readNext(text: string, newId: () => string): NextMeeting {
  const { name, fields } = dottedFields(text);
  const { dates, mode, note } = {
    dates: field(fields, 'dates'),
    mode: field(fields, 'mode'),
    note: field(fields, 'note'),
  };
  return { id: newId() as NextMeetingId, title: name, dates, mode, note };
}
