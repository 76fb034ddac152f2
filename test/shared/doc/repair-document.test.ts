import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { checkDocument, MAX_ENTRIES, MAX_TEXT } from '../../../shared/doc/check-document.ts';
import { addItem, editItem } from '../../../shared/doc/commands/items.ts';
import { REPAIR } from '../../../shared/doc/origins.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { repairDocument } from '../../../shared/doc/repair-document.ts';
import { ENTITY_ROOTS, type Entity } from '../../../shared/doc/schema.ts';
import { itemText } from '../../../shared/doc/texts.ts';
import { createUndoManager } from '../../../shared/doc/undo.ts';
import type { BlockId, ItemId } from '../../../shared/domain/ids.ts';
import { agendaItems } from '../../../shared/domain/registers.ts';
import { createRandom, hostileUpdate, startOfMeeting } from './hostile.ts';
import { fork, meet, newId, present, type } from './peers.ts';

const START = startOfMeeting();
const ITEM = 'e-3' as ItemId;

function start(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, START);
  return doc;
}

const entity = (doc: Y.Doc, root: string, id: string) => present(doc.getMap<Entity>(root).get(id));
const titles = (doc: Y.Doc) => agendaItems(readRecord(doc)).map(({ title }) => title);

describe('repairing a document', () => {
  test('D96: brings back what was replaced, and keeps what others wrote meanwhile', () => {
    const doc = start();
    const good = fork(doc);
    addItem(doc, newId, 'e-2' as BlockId, { title: 'New' });
    type(itemText(doc, 'e-4' as ItemId, 'minutes'), 'Written since');
    doc.getMap('items').set(ITEM, 'junk');
    entity(doc, 'items', 'e-5').set('minutes', 7);
    entity(doc, 'items', 'e-5').set('presenters', 7);
    entity(doc, 'people', 'e-0').set('name', { no: 'name' });
    doc.getMap('meta').delete('schema');
    doc.getMap('meta').delete('title');
    expect(checkDocument(doc)).not.toEqual([]);
    expect(repairDocument(doc, good)).toEqual([]);
    const record = readRecord(doc);
    expect(record.meta).toEqual(readRecord(good).meta);
    expect(titles(doc)).toEqual(['A', 'B', 'C', 'New']);
    const [a, b, c] = agendaItems(record);
    const [goodA, , goodC] = agendaItems(readRecord(good));
    expect([a, c]).toEqual([goodA, goodC]);
    expect(JSON.stringify(b?.minutes)).toContain('Written since');
    expect(record.people[0]?.name).toBe('Anna');
  });

  test('D96: is one edit of its own origin, which undo does not touch; a good document is left alone', () => {
    const doc = start();
    const good = fork(doc);
    const origins: unknown[] = [];
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    expect(repairDocument(doc, good)).toEqual([]);
    expect(origins).toEqual([]);
    doc.getMap('items').set(ITEM, 1);
    const undo = createUndoManager(doc);
    repairDocument(doc, good);
    expect(origins.slice(1)).toEqual([REPAIR]);
    expect(undo.undo()).toBeNull();
    expect(titles(doc)).toContain('A');
  });

  test('D96: without a good state makes it workable, and invents no version', () => {
    const doc = start();
    doc.getMap('items').set(ITEM, 'junk');
    entity(doc, 'items', 'e-4').delete('minutes');
    entity(doc, 'items', 'e-5').set('title', 7);
    doc.getMap('meta').set('schema', 'none');
    expect(repairDocument(doc, null).map(({ kind }) => kind)).toEqual(['version']);
    expect(titles(doc)).toEqual(['B', '']);
    type(itemText(doc, 'e-4' as ItemId, 'minutes'), 'Can be written into');
  });

  test('D96: takes a flood out by who wrote most of it, and leaves everybody else’s work', () => {
    const doc = start();
    const good = fork(doc);
    const [honest, flooder] = [fork(doc), fork(doc)];
    addItem(honest, newId, 'e-2' as BlockId, { title: 'Honest' });
    honest.getArray('run').push([{ id: 'honest', at: 6, by: 'Ben', type: 'pause' }]);
    flooder.transact(() => {
      for (let i = 0; i < MAX_ENTRIES; i += 1)
        flooder.getMap('items').set(`x${i}`, new Y.Map([['title', 'Flood']]));
      flooder.getArray('run').insert(
        0,
        Array.from({ length: MAX_ENTRIES }, (_, i) => ({ id: `r${i}`, at: 1, by: '', type: 'pause' })),
      );
      flooder.getArray('run').push([{ id: 'last', at: 1, by: '', type: 'pause' }]);
    });
    meet(doc, honest, flooder);
    expect(checkDocument(doc).map(({ root }) => root)).toEqual(['items', 'run']);
    expect(repairDocument(doc, good)).toEqual([]);
    expect(titles(doc).toSorted()).toEqual(['A', 'B', 'C', 'Honest']);
    expect(readRecord(doc).run.map(({ id }) => id)).toEqual(['press', 'honest']);
    expect(repairDocument(flooder, null)).toEqual([]);
    expect(titles(flooder).toSorted()).toEqual(['A', 'B', 'C', 'Honest']);
  }, 30_000);

  test('D96: puts the good text in place of one without end', () => {
    const doc = start();
    const good = fork(doc);
    present(itemText(doc, ITEM, 'minutes')).insert(0, [new Y.XmlText('x'.repeat(MAX_TEXT + 1))]);
    repairDocument(doc, good);
    expect(readRecord(doc)).toEqual(readRecord(good));
  });

  test('D92: leaves a newer document alone', () => {
    const doc = start();
    const good = fork(doc);
    doc.getMap('meta').set('schema', 2);
    doc.getMap('items').set(ITEM, 'another kind');
    const before = Y.encodeStateAsUpdate(doc);
    expect(repairDocument(doc, good)).toEqual([]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('D97: by two peers at once, one without a good state, ends the same on both, restored', () => {
    for (let round = 0; round < 20; round += 1) {
      const doc = start();
      const good = fork(doc);
      const peer = fork(doc);
      doc.getMap('items').set(ITEM, 'junk');
      entity(doc, 'people', 'e-0').set('name', 7);
      meet(doc, peer);
      const third = fork(peer);
      repairDocument(doc, good);
      repairDocument(peer, null);
      repairDocument(third, good);
      editItem(third, ITEM, { duration: '45' });
      meet(doc, peer, third);
      for (const each of [doc, peer, third]) {
        expect(checkDocument(each)).toEqual([]);
        expect(readRecord(each)).toEqual(readRecord(doc));
      }
      expect(titles(doc)).toEqual(['A', 'B', 'C']);
      expect(readRecord(doc).people[0]?.name).toBe('Anna');
    }
  });

  test('D96: in 1,000 hostile cases leaves nothing to repair, and every part without a problem as it was', () => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const random = createRandom(seed + 1_000_000);
      const doc = start();
      const good = fork(doc);
      for (let i = 0; i <= seed % 2; i += 1) {
        try {
          Y.applyUpdate(doc, hostileUpdate(Y.encodeStateAsUpdate(doc), random));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
      const problems = checkDocument(doc);
      const spoilt = new Set(problems.map(({ root, id }) => `${root} ${id}`));
      const before = untouched(doc, spoilt);
      const left = repairDocument(doc, good);
      const why = `Seed ${seed}`;
      expect(left, why).toEqual([]);
      expect(checkDocument(doc), why).toEqual([]);
      expect(untouched(doc, spoilt), why).toEqual(before);
      readRecord(doc);
      const fresh = new Y.Doc();
      Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
      expect(checkDocument(fresh), why).toEqual([]);
    }
  }, 60_000);
});

/** What each entity says, those with a problem left out. */
function untouched(doc: Y.Doc, spoilt: ReadonlySet<string>): Map<string, string> {
  const said = new Map<string, string>();
  for (const root of ENTITY_ROOTS) {
    for (const [id, value] of doc.getMap(root)) {
      if (spoilt.has(`${root} ${id}`) || !(value instanceof Y.Map)) continue;
      said.set(
        `${root} ${id}`,
        JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part)),
      );
    }
  }
  return said;
}
