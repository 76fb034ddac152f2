// People, and the sets of people that other entities hold. Removing a person hides every reference to them and takes
// none out, so that undoing the removal brings all of them back.

import type * as Y from 'yjs';
import { BLANK_PERSON } from '../../domain/blank-person.ts';
import type { ItemId, NewId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/meeting.ts';
import { addListed, change, editEntity, removeEntity } from '../change.ts';
import { setMembers } from '../entity.ts';
import { findEntity } from '../locate.ts';
import type { EntityRoot } from '../schema.ts';

export type PersonFields = Partial<Omit<Person, 'id' | 'guestOf'>>;

// Items a guest comes for are a set of their own.
const { guestOf: _, ...VALUES } = BLANK_PERSON;
const EMPTY = { kind: 'attendee', ...VALUES };

export function addPerson(
  doc: Y.Doc,
  newId: NewId,
  fields: PersonFields & { readonly name: string },
): PersonId {
  const id = newId() as PersonId;
  addListed(doc, 'people', id, { ...EMPTY, ...fields });
  return id;
}

export function editPerson(doc: Y.Doc, id: PersonId, patch: PersonFields): boolean {
  return editEntity(doc, 'people', id, patch);
}

export function removePerson(doc: Y.Doc, id: PersonId): boolean {
  return removeEntity(doc, 'people', id);
}

export function setGuestOf(doc: Y.Doc, id: PersonId, items: readonly ItemId[]): boolean {
  return change(doc, 'people', id, (person) => {
    setMembers(person, 'guestOf', items, (item) => findEntity(doc, 'items', item) === null);
  });
}

export function setModerators(doc: Y.Doc, block: string, people: readonly PersonId[]): boolean {
  return setPeople(doc, 'blocks', block, 'moderators', people);
}

export function setPresenters(doc: Y.Doc, item: ItemId, people: readonly PersonId[]): boolean {
  return setPeople(doc, 'items', item, 'presenters', people);
}

export function setRequesters(doc: Y.Doc, proposal: string, people: readonly PersonId[]): boolean {
  return setPeople(doc, 'proposals', proposal, 'requestedBy', people);
}

export function setProposalPresenters(doc: Y.Doc, proposal: string, people: readonly PersonId[]): boolean {
  return setPeople(doc, 'proposals', proposal, 'presenters', people);
}

function setPeople(
  doc: Y.Doc,
  root: EntityRoot,
  id: string,
  field: string,
  people: readonly PersonId[],
): boolean {
  return change(doc, root, id, (entity) => {
    setMembers(entity, field, people, (person) => findEntity(doc, 'people', person) === null);
  });
}
