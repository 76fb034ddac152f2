import type * as Y from 'yjs';
import type { BlockId, ItemId, NewId, ProposalId } from '../../domain/ids.ts';
import type { Proposal } from '../../domain/meeting.ts';
import { canMergeInto, presentersOf } from '../../domain/proposal-lineage.ts';
import { change, editEntity, removeEntity } from '../change.ts';
import { copyText } from '../copy-text.ts';
import { addEntity, command, lastKey, patchEntity, setMembers } from '../entity.ts';
import { findEntity, orderKeyAt } from '../locate.ts';
import { readMeeting } from '../read-meeting.ts';
import { itemText, proposalNotes } from '../texts.ts';
import { addItem } from './items.ts';

export type ProposalPatch = Partial<Pick<Proposal, 'title' | 'requestNote' | 'estimate'>>;
export type ProposalFields = ProposalPatch & Partial<Pick<Proposal, 'requestedBy'>>;

const EMPTY = {
  title: '',
  requestNote: '',
  estimate: '',
  state: 'open',
  reason: '',
  item: null,
  mergedInto: null,
  splitFrom: null,
};

export function addProposal(doc: Y.Doc, newId: NewId, fields: ProposalFields): ProposalId {
  const id = newId() as ProposalId;
  const { requestedBy, ...values } = fields;
  command(doc, () => {
    const order = lastKey(doc, 'proposals', id);
    const proposal = addEntity(doc, 'proposals', id, { ...EMPTY, ...values, order });
    if (requestedBy) setMembers(proposal, 'requestedBy', requestedBy);
  });
  return id;
}

export function editProposal(doc: Y.Doc, id: ProposalId, patch: ProposalPatch): boolean {
  return editEntity(doc, 'proposals', id, patch);
}

/** Makes an agenda item of the proposal; its notes become the preparation notes. `null` if either place is gone. */
export function scheduleProposal(
  doc: Y.Doc,
  newId: NewId,
  id: ProposalId,
  block: BlockId,
  index?: number,
): ItemId | null {
  const entity = findEntity(doc, 'proposals', id);
  const proposal = readMeeting(doc).proposals.find((other) => other.id === id);
  if (!entity || !proposal) return null;
  return command(doc, () => {
    const { title, estimate, requestNote } = proposal;
    const fields = {
      ...{ title, duration: estimate, presenterNote: requestNote },
      presenters: presentersOf(proposal),
    };
    const item = addItem(doc, newId, block, fields, index);
    if (item === null) return null;
    patchEntity(entity, { state: 'scheduled', item, mergedInto: null, reason: '' });
    const notes = proposalNotes(doc, id);
    const prep = itemText(doc, item, 'prep');
    if (notes && prep) copyText(notes, prep, newId);
    return item;
  });
}

/** Says that an item that is there already covers the proposal. */
export function mergeProposal(doc: Y.Doc, id: ProposalId, item: ItemId): boolean {
  if (!findEntity(doc, 'items', item)) return false;
  return editEntity(doc, 'proposals', id, { state: 'merged', item, mergedInto: null, reason: '' });
}

/** Says that another proposal covers it. `false` where that would close a circle, or one of them is gone. */
export function mergeIntoProposal(doc: Y.Doc, id: ProposalId, into: ProposalId): boolean {
  const { proposals } = readMeeting(doc);
  const target = proposals.find((proposal) => proposal.id === into);
  if (!target || !canMergeInto(proposals, id, target)) return false;
  return editEntity(doc, 'proposals', id, { state: 'merged', item: null, mergedInto: into, reason: '' });
}

/** Makes a proposal of a part of another, right after it; who asked, the notes and the comments stay with the first. */
export function splitProposal(
  doc: Y.Doc,
  newId: NewId,
  id: ProposalId,
  fields: Pick<ProposalFields, 'title' | 'estimate'>,
): ProposalId | null {
  const { proposals } = readMeeting(doc);
  const index = proposals.findIndex((other) => other.id === id);
  const whole = proposals[index];
  if (!whole) return null;
  return command(doc, () => {
    const part = addProposal(doc, newId, { ...fields, requestedBy: whole.requestedBy });
    editEntity(doc, 'proposals', part, { splitFrom: id });
    moveProposal(doc, part, index + 1);
    return part;
  });
}

export function moveProposal(doc: Y.Doc, id: ProposalId, index: number): boolean {
  const shown = readMeeting(doc).proposals.map((proposal) => proposal.id);
  return change(doc, 'proposals', id, (proposal) => {
    patchEntity(proposal, { order: orderKeyAt(doc, 'proposals', shown, { id, index }) });
  });
}

export function declineProposal(doc: Y.Doc, id: ProposalId, reason: string): boolean {
  return editEntity(doc, 'proposals', id, { state: 'declined', item: null, mergedInto: null, reason });
}

export function reopenProposal(doc: Y.Doc, id: ProposalId): boolean {
  return change(doc, 'proposals', id, (proposal) => {
    patchEntity(proposal, { state: 'open', item: null, mergedInto: null, reason: '' });
  });
}

export function removeProposal(doc: Y.Doc, id: ProposalId): boolean {
  return removeEntity(doc, 'proposals', id);
}
