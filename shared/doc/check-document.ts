// What a broken or hostile member can do to a document that reading bears, but working with it does not: a version that
// is none, entities and texts that were replaced by something else, values of the wrong kind, floods. Cheap: no text is
// read. What a newer version added (fields, kinds, roots) is no problem, and a newer document is not judged at all.

import * as Y from 'yjs';
import {
  ENTITY_ROOTS,
  type Entity,
  type EntityRoot,
  isEntityId,
  metaOf,
  rootOf,
  runOf,
  SET_FIELDS,
  TEXT_FIELDS,
  writersOf,
} from './schema.ts';
import { fragment } from './texts.ts';
import { checkVersion } from './upgrade.ts';

export interface DocProblem {
  readonly kind: 'version' | 'replaced' | 'text' | 'field' | 'too-long' | 'too-many';
  readonly root: EntityRoot | 'meta' | 'run' | 'writers';
  /** The entity, where it is about one. */
  readonly id: string | null;
  readonly field: string | null;
}

/** Entities of a kind, members of a set, presses, writers. The files we write hold no more either. */
export const MAX_ENTRIES = 20_000;
/** Letters of a field. */
export const MAX_FIELD = 200_000;
/** Letters of a text: a thousand pages. */
export const MAX_TEXT = 2_000_000;

export const META_FIELDS = ['title', 'series', 'timeZone', 'state', 'template', 'createdAt'] as const;

/** The fields of an entity that hold one value; sets and texts are in schema.ts. */
export const VALUE_FIELDS: Readonly<Record<EntityRoot, readonly string[]>> = {
  logistics: ['order', 'kind', 'label', 'value', 'details'],
  people: ['order', 'kind', 'name', 'email', 'organisation', 'role', 'remark', 'apology', 'timeZone'],
  days: ['date', 'title'],
  blocks: ['order', 'day', 'title'],
  items: [
    ...['order', 'block', 'parent', 'kind', 'title', 'presenterNote'],
    ...['start', 'duration', 'cancelled'],
  ],
  proposals: [
    ...['order', 'title', 'requestNote', 'estimate', 'state', 'reason', 'item'],
    ...['mergedInto', 'splitFrom'],
  ],
  comments: ['proposal', 'by', 'at', 'text'],
  attendance: ['person', 'from', 'to', 'note'],
  attachments: ['order', 'name', 'label', 'author', 'date', 'type', 'size', 'sha256', 'item'],
  next: ['order', 'title', 'dates', 'mode', 'note'],
};

const TYPES: Readonly<Record<string, 'number' | 'boolean'>> = {
  start: 'number',
  size: 'number',
  createdAt: 'number',
  at: 'number',
  from: 'number',
  to: 'number',
  template: 'boolean',
};

export function checkDocument(doc: Y.Doc): readonly DocProblem[] {
  const version = checkVersion(doc);
  if (version === 'newer' || version === 'empty') return [];
  const problems: DocProblem[] = [];
  if (version === 'broken') problems.push({ kind: 'version', root: 'meta', id: null, field: 'schema' });
  for (const field of META_FIELDS) {
    const kind = valueProblem(field, metaOf(doc).get(field));
    if (kind) problems.push({ kind, root: 'meta', id: null, field });
  }
  for (const root of ENTITY_ROOTS) problems.push(...rootProblems(doc, root));
  const floods = { run: runOf(doc).length, writers: writersOf(doc).size } as const;
  for (const root of ['run', 'writers'] as const) {
    if (floods[root] > MAX_ENTRIES) problems.push({ kind: 'too-many', root, id: null, field: null });
  }
  return problems;
}

function rootProblems(doc: Y.Doc, root: EntityRoot): DocProblem[] {
  const map = rootOf(doc, root);
  // What floods is not looked at one by one.
  if (map.size > MAX_ENTRIES) return [{ kind: 'too-many', root, id: null, field: null }];
  const problems: DocProblem[] = [];
  for (const [id, value] of map) {
    if (!isEntityId(id)) continue;
    if (value instanceof Y.Map) {
      for (const [kind, field] of entityProblems(root, value as Entity))
        problems.push({ kind, root, id, field });
    } else if (map._map.get(id)?.left) {
      // Without something before it, it may be of a kind that a newer version knows.
      problems.push({ kind: 'replaced', root, id, field: null });
    }
  }
  return problems;
}

function entityProblems(root: EntityRoot, entity: Entity): (readonly [DocProblem['kind'], string])[] {
  const problems: (readonly [DocProblem['kind'], string])[] = [];
  for (const field of VALUE_FIELDS[root]) {
    const kind = valueProblem(field, entity.get(field));
    if (kind) problems.push([kind, field]);
  }
  for (const field of SET_FIELDS[root]) {
    const set = entity.get(field);
    if (set !== undefined && !(set instanceof Y.Map)) problems.push(['field', field]);
    else if (set instanceof Y.Map && set.size > MAX_ENTRIES) problems.push(['too-many', field]);
  }
  for (const field of TEXT_FIELDS[root]) {
    const text = fragment(entity.get(field));
    if (!text) problems.push(['text', field]);
    else if (lettersOf(text) > MAX_TEXT) problems.push(['too-long', field]);
  }
  return problems;
}

/** What is wrong with the value of a field; nothing with one that is not there. */
export function valueProblem(field: string, value: unknown): 'field' | 'too-long' | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== (TYPES[field] ?? 'string')) return 'field';
  return typeof value === 'string' && value.length > MAX_FIELD ? 'too-long' : null;
}

/** Letters and parts of a text, up to a little over MAX_TEXT; without reading any. */
export function lettersOf(text: Y.XmlFragment): number {
  let letters = 0;
  const stack: unknown[] = [text];
  for (let part = stack.pop(); part && letters <= MAX_TEXT; part = stack.pop()) {
    if (part instanceof Y.XmlText) letters += part.length;
    else if (part instanceof Y.XmlFragment) {
      letters += part.length;
      if (letters <= MAX_TEXT) for (const child of part.toArray()) stack.push(child);
    }
  }
  return letters;
}

const WORDS: Readonly<Record<DocProblem['kind'], string>> = {
  version: 'its version could not be read',
  replaced: 'parts of it were replaced by something else',
  text: 'texts were missing or replaced by something else',
  field: 'fields held what they cannot hold',
  'too-long': 'texts were far too long',
  'too-many': 'it was flooded with entries',
};

/** For people: "its version could not be read, it was flooded with entries". */
export function problemWords(problems: readonly DocProblem[]): string {
  return [...new Set(problems.map(({ kind }) => WORDS[kind]))].join(', ');
}
