// What most commands have in common: find the entity, do something to it in one undoable transaction, say whether it
// was there.

import type * as Y from 'yjs';
import { addEntity, command, lastKey, patchEntity } from './entity.ts';
import { findEntity } from './locate.ts';
import { markRemoved } from './removal.ts';
import type { Entity, EntityRoot } from './schema.ts';

/** Runs `edit` on a shown entity; `false`, and nothing done, if there is none. */
export function change(doc: Y.Doc, root: EntityRoot, id: string, edit: (entity: Entity) => void): boolean {
  const entity = findEntity(doc, root, id);
  if (!entity) return false;
  command(doc, () => edit(entity));
  return true;
}

export function editEntity(doc: Y.Doc, root: EntityRoot, id: string, patch: object): boolean {
  return change(doc, root, id, (entity) => patchEntity(entity, patch));
}

export function removeEntity(doc: Y.Doc, root: EntityRoot, id: string): boolean {
  return change(doc, root, id, (entity) => markRemoved(entity));
}

/** Adds an entity at the end of its root's list. */
export function addListed(doc: Y.Doc, root: EntityRoot, id: string, fields: object): Entity {
  return command(doc, () => addEntity(doc, root, id, { ...fields, order: lastKey(doc, root, id) }));
}
