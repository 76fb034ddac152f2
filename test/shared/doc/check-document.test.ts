import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  checkDocument,
  type DocProblem,
  MAX_ENTRIES,
  MAX_FIELD,
  MAX_TEXT,
  META_FIELDS,
  problemWords,
  VALUE_FIELDS,
} from '../../../shared/doc/check-document.ts';
import { duplicateItem } from '../../../shared/doc/commands/duplicate-item.ts';
import { removeItem } from '../../../shared/doc/commands/items.ts';
import { readMeta, readRow } from '../../../shared/doc/rows.ts';
import { ENTITY_ROOTS, type Entity, SET_FIELDS } from '../../../shared/doc/schema.ts';
import { noteWriter } from '../../../shared/doc/writers.ts';
import { buildBigMeeting } from '../../bench/big-meeting.ts';
import { startOfMeeting } from './hostile.ts';
import { createScene, newId, present } from './peers.ts';

const START = startOfMeeting();

function problemsAfter(spoil: (doc: Y.Doc) => unknown): string[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, START);
  spoil(doc);
  return checkDocument(doc).map(say);
}

const say = ({ kind, root, id, field }: DocProblem) =>
  [kind, root, id, field].filter((part) => part !== null).join(' ');
const entity = (doc: Y.Doc, root: string, id: string) => present(doc.getMap<Entity>(root).get(id));
const item = (doc: Y.Doc) => entity(doc, 'items', 'e-3');

describe('checking a document', () => {
  test('D95: finds nothing in what commands make', () => {
    const { doc, item: add } = createScene();
    const id = add({ title: 'A', start: null, cancelled: null });
    duplicateItem(doc, newId, id);
    removeItem(doc, id);
    noteWriter(doc, doc.clientID, { user: 'u', name: 'Anna' });
    expect(checkDocument(doc)).toEqual([]);
    expect(problemsAfter(() => {})).toEqual([]);
    expect(checkDocument(new Y.Doc())).toEqual([]);
  });

  test('D95: knows every field that is read', () => {
    const { doc, day, block, item: add } = createScene();
    const ids: Record<string, string> = { days: day, blocks: block, items: add() };
    for (const root of ENTITY_ROOTS) {
      const id = ids[root] ?? 'x';
      if (!ids[root]) doc.getMap(root).set(id, new Y.Map());
      const row = present(readRow(doc, root, id));
      const { value, order: _, removed: __, id: ___, ...place } = row;
      const inner = ['id', 'items', 'slots', ...SET_FIELDS[root]];
      const read = [...Object.keys({ ...value, ...place }).filter((name) => !inner.includes(name))];
      const known = VALUE_FIELDS[root].filter((name) => name !== 'order');
      expect(known.toSorted()).toEqual(read.toSorted());
    }
    expect([...META_FIELDS].toSorted()).toEqual(Object.keys(readMeta(doc)).toSorted());
  });

  test.each<[string, (doc: Y.Doc) => unknown, string[]]>([
    ['a version that is gone', (doc) => doc.getMap('meta').delete('schema'), ['version meta schema']],
    ['a version that is none', (doc) => doc.getMap('meta').set('schema', 'one'), ['version meta schema']],
    [
      'a version beyond all versions',
      (doc) => doc.getMap('meta').set('schema', 1e9),
      ['version meta schema'],
    ],
    ['a title that is a list', (doc) => doc.getMap('meta').set('title', [1]), ['field meta title']],
    ['an item that was replaced', (doc) => doc.getMap('items').set('e-3', 'junk'), ['replaced items e-3']],
    [
      'an item that is a list',
      (doc) => doc.getMap('items').set('e-3', new Y.Array()),
      ['replaced items e-3'],
    ],
    ['minutes that were replaced', (doc) => item(doc).set('minutes', 'junk'), ['text items e-3 minutes']],
    ['minutes that are gone', (doc) => item(doc).delete('minutes'), ['text items e-3 minutes']],
    [
      'minutes that are an element',
      (doc) => item(doc).set('minutes', new Y.XmlElement('p')),
      ['text items e-3 minutes'],
    ],
    ['a start that is a text', (doc) => item(doc).set('start', '9:00'), ['field items e-3 start']],
    [
      'presenters that are a text',
      (doc) => item(doc).set('presenters', 'Anna'),
      ['field items e-3 presenters'],
    ],
    [
      'a name of a book',
      (doc) => entity(doc, 'people', 'e-0').set('name', 'x'.repeat(MAX_FIELD + 1)),
      ['too-long people e-0 name'],
    ],
    [
      'a text of a library',
      (doc) =>
        (item(doc).get('minutes') as Y.XmlFragment).insert(0, [new Y.XmlText('x'.repeat(MAX_TEXT + 1))]),
      ['too-long items e-3 minutes'],
    ],
    [
      'a flood of items',
      (doc) =>
        doc.transact(() => {
          for (let i = 0; i <= MAX_ENTRIES; i += 1) doc.getMap('items').set(`x${i}`, 1);
        }),
      ['too-many items'],
    ],
    ['a flood of presses', (doc) => doc.getArray('run').push(Array(MAX_ENTRIES).fill(1)), ['too-many run']],
    [
      'a flood of writers and of members',
      (doc) =>
        doc.transact(() => {
          const presenters = item(doc).get('presenters') as Y.Map<unknown>;
          for (let i = 0; i <= MAX_ENTRIES; i += 1) {
            doc.getMap('writers').set(`${i}`, 1);
            presenters.set(`${i}`, 'a');
          }
        }),
      ['too-many items e-3 presenters', 'too-many writers'],
    ],
  ])('D95: finds %s', (_, spoil, found) => {
    expect(problemsAfter(spoil)).toEqual(found);
  });

  test('D95: leaves alone what a newer version may have added', () => {
    expect(
      problemsAfter((doc) => {
        doc.getMap('items').set('poll', new Y.Array());
        doc.getMap('items').set('no id!', 'x');
        doc.getMap('polls').set('p', 1);
        item(doc).set('mood', { happy: true });
        item(doc).set('kind', 'workshop');
        doc.getArray('run').push([{ type: 'vote' }]);
        (item(doc).get('minutes') as Y.XmlFragment).push([new Y.XmlElement('poll')]);
      }),
    ).toEqual([]);
    expect(
      problemsAfter((doc) => {
        doc.getMap('meta').set('schema', 2);
        doc.getMap('items').set('e-3', 'another kind of item');
      }),
    ).toEqual([]);
  });

  test('D95: takes no time worth speaking of for a long year of writing', () => {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, buildBigMeeting(36, 5_000).snapshot);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(checkDocument(doc)).toEqual([]);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(25);
  }, 30_000);

  test('says in words what it found, each once', () => {
    const problem = { root: 'items', id: 'x', field: 'title' } as const;
    const found: DocProblem[] = [
      { kind: 'field', ...problem },
      { kind: 'field', ...problem },
      { kind: 'text', ...problem },
    ];
    expect(problemWords(found)).toBe(
      'fields held what they cannot hold, texts were missing or replaced by something else',
    );
  });
});
