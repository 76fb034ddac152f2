// THE layout of the Y.Doc of a meeting: its roots, and which fields of an entity are not plain values. Entities are
// Y.Maps in a root Y.Map keyed by id; fields are last-writer-wins; a set is a Y.Map<member, order key>; a text is a
// Y.XmlFragment. Whatever else a document holds (fields, roots, kinds of entity) belongs to a newer version and stays.

import * as Y from 'yjs';

export const SCHEMA_VERSION = 1;

export const ENTITY_ROOTS = [
  'logistics',
  'people',
  'days',
  'blocks',
  'items',
  'proposals',
  'comments',
  'attendance',
  'attachments',
  'next',
] as const;

export type EntityRoot = (typeof ENTITY_ROOTS)[number];
export type Entity = Y.Map<unknown>;

/** Sets and texts are made with the entity: two peers making one later would overwrite each other. */
export const SET_FIELDS: Readonly<Record<EntityRoot, readonly string[]>> = {
  logistics: [],
  people: ['guestOf'],
  days: [],
  blocks: ['moderators'],
  items: ['presenters', 'tickets'],
  proposals: ['requestedBy', 'presenters'],
  comments: [],
  attendance: [],
  attachments: [],
  next: [],
};

export const TEXT_FIELDS: Readonly<Record<EntityRoot, readonly string[]>> = {
  logistics: [],
  people: [],
  days: [],
  blocks: [],
  items: ['prep', 'minutes'],
  proposals: ['notes'],
  comments: [],
  attendance: [],
  attachments: [],
  next: [],
};

/** Made false with the entity; set to a removal mark (removal.ts) when the entity is removed. */
export const REMOVED = 'removed';

export function metaOf(doc: Y.Doc): Entity {
  return doc.getMap('meta');
}

export function runOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('run');
}

/** Who is behind a Yjs client (writers.ts). Not a part of the meeting: a document with writers only is empty. */
export function writersOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('writers');
}

export function rootOf(doc: Y.Doc, root: EntityRoot): Y.Map<unknown> {
  return doc.getMap(root);
}

export function isEntityId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(id);
}

/** The entity under `id`, removed or not. */
export function entityOf(doc: Y.Doc, root: EntityRoot, id: string): Entity | null {
  const entity = rootOf(doc, root).get(id);
  return entity instanceof Y.Map && isEntityId(id) ? (entity as Entity) : null;
}
