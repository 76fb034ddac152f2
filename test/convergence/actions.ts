// Everything a person can do to a meeting, chosen by numbers: the same numbers on the same document do the same.

import * as Y from 'yjs';
import { repairStructure } from '../../renderer/editor/repair.ts';
import { editAction } from '../../shared/doc/commands/actions.ts';
import { addAttachment, editAttachment, removeAttachment } from '../../shared/doc/commands/attachments.ts';
import { addAttendance, editAttendance, removeAttendance } from '../../shared/doc/commands/attendance.ts';
import { addBlock, editBlock, moveBlock, removeBlock } from '../../shared/doc/commands/blocks.ts';
import { addComment, editComment, removeComment } from '../../shared/doc/commands/comments.ts';
import { addDay, editDay, removeDay } from '../../shared/doc/commands/days.ts';
import { duplicateItem } from '../../shared/doc/commands/duplicate-item.ts';
import * as items from '../../shared/doc/commands/items.ts';
import { addJoinWay, editJoinWay, moveJoinWay, removeJoinWay } from '../../shared/doc/commands/join-ways.ts';
import { editMeta } from '../../shared/doc/commands/meeting.ts';
import {
  addNextMeeting,
  editNextMeeting,
  removeNextMeeting,
} from '../../shared/doc/commands/next-meetings.ts';
import * as people from '../../shared/doc/commands/people.ts';
import * as proposals from '../../shared/doc/commands/proposals.ts';
import { appendRunEvent } from '../../shared/doc/commands/run.ts';
import { itemsOf } from '../../shared/doc/locate.ts';
import { readMeeting } from '../../shared/doc/read-meeting.ts';
import { elementsOf, itemText, proposalNotes, writeRichText } from '../../shared/doc/texts.ts';
import type { ActionId, EventId, ItemId, NewId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { RichDoc } from '../../shared/domain/rich-text.ts';
import type { CalendarDate, Instant, TimeOfDay } from '../../shared/domain/time.ts';
import { SCHEMA } from '../shared/doc/rich-docs.ts';

/** Numbers that choose; each is read modulo what there is to choose from. */
export type Picks = readonly [number, number, number, number];

export interface Scope {
  readonly doc: Y.Doc;
  readonly meeting: Meeting;
  readonly picks: Picks;
  readonly newId: NewId;
  /** A word nobody wrote before. */
  readonly word: string;
}

type Action = (scope: Scope) => unknown;

const NONE = 'none' as never;
const KINDS = ['topic', 'round', 'break', 'close'] as const;

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

const idOf = <T extends { readonly id: unknown }>(list: readonly T[], n: number): T['id'] =>
  pick(list, n)?.id ?? NONE;
const some = <T extends { readonly id: unknown }>(list: readonly T[], n: number): T['id'][] =>
  list.filter((_, i) => (n >> i) & 1).map(({ id }) => id);

const day = ({ meeting, picks }: Scope, n = 0) => idOf(meeting.days, picks[n] ?? 0);
const blocks = ({ meeting }: Scope) => meeting.days.flatMap((other) => other.blocks);
const block = (scope: Scope, n = 0) => idOf(blocks(scope), scope.picks[n] ?? 0);
const item = ({ meeting, picks }: Scope, n = 0): ItemId => idOf(itemsOf(meeting), picks[n] ?? 0);
const round = ({ meeting, picks }: Scope, n = 1) =>
  idOf(
    itemsOf(meeting).filter(({ kind }) => kind === 'round'),
    picks[n] ?? 0,
  );
const person = ({ meeting, picks }: Scope) => idOf(meeting.people, picks[0]);
const proposal = ({ meeting, picks }: Scope) => idOf(meeting.proposals, picks[0]);

function anyText(scope: Scope): Y.XmlFragment | null {
  const which = scope.picks[1] % 3;
  if (which === 2) return proposalNotes(scope.doc, proposal(scope));
  return itemText(scope.doc, item(scope), which === 1 ? 'prep' : 'minutes');
}

const paragraphOf = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const;

function actionDoc({ word, newId }: Scope): RichDoc {
  const attrs = { id: newId() as ActionId, assignees: [], helpers: [], due: null, status: 'open' } as const;
  const rest = { deferredTo: null, carriedFrom: null };
  return {
    type: 'doc',
    content: [
      { type: 'actionItem', attrs: { ...attrs, ...rest }, content: [paragraphOf(word)] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraphOf('point')] }] },
    ],
  };
}

function withText(scope: Scope, edit: (text: Y.XmlFragment) => void): void {
  const text = anyText(scope);
  if (text) edit(text);
}

function linesOf(scope: Scope): Y.XmlElement[] {
  const text = anyText(scope);
  return text ? elementsOf(text, ['paragraph']) : [];
}

function writeAction(scope: Scope): void {
  const written = new Y.Doc().getXmlFragment('text');
  writeRichText(written, actionDoc(scope));
  const parts = written.toArray().map((part) => part.clone() as Y.XmlElement);
  withText(scope, (text) => text.insert(text.length, parts));
}

/** Writes a word at the start or end of a line that is there. */
function typeInLine(scope: Scope): void {
  const lines = linesOf(scope);
  const line = pick(lines, scope.picks[2]);
  const text = line?.length ? line.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(scope.picks[3] % 2 ? text.length : 0, ` ${scope.word} `);
  else line?.insert(0, [new Y.XmlText(scope.word)]);
}

/** Takes all words out of a line. */
function clearLine(scope: Scope): void {
  const line = pick(linesOf(scope), scope.picks[2]);
  for (const text of line?.toArray() ?? []) if (text instanceof Y.XmlText) text.delete(0, text.length);
}

function typeParagraph(scope: Scope): void {
  const text = anyText(scope);
  const line = new Y.XmlElement('paragraph');
  line.insert(0, [new Y.XmlText(scope.word)]);
  text?.insert(scope.picks[2] % (text.length + 1), [line]);
}

function markLine(scope: Scope): void {
  const line = pick(linesOf(scope), scope.picks[2]);
  const text = line?.length ? line.get(0) : null;
  if (text instanceof Y.XmlText && text.length > 0) text.format(0, text.length, { bold: {} });
}

export const ACTIONS: readonly Action[] = [
  typeInLine,
  typeInLine,
  typeParagraph,
  clearLine,
  markLine,
  writeAction,
  (s) => withText(s, (text) => repairStructure(text, SCHEMA)),
  (s) => editMeta(s.doc, { title: s.word, state: 'open' }),
  (s) => addDay(s.doc, s.newId, { date: `2026-03-1${s.picks[0] % 9}` as CalendarDate }),
  (s) => editDay(s.doc, day(s), { date: `2026-03-1${s.picks[1] % 9}` as CalendarDate, title: s.word }),
  (s) => removeDay(s.doc, day(s)),
  (s) => addBlock(s.doc, s.newId, day(s), { title: s.word }, s.picks[1] % 4),
  (s) => editBlock(s.doc, block(s), { title: s.word }),
  (s) => moveBlock(s.doc, block(s), { day: day(s, 1), index: s.picks[2] % 4 }),
  (s) => removeBlock(s.doc, block(s)),
  (s) => people.setModerators(s.doc, block(s), some(s.meeting.people, s.picks[1])),
  (s) =>
    items.addItem(
      s.doc,
      s.newId,
      block(s),
      { title: s.word, kind: pick(KINDS, s.picks[1]) ?? 'topic' },
      s.picks[2] % 6,
    ),
  (s) => items.addItem(s.doc, s.newId, block(s), { title: s.word, tickets: [s.word] }),
  (s) => items.addSlot(s.doc, s.newId, round(s), { title: s.word }, s.picks[2] % 3),
  (s) =>
    items.editItem(s.doc, item(s), {
      title: s.word,
      start: (s.picks[1] % 1440) as TimeOfDay,
      tickets: [s.word],
    }),
  (s) => items.editItem(s.doc, item(s), { kind: pick(KINDS, s.picks[1]) ?? 'topic' }),
  (s) => items.cancelItem(s.doc, item(s), s.word),
  (s) => items.restoreItem(s.doc, item(s)),
  (s) => items.moveItem(s.doc, item(s), { block: block(s, 1), index: s.picks[2] % 6 }),
  (s) => items.moveItem(s.doc, item(s), { block: block(s, 1), index: s.picks[2] % 6 }),
  (s) => items.moveItem(s.doc, item(s), { round: round(s), index: s.picks[2] % 3 }),
  (s) => items.removeItem(s.doc, item(s)),
  (s) => duplicateItem(s.doc, s.newId, item(s)),
  (s) => people.setPresenters(s.doc, item(s), some(s.meeting.people, s.picks[1]).toReversed()),
  (s) => people.addPerson(s.doc, s.newId, { name: s.word }),
  (s) => people.editPerson(s.doc, person(s), { apology: s.word, role: s.word }),
  (s) => people.setGuestOf(s.doc, person(s), some(itemsOf(s.meeting), s.picks[1])),
  (s) => people.removePerson(s.doc, person(s)),
  (s) =>
    proposals.addProposal(s.doc, s.newId, { title: s.word, requestedBy: some(s.meeting.people, s.picks[0]) }),
  (s) => proposals.editProposal(s.doc, proposal(s), { estimate: s.word }),
  (s) => people.setRequesters(s.doc, proposal(s), some(s.meeting.people, s.picks[1])),
  (s) => proposals.scheduleProposal(s.doc, s.newId, proposal(s), block(s, 1), s.picks[2] % 4),
  (s) => proposals.mergeProposal(s.doc, proposal(s), item(s, 1)),
  (s) => proposals.mergeIntoProposal(s.doc, proposal(s), idOf(s.meeting.proposals, s.picks[1])),
  (s) => proposals.splitProposal(s.doc, s.newId, proposal(s), { title: s.word }),
  (s) => proposals.moveProposal(s.doc, proposal(s), s.picks[1] % 5),
  (s) => people.setProposalPresenters(s.doc, proposal(s), some(s.meeting.people, s.picks[1])),
  (s) => addComment(s.doc, s.newId, proposal(s), { by: s.word, at: s.picks[1] as Instant, text: s.word }),
  (s) => editComment(s.doc, idOf(s.meeting.comments, s.picks[0]), s.word),
  (s) => removeComment(s.doc, idOf(s.meeting.comments, s.picks[0])),
  (s) => addAttendance(s.doc, s.newId, person(s), { from: s.picks[1] as Instant }),
  (s) => editAttendance(s.doc, idOf(s.meeting.attendance, s.picks[0]), { to: s.picks[1] as Instant }),
  (s) => removeAttendance(s.doc, idOf(s.meeting.attendance, s.picks[0])),
  (s) => proposals.declineProposal(s.doc, proposal(s), s.word),
  (s) => proposals.reopenProposal(s.doc, proposal(s)),
  (s) => proposals.removeProposal(s.doc, proposal(s)),
  (s) => addJoinWay(s.doc, s.newId, { value: s.word }),
  (s) => editJoinWay(s.doc, idOf(s.meeting.logistics, s.picks[0]), { label: s.word }),
  (s) => moveJoinWay(s.doc, idOf(s.meeting.logistics, s.picks[0]), s.picks[1] % 4),
  (s) => removeJoinWay(s.doc, idOf(s.meeting.logistics, s.picks[0])),
  (s) => addAttachment(s.doc, s.newId, { name: s.word, item: item(s) }),
  (s) => editAttachment(s.doc, idOf(s.meeting.attachments, s.picks[0]), { item: item(s, 1) }),
  (s) => removeAttachment(s.doc, idOf(s.meeting.attachments, s.picks[0])),
  (s) => addNextMeeting(s.doc, s.newId, { title: s.word }),
  (s) => editNextMeeting(s.doc, idOf(s.meeting.next, s.picks[0]), { note: s.word }),
  (s) => removeNextMeeting(s.doc, idOf(s.meeting.next, s.picks[0])),
  (s) => {
    const event = { id: s.newId() as EventId, at: s.picks[0] as Instant, by: s.word };
    return appendRunEvent(s.doc, { ...event, type: 'next', from: item(s), to: item(s, 1) });
  },
  (s) => {
    const minutes = itemText(s.doc, item(s), 'minutes');
    const action = pick(minutes ? elementsOf(minutes, ['actionItem']) : [], s.picks[1]);
    const id = String(action?.getAttribute('id')) as ActionId;
    return editAction(s.doc, item(s), id, { status: 'done', assignees: some(s.meeting.people, s.picks[2]) });
  },
];

/** Does the action of this number. */
export function act(scope: Omit<Scope, 'meeting'>, action: number): void {
  pick(ACTIONS, action)?.({ ...scope, meeting: readMeeting(scope.doc) });
}
