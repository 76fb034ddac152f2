import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editItem } from '../../../shared/doc/commands/items.ts';
import { UPGRADE } from '../../../shared/doc/origins.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { metaOf, rootOf } from '../../../shared/doc/schema.ts';
import { checkVersion, UPGRADES, type UpgradeStep, upgrade } from '../../../shared/doc/upgrade.ts';
import { createScene, fork, meet, updatesOf } from './peers.ts';

const eachItem = (doc: Y.Doc, run: (item: Y.Map<unknown>) => void) => {
  for (const item of rootOf(doc, 'items').values()) if (item instanceof Y.Map) run(item);
};

const STEPS: readonly UpgradeStep[] = [
  {
    to: 2,
    run: (doc) => eachItem(doc, (item) => item.set('minutesPlanned', Number(item.get('duration')) || null)),
  },
  { to: 3, run: (doc) => eachItem(doc, (item) => item.set('short', String(item.get('title')).slice(0, 3))) },
];

describe('the version of a document', () => {
  test('D90: is told apart', () => {
    const { doc } = createScene();
    expect(checkVersion(doc)).toBe('current');
    expect(checkVersion(doc, 2)).toBe('older');
    metaOf(doc).set('schema', 2);
    expect(checkVersion(doc)).toBe('newer');
    expect(checkVersion(new Y.Doc())).toBe('empty');
    for (const version of ['1', 0, -1, 1.5, 10_000, 1e300, null, {}]) {
      metaOf(doc).set('schema', version);
      expect(checkVersion(doc)).toBe('broken');
    }
    const half = new Y.Doc();
    rootOf(half, 'items').set('a', new Y.Map());
    expect(checkVersion(half)).toBe('broken');
  });

  test('D90: a newer peer makes it newer, and nothing is lost by that', () => {
    const { doc, item } = createScene();
    item({ title: 'A' });
    const peer = fork(doc);
    upgrade(peer, STEPS);
    meet(doc, peer);
    expect(checkVersion(doc)).toBe('newer');
    expect(readRecord(doc)).toEqual(readRecord(peer));
  });
});

describe('an upgrade', () => {
  test('D91: by two peers at once ends as by one alone', () => {
    const { doc, item } = createScene();
    item({ title: 'Alpha', duration: '30' });
    item({ title: 'Beta' });
    const [one, two, alone] = [fork(doc), fork(doc), fork(doc)];
    for (const peer of [one, two, alone]) upgrade(peer, STEPS);
    meet(one, two);
    expect(one.toJSON()).toEqual(alone.toJSON());
    expect(two.toJSON()).toEqual(alone.toJSON());
  });

  test('D91: keeps what a peer of the old version writes at the same time', () => {
    const { doc, item } = createScene();
    const id = item({ title: 'Alpha' });
    const peer = fork(doc);
    upgrade(doc, STEPS);
    editItem(peer, id, { title: 'Beta' });
    meet(doc, peer);
    expect((rootOf(doc, 'items').get(id) as Y.Map<unknown>).get('title')).toBe('Beta');
  });

  test('D91: is one transaction, from the version there is, and none where there is nothing to do', () => {
    const { doc } = createScene();
    const origins: unknown[] = [];
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    expect(upgrade(doc, STEPS)).toBe(true);
    expect(origins).toEqual([UPGRADE]);
    expect(metaOf(doc).get('schema')).toBe(3);
    expect(updatesOf(doc, () => expect(upgrade(doc, STEPS)).toBe(false))).toBe(0);
    expect(upgrade(new Y.Doc(), STEPS)).toBe(false);
    expect(updatesOf(doc, () => upgrade(doc, UPGRADES))).toBe(0);
  });
});
