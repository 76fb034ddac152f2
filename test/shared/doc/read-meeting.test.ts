import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editDay } from '../../../shared/doc/commands/days.ts';
import { duplicateItem } from '../../../shared/doc/commands/duplicate-item.ts';
import { addItem, editItem, moveItem, removeItem } from '../../../shared/doc/commands/items.ts';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import { addPerson, editPerson, setPresenters } from '../../../shared/doc/commands/people.ts';
import { LOCAL } from '../../../shared/doc/origins.ts';
import { readMeeting, watchMeeting } from '../../../shared/doc/read-meeting.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { ENTITY_ROOTS, entityOf, metaOf, rootOf, runOf } from '../../../shared/doc/schema.ts';
import { itemText } from '../../../shared/doc/texts.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { createScene, fork, itemOf, meet, newId, outline, present, type } from './peers.ts';

describe('reading', () => {
  test('D1: what a newer version wrote survives every command and comes through to every peer', () => {
    const { doc, block, day, item } = createScene();
    const id = item({ title: 'A' });
    const entity = present(entityOf(doc, 'items', id));
    entity.set('mood', { from: 'v2' });
    entity.set('reactions', new Y.Map([['x', 1]]));
    doc.getMap('polls').set('p1', new Y.Map([['q', 'why']]));
    rootOf(doc, 'blocks').set('b2', new Y.Array());
    metaOf(doc).set('language', 'de');
    editItem(doc, id, { title: 'B', kind: 'round', tickets: ['T'] });
    moveItem(doc, id, { block, index: 0 });
    editDay(doc, day, { title: 'Day' });
    editMeta(doc, { title: 'New' });
    removeItem(doc, id);
    const peer = fork(doc);
    expect(entityOf(peer, 'items', id)?.toJSON()).toMatchObject({
      mood: { from: 'v2' },
      reactions: { x: 1 },
    });
    expect(peer.getMap('polls').toJSON()).toEqual({ p1: { q: 'why' } });
    expect(rootOf(peer, 'blocks').get('b2')).toBeInstanceOf(Y.Array);
    expect(metaOf(peer).get('language')).toBe('de');
  });

  test('D2: values of the wrong kind read as their defaults and stay', () => {
    const { doc, day, item } = createScene();
    const id = item({ title: 'A', start: 540 as never, duration: '30' });
    const entity = present(entityOf(doc, 'items', id));
    const odd = {
      kind: 'party',
      title: 7,
      start: 1440,
      duration: null,
      cancelled: true,
      tickets: 'T',
      presenters: [],
    };
    for (const [field, value] of Object.entries(odd)) entity.set(field, value);
    present(entityOf(doc, 'days', day)).set('date', '2026-02-30');
    metaOf(doc).set('timeZone', 'Middle/Earth');
    expect(itemOf(doc, id)).toEqual({
      id,
      kind: 'topic',
      title: '',
      presenters: [],
      presenterNote: '',
      start: null,
      duration: '',
      cancelled: null,
      tickets: [],
      slots: [],
    });
    expect(readMeeting(doc).days[0]?.date).toBe('2026-01-02');
    expect(readMeeting(doc).meta.timeZone).toBeNull();
    expect(entity.toJSON()).toMatchObject(odd);
  });

  test('D2: nothing a stranger puts into a document makes reading throw', () => {
    const shapes: readonly ((value: unknown) => unknown)[] = [
      (value) => value,
      () => new Y.Map(),
      () => new Y.Array(),
      () => new Y.Text('x'),
      () => new Y.XmlFragment(),
      () => new Y.XmlElement('p'),
      () => new Y.Doc(),
      (value) => new Y.Map([['x', value]]),
    ];
    const value = fc.tuple(fc.constantFrom(...shapes), fc.jsonValue()).map(([shape, json]) => shape(json));
    const fields = [
      'title',
      'order',
      'block',
      'parent',
      'day',
      'date',
      'presenters',
      'removed',
      'prep',
      'item',
    ];
    const write = fc.tuple(
      fc.constantFrom(...ENTITY_ROOTS),
      fc.constantFrom('a', 'b', 'no id!', '__proto__', 'constructor'),
      fc.option(fc.constantFrom(...fields)),
      value,
    );
    fc.assert(
      fc.property(fc.array(write, { maxLength: 40 }), fc.array(fc.jsonValue()), (writes, events) => {
        const doc = new Y.Doc();
        runOf(doc).push(events);
        const watched = watchMeeting(doc, () => {});
        for (const [root, id, field, content] of writes) {
          const entity = rootOf(doc, root).get(id);
          if (field === null) rootOf(doc, root).set(id, new Y.Map());
          else if (entity instanceof Y.Map) entity.set(field, content);
          else rootOf(doc, root).set(id, content);
        }
        expect(watched.current).toEqual(readMeeting(doc));
        readRecord(doc);
        watched.dispose();
      }),
    );
  }, 60_000);

  test('D3: a root that a stranger filled as a list reads as empty', () => {
    const doc = new Y.Doc();
    const stranger = new Y.Doc();
    stranger.getArray('items').push([1, 2, 3]);
    stranger.getText('people').insert(0, 'text');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stranger));
    expect(readMeeting(doc)).toMatchObject({ days: [], people: [] });
  });
});

describe('watching', () => {
  function watched(doc: Y.Doc) {
    const seen: Meeting[] = [];
    return { seen, watch: watchMeeting(doc, (meeting) => seen.push(meeting)) };
  }

  test('D70: calls back once for each transaction that changes what is shown', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const { seen, watch } = watched(doc);
    doc.transact(() => {
      editItem(doc, id, { title: 'B' });
      editMeta(doc, { title: 'New' });
      addPerson(doc, newId, { name: 'Anna' });
    }, LOCAL);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBe(watch.current);
    expect(watch.current).toEqual(readMeeting(doc));
    duplicateItem(doc, newId, id);
    expect(seen).toHaveLength(2);
    watch.dispose();
    editItem(doc, id, { title: 'C' });
    expect(seen).toHaveLength(2);
  });

  test('D70: does not call back for typing, nor for what nobody sees', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const { seen, watch } = watched(doc);
    const minutes = itemText(doc, id, 'minutes');
    type(minutes, 'typed');
    const paragraph = minutes?.get(0);
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('more')]);
    present(entityOf(doc, 'items', id)).set('unknown', 1);
    doc.getMap('polls').set('x', 1);
    expect(seen).toEqual([]);
    watch.dispose();
  });

  test('D70: calls back when a word brings a removed item back', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    const { seen, watch } = watched(doc);
    removeItem(doc, id);
    type(itemText(peer, id, 'minutes'), 'still here');
    meet(doc, peer);
    expect(seen.map((meeting) => meeting.days[0]?.blocks[0]?.items.length)).toEqual([0, 1]);
    watch.dispose();
  });

  test('D71: what did not change keeps its identity', () => {
    const { doc, item } = createScene();
    const [a, b] = [item({ title: 'A' }), item({ title: 'B' })];
    const anna = addPerson(doc, newId, { name: 'Anna' });
    const { watch } = watched(doc);
    const before = watch.current;
    editItem(doc, b, { title: 'B2' });
    const after = watch.current;
    expect(after.people).toBe(before.people);
    expect(after.run).toBe(before.run);
    expect(after.meta).toBe(before.meta);
    expect(after.days[0]?.blocks[0]?.items[0]).toBe(before.days[0]?.blocks[0]?.items[0]);
    expect(after.days[0]?.blocks[0]?.items[1]).not.toBe(before.days[0]?.blocks[0]?.items[1]);
    editPerson(doc, anna, { email: 'anna@example.org' });
    expect(watch.current.days).toBe(after.days);
    const moved = itemOf(doc, a);
    addItem(doc, newId, present(after.days[0]?.blocks[0]).id, { title: 'First' }, 0);
    expect(watch.current.days[0]?.blocks[0]?.items[1]).toEqual(moved);
    expect(watch.current.days[0]?.blocks[0]?.items[1]).toBe(after.days[0]?.blocks[0]?.items[0]);
    watch.dispose();
  });

  test('D70: follows what peers and undo do, also to sets', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'A' });
    const peer = fork(doc);
    const { watch } = watched(doc);
    const anna = addPerson(peer, newId, { name: 'Anna' });
    setPresenters(peer, id, [anna]);
    meet(doc, peer);
    expect(itemOf(doc, id).presenters).toEqual([anna]);
    expect(watch.current).toEqual(readMeeting(doc));
    rootOf(doc, 'items').delete(id);
    expect(watch.current).toEqual(readMeeting(doc));
    expect(outline(doc)).toEqual(['Morning: ']);
    watch.dispose();
  });

  test('D70: costs little in a meeting of ten days with thirty items each', () => {
    const { doc, item } = createScene();
    for (let day = 0; day < 10; day += 1) {
      const ids = Array.from({ length: 30 }, (_, i) => item({ title: `${day}.${i}` }));
      type(itemText(doc, present(ids[0]), 'minutes'), 'text '.repeat(1000));
    }
    const last = item({ title: 'last' });
    const { watch } = watched(doc);
    const reads: string[] = [];
    const items = rootOf(doc, 'items');
    const get = items.get.bind(items);
    items.get = (key: string) => {
      reads.push(key);
      return get(key);
    };
    present(entityOf(doc, 'items', last)).set('title', 'changed');
    expect([...new Set(reads)]).toEqual([last]);
    expect(present(watch.current.days[0]?.blocks[0]).items.at(-1)?.title).toBe('changed');
    watch.dispose();
  });
});
