// Puts right what checkDocument finds, from the last good state of the document: an ordinary edit going forward, on
// which all peers converge, also when several make it at once. Every other part stays as it is. What cannot be had from
// a good state goes back to what reading shows for it. The broken state is kept by the storage before this runs.

import * as Y from 'yjs';
import {
  checkDocument,
  type DocProblem,
  lettersOf,
  MAX_ENTRIES,
  MAX_TEXT,
  META_FIELDS,
  valueProblem,
} from './check-document.ts';
import { addEntity, emptyText } from './entity.ts';
import { REPAIR } from './origins.ts';
import { readRichText } from './read-rich-text.ts';
import { isRemoved } from './removal.ts';
import {
  type Entity,
  type EntityRoot,
  entityOf,
  metaOf,
  rootOf,
  runOf,
  SET_FIELDS,
  TEXT_FIELDS,
  writersOf,
} from './schema.ts';
import { fragment, writeRichText } from './texts.ts';

/** Removing a flood uncovers what its entries hid. */
const ROUNDS = 3;

/**
 * What is left after it. That is a version where there is no good state to take it from: a wrong guess would make
 * peers of a newer version read-only or worse.
 */
export function repairDocument(doc: Y.Doc, good: Y.Doc | null): readonly DocProblem[] {
  let problems = checkDocument(doc);
  doc.transact(() => {
    for (let round = 0; round < ROUNDS && problems.length > 0; round += 1) {
      for (const problem of problems) mend(doc, good, problem);
      problems = checkDocument(doc);
    }
  }, REPAIR);
  return problems;
}

function mend(doc: Y.Doc, good: Y.Doc | null, { kind, root, id, field }: DocProblem): void {
  if (kind === 'version') mendVersion(doc, good);
  else if (root === 'run') drainRun(doc, good);
  else if (root === 'writers') drain(writersOf(doc), good && writersOf(good));
  else if (root === 'meta') mendValue(metaOf(doc), good && metaOf(good), field ?? '');
  else if (id === null) drain(rootOf(doc, root), good && rootOf(good, root));
  else if (kind === 'replaced') restoreEntity(doc, root, id, good && entityOf(good, root, id));
  else mendField(doc, good, { root, id, field: field ?? '' });
}

function mendField(
  doc: Y.Doc,
  good: Y.Doc | null,
  { root, id, field }: { readonly root: EntityRoot; readonly id: string; readonly field: string },
): void {
  const entity = entityOf(doc, root, id);
  const source = good && entityOf(good, root, id);
  if (!entity) return;
  if (TEXT_FIELDS[root].includes(field)) restoreText(entity, source, field);
  else if (SET_FIELDS[root].includes(field)) restoreSet(entity, source, field);
  else mendValue(entity, source, field);
}

function mendVersion(doc: Y.Doc, good: Y.Doc | null): void {
  const version = good && metaOf(good).get('schema');
  if (!good || typeof version !== 'number') return;
  metaOf(doc).set('schema', version);
  // Who took the version away may have taken the rest along.
  for (const field of META_FIELDS) if (!metaOf(doc).has(field)) mendValue(metaOf(doc), metaOf(good), field);
}

/** The good value; else none, which reads as the default. */
function mendValue(entity: Entity, source: Entity | null, field: string): void {
  const value = source?.get(field);
  if (value !== undefined && valueProblem(field, value) === null) entity.set(field, value);
  else entity.delete(field);
}

function restoreEntity(doc: Y.Doc, root: EntityRoot, id: string, source: Entity | null): void {
  // Gives way where another peer has a good state to restore it from.
  if (!source || isRemoved(source)) {
    rootOf(doc, root).delete(id);
    return;
  }
  const values = [...source].filter(
    ([, value]) => !(value instanceof Y.AbstractType || value instanceof Y.Doc),
  );
  const entity = addEntity(doc, root, id, Object.fromEntries(values));
  for (const field of SET_FIELDS[root]) restoreSet(entity, source, field);
  for (const field of TEXT_FIELDS[root]) restoreText(entity, source, field);
}

function restoreSet(entity: Entity, source: Entity | null, field: string): void {
  const set = source?.get(field);
  const members = set instanceof Y.Map && set.size <= MAX_ENTRIES ? [...set] : [];
  entity.set(field, new Y.Map(members.filter(([, key]) => typeof key === 'string')));
}

function restoreText(entity: Entity, source: Entity | null, field: string): void {
  const text = emptyText();
  entity.set(field, text);
  const from = fragment(source?.get(field));
  if (from && lettersOf(from) <= MAX_TEXT) writeRichText(text, readRichText(from).doc);
}

/** Takes out what is not in the good state, of the clients with the most of it first, until there is room again. */
function drain(map: Y.Map<unknown>, good: Y.Map<unknown> | null): void {
  const foreign = [...map.keys()].filter((key) => !good?.has(key));
  const clientOf = (key: string) => map._map.get(key)?.id.client ?? 0;
  for (const key of floodOf(foreign, clientOf, map.size)) map.delete(key);
}

function drainRun(doc: Y.Doc, good: Y.Doc | null): void {
  const run = runOf(doc);
  const known = new Set(good ? runOf(good).toArray().map(idOf) : []);
  const entries: { readonly index: number; readonly client: number }[] = [];
  let index = 0;
  for (let item = run._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    for (const entry of item.content.getContent()) {
      if (!known.has(idOf(entry))) entries.push({ index, client: item.id.client });
      index += 1;
    }
  }
  const flood = floodOf(entries, ({ client }) => client, run.length);
  // From the end, a stretch at a time, so that indexes stay true.
  for (let end = flood.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && flood[start - 1]?.index === (flood[start]?.index ?? 0) - 1) start -= 1;
    run.delete(flood[start]?.index ?? 0, end - start);
    end = start;
  }
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : entry;
}

/** Those of `entries` (in their order) whose clients wrote the most, so many that no more than MAX_ENTRIES stay. */
function floodOf<T>(entries: readonly T[], clientOf: (entry: T) => number, total: number): T[] {
  const counts = new Map<number, number>();
  for (const entry of entries) counts.set(clientOf(entry), (counts.get(clientOf(entry)) ?? 0) + 1);
  const drained = new Set<number>();
  let left = total;
  for (const [client, count] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (left <= MAX_ENTRIES) break;
    drained.add(client);
    left -= count;
  }
  return entries.filter((entry) => drained.has(clientOf(entry)));
}
