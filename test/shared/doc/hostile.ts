// What a hostile or broken member can send: random raw edits of a meeting by somebody who keeps to no rule of the document.
// The same numbers make the same edits.

import * as Y from 'yjs';
import { addBlock } from '../../../shared/doc/commands/blocks.ts';
import { addDay } from '../../../shared/doc/commands/days.ts';
import { addItem } from '../../../shared/doc/commands/items.ts';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import { addPerson } from '../../../shared/doc/commands/people.ts';
import { addProposal } from '../../../shared/doc/commands/proposals.ts';
import { appendRunEvent } from '../../../shared/doc/commands/run.ts';
import { ENTITY_ROOTS } from '../../../shared/doc/schema.ts';
import { itemText, proposalNotes, writeRichText } from '../../../shared/doc/texts.ts';
import { noteWriter } from '../../../shared/doc/writers.ts';
import type { EventId, ItemId, NewId } from '../../../shared/domain/ids.ts';
import type { CalendarDate, Instant } from '../../../shared/domain/time.ts';
import { present } from './peers.ts';

export interface Random {
  /** A whole number below `limit`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Park and Miller's generator. */
export function createRandom(seed: number): Random {
  let state = ((seed * 69_621) % 2_147_483_646) + 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  return { below, pick: (list) => list[below(list.length)] as never };
}

/** A meeting with something of everything in it. */
export function startOfMeeting(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 99;
  let count = 0;
  const newId: NewId = () => `e-${count++}`;
  createMeeting(doc, { title: 'Start', timeZone: null, createdAt: 1 as Instant });
  const anna = addPerson(doc, newId, { name: 'Anna' });
  const day = addDay(doc, newId, { date: '2026-03-10' as CalendarDate });
  const block = present(addBlock(doc, newId, day, { title: 'Morning' }));
  const items = ['A', 'B', 'C'].map((title) =>
    present(addItem(doc, newId, block, { title, duration: '30', presenters: [anna] })),
  );
  for (const item of items) {
    writeRichText(present(itemText(doc, item, 'minutes')), {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words that stay' }] }],
    });
  }
  const proposal = addProposal(doc, newId, { title: 'Later', requestedBy: [anna] });
  present(proposalNotes(doc, proposal));
  const press = { id: 'press' as EventId, at: 5 as Instant, by: 'Anna' };
  appendRunEvent(doc, { ...press, type: 'start', item: items[0] as ItemId });
  noteWriter(doc, 99, { user: 'u', name: 'Anna' });
  return Y.encodeStateAsUpdate(doc);
}

const NAMES = [...ENTITY_ROOTS, ...['meta', 'writers', 'elsewhere', '', '__proto__', 'constructor']] as const;
const FIELDS = [
  ...[
    'schema',
    'title',
    'state',
    'createdAt',
    'timeZone',
    'kind',
    'order',
    'day',
    'block',
    'parent',
    'removed',
  ],
  ...['start', 'duration', 'cancelled', 'presenters', 'tickets', 'prep', 'minutes', 'notes', 'requestedBy'],
  ...['date', 'name', 'item', 'moderators', 'guestOf', 'size', 'sha256', '', '__proto__'],
];
const TAGS = [
  ...[
    'paragraph',
    'heading',
    'bulletList',
    'listItem',
    'blockquote',
    'codeBlock',
    'actionItem',
    'progressNote',
  ],
  ...['decision', 'hardBreak', 'horizontalRule', 'text', 'doc', 'poll', '', '__proto__', 'toString'],
];
const VALUES: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => 'e-1',
  () => 'round',
  () => '2026-02-31',
  () => '9999-12-31',
  () => '1'.repeat(400),
  () => 'x'.repeat(5_000),
  () => '\u0000\ud800\u202e',
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -1,
  () => 1.5,
  () => 0,
  () => Number.MAX_SAFE_INTEGER,
  () => 8.64e15,
  () => 1e300,
  () => 2n ** 62n,
  () => new Uint8Array([1, 2, 3]),
  () => [],
  () => [[], {}, null],
  () => ({ seen: { 99: 1e9 } }),
  () => ({ seen: [] }),
  () => ({ seen: null }),
  () => ({ seen: { 99: { valueOf: 1 } } }),
  () => ({ id: 'e', at: Number.MAX_SAFE_INTEGER, by: 'X', type: 'start', item: 'e-3' }),
  () => ({ id: 'e', at: -Number.MAX_SAFE_INTEGER, by: 'X', type: 'next', from: 'e-3', to: 'e-4' }),
  () => ({ id: 'f', at: 8.64e15, by: 'X', type: 'extend', item: 'e-3', minutes: Number.MAX_SAFE_INTEGER }),
  () => ({ id: 'g', at: 7, by: 'X', type: 'undo', event: 'g' }),
  () => ({ id: 'h', at: 7, by: '', type: '__proto__' }),
  () => nested(200),
  () => new Y.Map([['x', 1]]),
  () => new Y.Array(),
  () => new Y.Text('text'),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement('paragraph'),
  () => new Y.XmlText('xml'),
  () => new Y.XmlHook('hook'),
  () => new Y.Doc(),
  (random) => element(random, 3),
];

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { value };
  return value;
}

function element(random: Random, depth: number): Y.XmlElement {
  const made = new Y.XmlElement(random.pick(TAGS));
  for (let i = random.below(3); i > 0; i -= 1)
    made.setAttribute(
      random.pick(['id', 'level', 'status', 'due', 'assignees', '__proto__']),
      plain(random) as never,
    );
  const children = Array.from({ length: depth > 0 ? random.below(4) : 0 }, () =>
    random.below(2) ? element(random, depth - 1) : xmlText(random),
  );
  made.insert(0, children);
  return made;
}

function xmlText(random: Random): Y.XmlText {
  const text = new Y.XmlText('some words');
  if (random.below(2))
    text.format(random.below(5), 3, {
      [random.pick(['bold', 'link', 'glow', 'code', '__proto__'])]: plain(random),
    });
  if (random.below(4) === 0) text.insertEmbed(2, random.below(2) ? { image: 'x' } : new Y.Map());
  return text;
}

/** No Yjs type, and nothing that Yjs cannot write as JSON. */
function plain(random: Random): unknown {
  const value = random.pick(VALUES)(random);
  const isPlain = !(value instanceof Y.AbstractType || value instanceof Y.Doc || typeof value === 'bigint');
  return isPlain ? value : 'a type';
}

type Edit = (doc: Y.Doc, random: Random) => void;

const someEntity = (doc: Y.Doc, random: Random): Y.Map<unknown> | null => {
  const value = doc.getMap(random.pick(ENTITY_ROOTS)).get(`e-${random.below(12)}`);
  return value instanceof Y.Map ? value : null;
};

function someText(doc: Y.Doc, random: Random): Y.XmlFragment | null {
  const text = doc.getMap<Y.Map<unknown>>('items').get(`e-${3 + random.below(3)}`);
  const value = text instanceof Y.Map ? text.get(random.pick(['minutes', 'prep'])) : null;
  return value instanceof Y.XmlFragment ? value : null;
}

const EDITS: readonly Edit[] = [
  (doc, random) =>
    doc
      .getMap(random.pick(NAMES))
      .set(random.pick([`e-${random.below(12)}`, ...FIELDS]), random.pick(VALUES)(random)),
  (doc, random) => doc.getMap(random.pick(NAMES)).delete(random.pick([`e-${random.below(12)}`, ...FIELDS])),
  (doc, random) =>
    doc
      .getMap('meta')
      .set(random.pick(['schema', 'state', 'createdAt', 'timeZone']), random.pick(VALUES)(random)),
  (doc, random) => doc.getMap('meta').delete(random.pick(FIELDS)),
  (doc, random) => someEntity(doc, random)?.set(random.pick(FIELDS), random.pick(VALUES)(random)),
  (doc, random) => someEntity(doc, random)?.set(random.pick(FIELDS), random.pick(VALUES)(random)),
  (doc, random) => someEntity(doc, random)?.set('parent', `e-${random.below(8)}`),
  (doc, random) => someEntity(doc, random)?.delete(random.pick(FIELDS)),
  (doc, random) => {
    const set = someEntity(doc, random)?.get(
      random.pick(['presenters', 'requestedBy', 'moderators', 'guestOf', 'tickets']),
    );
    if (set instanceof Y.Map) set.set(random.pick(['e-0', '', '__proto__']), random.pick(VALUES)(random));
  },
  (doc, random) => {
    const entity = new Y.Map<unknown>();
    doc.getMap(random.pick(ENTITY_ROOTS)).set(random.pick(['new', '__proto__', 'e-2', 'no id!']), entity);
    for (let i = 0; i < 6; i += 1) entity.set(random.pick(FIELDS), random.pick(VALUES)(random));
  },
  (doc, random) => doc.getArray('run').push([random.pick(VALUES)(random)]),
  (doc, random) => {
    const run = doc.getArray('run');
    if (run.length > 0) run.delete(random.below(run.length), 1);
  },
  (doc, random) => someText(doc, random)?.insert(0, [element(random, 3)]),
  (doc, random) =>
    someText(doc, random)?.insert(0, [random.below(2) ? xmlText(random) : (new Y.XmlHook('h') as never)]),
  (doc, random) => someText(doc, random)?.insert(0, [new Y.Map() as never]),
  (doc, random) => {
    const text = someText(doc, random);
    if (text && text.length > 0) text.delete(0, 1);
  },
];

/** What the stranger's own Yjs refuses (a big integer in a list) is not sent. */
function attempt(doc: Y.Doc, random: Random): void {
  try {
    doc.transact(() => random.pick(EDITS)(doc, random));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** Edits of a stranger who holds `state`: one update, perhaps in the name of somebody else, perhaps with a bit flipped. */
export function hostileUpdate(state: Uint8Array, random: Random): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  if (random.below(8) === 0) doc.clientID = random.pick([99, 0, 1, 4_294_967_295]);
  for (let i = 1 + random.below(5); i > 0; i -= 1) attempt(doc, random);
  const update = Y.encodeStateAsUpdate(doc, before);
  if (random.below(10) === 0) {
    // Not merged with anything: it may be no update any more.
    const at = random.below(update.length);
    update[at] = (update[at] ?? 0) ^ (1 << random.below(8));
    return update;
  }
  return random.below(10) === 0 ? Y.mergeUpdates([wrongRoots(), update]) : update;
}

/** The same roots as other kinds of type than a meeting has there. */
export function wrongRoots(): Uint8Array {
  const doc = new Y.Doc();
  doc.getArray('items').push([1, new Y.Map()]);
  doc.getText('meta').insert(0, 'text');
  doc.getMap('run').set('x', 1);
  doc.getXmlFragment('people').insert(0, [new Y.XmlElement('p')]);
  doc.getArray('writers').push(['w']);
  return Y.encodeStateAsUpdate(doc);
}
