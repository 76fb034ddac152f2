// What stands after the last day: next meetings, attachments, and proposals with what became of them.

import { assertNever } from '../base/assert-never.ts';
import type { ProposalId } from '../domain/ids.ts';
import type { Attachment, Comment, MeetingRecord, RecordProposal } from '../domain/meeting.ts';
import { shownName } from '../domain/peer-colour.ts';
import { formatClock } from '../domain/plan-times.ts';
import { standsFor } from '../domain/proposal-lineage.ts';
import { deriveRun } from '../domain/run-state.ts';
import { formatDate, formatDateRange, wallTime } from '../domain/zones.ts';
import type { BuildContext } from './build-context.ts';
import { buildRich, createLinkNotes } from './build-rich.ts';
import type { ItemReference, PrintAttachment, PrintComment, PrintProposal } from './printable.ts';

export function buildAttachments(record: MeetingRecord, context: BuildContext): readonly PrintAttachment[] {
  return record.attachments.map((file) => ({
    name: file.name,
    label: file.label,
    author: file.author,
    date: file.date === null ? '' : formatDateRange(file.date, file.date),
    type: typeWords(file),
    item: file.item === null ? null : context.referTo(file.item),
  }));
}

/** The kind as written, or the last part of a MIME type; with the size where it is known. */
function typeWords({ type, size }: Attachment): string {
  const [, subtype] = /^[\w.+-]+\/([\w.+-]+)$/u.exec(type) ?? [];
  const kind = subtype === undefined ? type : (subtype.split('.').at(-1) ?? subtype).toUpperCase();
  return [kind, size === null ? '' : formatSize(size)].filter((part) => part !== '').join(', ');
}

export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const NO_ITEM: ItemReference = { number: '', title: '', anchor: '' };

export function buildProposals(record: MeetingRecord, context: BuildContext): readonly PrintProposal[] {
  const titles = new Map(record.proposals.map(({ id, title }) => [id, title || 'Untitled proposal']));
  const titleOf = (id: ProposalId | null): string | null => (id === null ? null : (titles.get(id) ?? null));
  return record.proposals.map((proposal) => {
    const notes = createLinkNotes();
    const stands = standsFor(record.proposals, proposal);
    const item = stands.item === null ? null : context.referTo(stands.item);
    return {
      title: proposal.title,
      requestedBy: [...context.namesOf(proposal.requestedBy), proposal.requestNote]
        .filter((part) => part !== '')
        .join(', '),
      presenters: context.namesOf(proposal.presenters).join(', '),
      estimate: proposal.estimate,
      outcome: outcomeWords(proposal, titleOf(proposal.mergedInto), item),
      partOf: titleOf(proposal.splitFrom) ?? '',
      item,
      notes: buildRich(proposal.notes, { context, item: item ?? NO_ITEM, notes }),
      links: notes.list,
      comments: record.comments
        .filter((comment) => comment.proposal === proposal.id)
        .map((comment) => printComment(comment, context)),
    };
  });
}

function printComment({ by, at, text }: Comment, { zone }: BuildContext): PrintComment {
  const date = zone === null ? '' : `, ${formatDate(wallTime(at, zone).date, 'long')}`;
  return { head: `${shownName(by)}${date}`, lines: text.split('\n') };
}

/** `into` is the title of the proposal it was merged into, `null` for none; `item` is where that stands, or it itself. */
function outcomeWords(proposal: RecordProposal, into: string | null, item: ItemReference | null): string {
  const number = item === null || item.number === '' ? '' : ` ${item.number}`;
  switch (proposal.state) {
    case 'open':
      return 'Open';
    case 'scheduled':
      return number === '' ? 'Scheduled' : `Scheduled as${number}`;
    case 'merged':
      if (into !== null) return `Merged into “${into}”${number === '' ? '' : ` (${number.trim()})`}`;
      return number === '' ? 'Merged' : `Merged into${number}`;
    case 'declined':
      return proposal.reason === '' ? 'Declined' : `Declined: ${proposal.reason}`;
    default:
      return assertNever(proposal.state);
  }
}

/** "The meeting closed at 14:36 on 12 March 2026", once it has, and where its clock is known. */
export function buildClosing(record: MeetingRecord, { zone }: BuildContext): string {
  const run = deriveRun(record.run);
  const ends = [...run.done.values()].map((stay) => stay.end);
  const last = ends.sort((a, b) => a - b).at(-1);
  if (run.phase !== 'ended' || zone === null || last === undefined) return '';
  const { date, minutes } = wallTime(last, zone);
  return `The meeting closed at ${formatClock(minutes)} on ${formatDate(date, 'long')}.`;
}
