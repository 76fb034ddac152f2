// A meeting as Markdown to read, to keep in a wiki, and to import again; the flavour is described in meeting-json.md.

import type { ItemId, ProposalId } from '../domain/ids.ts';
import type {
  Attachment,
  Comment,
  JoinWay,
  JoinWayKind,
  MeetingRecord,
  NextMeeting,
  Person,
  PersonKind,
  RecordProposal,
} from '../domain/meeting.ts';
import { itemNumbers } from '../domain/registers.ts';
import { createBuildContext } from './build-context.ts';
import { stampWords } from './build-printable.ts';
import { cutRecord, isEmptyText } from './cut-record.ts';
import { fieldList, joinParts, type MarkdownScene, people, renderDayMarkdown } from './markdown-days.ts';
import { renderRichMarkdown } from './markdown-rich.ts';
import { escapeLineStart, fieldText } from './markdown-text.ts';
import type { PublishOptions } from './publish-options.ts';

export const MARKDOWN_MARK = '<!-- quorum.meeting 1 -->';

interface Scene extends MarkdownScene {
  readonly numberOfItem: (id: ItemId | null) => string;
}

export function renderMarkdown(whole: MeetingRecord, options: PublishOptions): string {
  const { record } = cutRecord(whole, options);
  const context = createBuildContext(whole, record, options);
  const numbers = itemNumbers(whole);
  const scene: Scene = {
    nameOf: context.nameOf,
    decisionNumber: context.decisionNumber,
    decisionNumberOf: context.decisionNumberOf,
    numberOf: (item) => numbers.get(item.id) ?? '',
    numberOfItem: (id) => (id === null ? '' : (context.referTo(id)?.number ?? '')),
  };
  const dayNumbers = new Map(whole.days.map((day, index) => [day.id, index + 1]));
  const parts = [
    `${MARKDOWN_MARK}\n# ${fieldText(record.meta.title) || 'Untitled meeting'}`,
    `*${fieldText(options.status)}, ${stampWords(options.now, context.zone)}*`,
    renderFacts(record),
    titled('## Ways to join', record.logistics.map(renderWay)),
    renderPeople(record, scene),
    ...record.days.map((day) => renderDayMarkdown(day, dayNumbers.get(day.id) ?? 0, scene)),
    joinParts([
      record.proposals.length === 0 ? '' : '## Proposals',
      ...record.proposals.map((proposal) => renderProposal(proposal, record, scene)),
    ]),
    titled(
      '## Attachments',
      record.attachments.map((file) => renderAttachment(file, scene)),
    ),
    titled('## Next meetings', record.next.map(renderNext)),
  ];
  return `${joinParts(parts)}\n`;
}

function titled(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${heading}\n\n${lines.join('\n')}`;
}

function renderFacts({ meta, days }: MeetingRecord): string {
  const dates = days.map((day) => day.date).sort();
  const [first = ''] = dates;
  const last = dates.at(-1) ?? '';
  return fieldList([
    ['Series', fieldText(meta.series)],
    ['Dates', first === last ? first : `${first} to ${last}`],
    ['Time zone', meta.timeZone ?? ''],
  ]);
}

const WAYS: Readonly<Record<JoinWayKind, string>> = {
  link: 'Link',
  room: 'Room system',
  phone: 'Phone',
  place: 'Place',
  slides: 'Slides',
  other: 'Other',
};

function renderWay({ kind, label, value, details }: JoinWay): string {
  const parts = [label, value, details].map((part) => fieldText(part, '—'));
  while (parts.at(-1) === '') parts.pop();
  return `- ${WAYS[kind]}: ${parts.join(' — ').trim()}`.trimEnd();
}

const LISTS: readonly (readonly [kind: PersonKind, heading: string])[] = [
  ['attendee', '### Attendees'],
  ['guest', '### Guests'],
  ['absent', '### Absent'],
  ['named', '### Named'],
];

function renderPeople(record: MeetingRecord, scene: Scene): string {
  const lists = LISTS.map(([kind, heading]) => {
    const lines = record.people.filter((person) => person.kind === kind);
    return titled(
      heading,
      lines.map((person) => renderPerson(person, scene)),
    );
  });
  return record.people.length === 0 ? '' : joinParts(['## People', ...lists]);
}

function renderPerson(person: Person, scene: Scene): string {
  // An apology without a reason is a field without a value; every other empty field is none.
  const apologised = person.apology === '' ? ' · apology:' : '';
  const guestOf = person.guestOf.map(scene.numberOfItem).filter((number) => number !== '');
  return dotted(person.name, [
    ['email', person.email],
    ['organisation', person.organisation],
    ['role', person.role],
    ['remark', person.remark],
    ['apology', person.apology ?? ''],
    ['time zone', person.timeZone ?? ''],
    ['guest of', guestOf.join(', ')],
  ]).concat(apologised);
}

/** `- Name · key: value · key: value`. */
function dotted(name: string, fields: readonly (readonly [key: string, value: string])[]): string {
  const parts = fields.flatMap(([key, value]) =>
    value === '' ? [] : [`${key}: ${fieldText(value, '·')}`.trimEnd()],
  );
  return `- ${[escapeLineStart(fieldText(name, '·')), ...parts].join(' · ')}`;
}

function renderProposal(proposal: RecordProposal, record: MeetingRecord, scene: Scene): string {
  const comments = record.comments.filter((comment) => comment.proposal === proposal.id);
  return joinParts([
    `### ${fieldText(proposal.title) || 'Untitled proposal'}`,
    fieldList([
      ['State', proposal.state],
      ['Requested by', people(proposal.requestedBy, scene)],
      ['Request note', fieldText(proposal.requestNote)],
      ['Presenters', people(proposal.presenters, scene)],
      ['Estimate', fieldText(proposal.estimate)],
      ['Item', scene.numberOfItem(proposal.item)],
      ['Merged into', referToProposal(proposal.mergedInto, record)],
      ['Part of', referToProposal(proposal.splitFrom, record)],
      ['Reason', fieldText(proposal.reason)],
    ]),
    isEmptyText(proposal.notes) ? '' : `##### Notes\n\n${renderRichMarkdown(proposal.notes.content, scene)}`,
    titled('##### Comments', comments.map(renderComment)),
  ]);
}

/** "3 · Archive formats": which of the proposals, counted from 1; the title is for people. */
function referToProposal(id: ProposalId | null, { proposals }: MeetingRecord): string {
  const at = proposals.findIndex((proposal) => proposal.id === id);
  return at < 0 ? '' : `${at + 1} · ${fieldText(proposals[at]?.title ?? '')}`.trimEnd();
}

/** `- Name · at: moment · text: words`; lines are kept apart. */
function renderComment({ by, at, text }: Comment): string {
  const lines = text.split('\n').map((line) => fieldText(line));
  return `${dotted(by, [['at', new Date(at).toISOString()]])} · text: ${lines.join('<br>')}`.trimEnd();
}

function renderAttachment(file: Attachment, scene: Scene): string {
  return dotted(file.name, [
    ['label', file.label],
    ['author', file.author],
    ['date', file.date ?? ''],
    ['type', file.type],
    ['size', file.size === null ? '' : String(file.size)],
    ['sha256', file.sha256 ?? ''],
    ['item', scene.numberOfItem(file.item)],
  ]);
}

function renderNext({ title, dates, mode, note }: NextMeeting): string {
  return dotted(title, [
    ['dates', dates],
    ['mode', mode],
    ['note', note],
  ]);
}
