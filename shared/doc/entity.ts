// Writing entities: the few primitives every command is made of. An equal value is not written again, so that a field
// that was only touched costs no update, no undo step and no win over a peer's change.

import * as Y from 'yjs';
import { keyBetween, keysFor } from './order-key.ts';
import { LOCAL } from './origins.ts';
import {
  type Entity,
  type EntityRoot,
  entityOf,
  REMOVED,
  rootOf,
  SET_FIELDS,
  TEXT_FIELDS,
} from './schema.ts';
import { checkVersion } from './upgrade.ts';

/**
 * Runs a command: one transaction, undoable, its result handed through. In a document of a newer version it throws: its
 * meaning is not known here, and screens offer no commands in it.
 */
export function command<T>(doc: Y.Doc, run: () => T): T {
  if (checkVersion(doc) === 'newer') throw new Error('A meeting of a newer version is not written into');
  return doc.transact(run, LOCAL);
}

/** Makes the entity with all its sets and texts, so that two peers never make one of them twice. */
export function addEntity(doc: Y.Doc, root: EntityRoot, id: string, fields: object): Entity {
  const entity: Entity = new Y.Map();
  rootOf(doc, root).set(id, entity);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) entity.set(name, value);
  for (const name of SET_FIELDS[root]) entity.set(name, new Y.Map());
  for (const name of TEXT_FIELDS[root]) entity.set(name, emptyText());
  entity.set(REMOVED, false);
  return entity;
}

/** One empty paragraph, made once: two peers who start to write at the same time then write into the same one. */
export function emptyText(): Y.XmlFragment {
  const text = new Y.XmlFragment();
  text.insert(0, [emptyLine('paragraph')]);
  return text;
}

/**
 * A line without words, with the run that its words will stand in. Without it each peer's first letter makes a run of its
 * own, and the binding (y-tiptap 3.0.9, updateYFragment) then writes all of them into the first and deletes the others: what
 * a peer wrote into one of those meanwhile is lost.
 */
export function emptyLine(name: string): Y.XmlElement {
  const line = new Y.XmlElement(name);
  line.insert(0, [new Y.XmlText()]);
  return line;
}

export function patchEntity(entity: Entity, patch: object): void {
  for (const [name, value] of Object.entries(patch)) {
    if (value !== undefined && entity.get(name) !== value) entity.set(name, value);
  }
}

/** Writes all `fields` where one of them differs: of two people who do so at once one wins in all of them. */
export function replaceFields(entity: Entity, fields: object): void {
  const entries = Object.entries(fields);
  if (entries.every(([name, value]) => entity.get(name) === value)) return;
  for (const [name, value] of entries) entity.set(name, value);
}

/** The members of a set in their order. */
export function membersOf(entity: Entity, field: string): string[] {
  const set = entity.get(field);
  if (!(set instanceof Y.Map)) return [];
  const entries = [...set.entries()].map(([id, key]) => ({ id, key: typeof key === 'string' ? key : '~' }));
  return entries.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id)).map(({ id }) => id);
}

/**
 * Makes the set hold `members` in this order by the fewest writes, so that what a peer adds meanwhile stays. Members
 * that are `hidden` from the caller (a person who was removed, and may come back) stay too.
 */
export function setMembers(
  entity: Entity,
  field: string,
  members: readonly string[],
  hidden: (id: string) => boolean = () => false,
): void {
  const wanted = [...new Set(members)];
  const present = entity.get(field);
  const set: Y.Map<unknown> = present instanceof Y.Map ? present : entity.set(field, new Y.Map<unknown>());
  for (const id of set.keys()) if (!wanted.includes(id) && !hidden(id)) set.delete(id);
  const kept = membersOf(entity, field).filter((id) => wanted.includes(id));
  const inOrder = kept.every((id, i) => i === 0 || wanted.indexOf(id) > wanted.indexOf(kept[i - 1] ?? id));
  const keys = (inOrder && keysAmong(wanted, set)) || keysFor(wanted);
  for (const [i, id] of wanted.entries()) if (set.get(id) !== keys[i]) set.set(id, keys[i]);
}

/** The keys there are, and keys between them for the new members; `null` where they leave no room. */
function keysAmong(wanted: readonly string[], set: Y.Map<unknown>): string[] | null {
  const keys: string[] = [];
  for (const [i, id] of wanted.entries()) {
    const own = set.get(id);
    const later = set.get(wanted.slice(i + 1).find((other) => set.has(other)) ?? '');
    const upper = typeof later === 'string' ? later : null;
    const key = typeof own === 'string' ? own : keyBetween(keys.at(-1) ?? null, upper, id);
    if (key === null || key <= (keys.at(-1) ?? '')) return null;
    keys.push(key);
  }
  return keys;
}

/** A key at the end of the root's list. */
export function lastKey(doc: Y.Doc, root: EntityRoot, seed: string): string {
  let last: string | null = null;
  for (const id of rootOf(doc, root).keys()) {
    const key = entityOf(doc, root, id)?.get('order');
    if (typeof key === 'string' && keyBetween(key, null, seed) !== null && (last === null || key > last))
      last = key;
  }
  return keyBetween(last, null, seed) ?? '';
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
