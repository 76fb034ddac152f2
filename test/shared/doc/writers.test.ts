import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import { copyMeeting } from '../../../shared/doc/copy-meeting.ts';
import { WRITER } from '../../../shared/doc/origins.ts';
import { watchMeeting } from '../../../shared/doc/read-meeting.ts';
import { readRecord, writeRecord } from '../../../shared/doc/record.ts';
import { createUndoManager } from '../../../shared/doc/undo.ts';
import { checkVersion } from '../../../shared/doc/upgrade.ts';
import { noteWriter, readWriters } from '../../../shared/doc/writers.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { createScene, fork, meet, updatesOf } from './peers.ts';

const ANNA = { user: 'u-anna', name: 'Anna' };

describe('the writers of a document', () => {
  test('D75: are noted once, with an origin of their own', () => {
    const { doc } = createScene();
    const origins: unknown[] = [];
    doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin));
    noteWriter(doc, doc.clientID, ANNA);
    expect(origins).toEqual([WRITER]);
    expect(updatesOf(doc, () => noteWriter(doc, doc.clientID, { ...ANNA }))).toBe(0);
    expect(readWriters(doc)).toEqual(new Map([[doc.clientID, ANNA]]));
  });

  test('D75: have the name they have now, of 200 letters at most', () => {
    const { doc } = createScene();
    noteWriter(doc, 1, ANNA);
    noteWriter(doc, 1, { ...ANNA, name: 'Anna-Lena' });
    noteWriter(doc, 2, { user: 'u-long', name: 'x'.repeat(500) });
    expect(readWriters(doc).get(1)?.name).toBe('Anna-Lena');
    expect(readWriters(doc).get(2)?.name).toHaveLength(200);
    expect(updatesOf(doc, () => noteWriter(doc, 2, { user: 'u-long', name: 'x'.repeat(500) }))).toBe(0);
  });

  test('D75: are noted by each peer, and all know all', () => {
    const { doc } = createScene();
    const peer = fork(doc);
    noteWriter(doc, doc.clientID, ANNA);
    noteWriter(peer, peer.clientID, { user: 'u-ben', name: 'Ben' });
    meet(doc, peer);
    expect(readWriters(doc)).toEqual(readWriters(peer));
    expect(readWriters(doc).size).toBe(2);
  });

  test('D75: are neither undone, nor shown, nor in a record, and make no meeting of an empty document', () => {
    const { doc } = createScene();
    const undo = createUndoManager(doc);
    let shown = 0;
    const watch = watchMeeting(doc, () => {
      shown += 1;
    });
    const record = readRecord(doc);
    noteWriter(doc, doc.clientID, ANNA);
    expect(shown).toBe(0);
    expect(readRecord(doc)).toEqual(record);
    editMeta(doc, { title: 'B' });
    while (undo.undo());
    expect(readWriters(doc).size).toBe(1);
    watch.dispose();

    const empty = new Y.Doc();
    noteWriter(empty, empty.clientID, ANNA);
    expect(checkVersion(empty)).toBe('empty');
    writeRecord(empty, record);
    expect(readRecord(empty)).toEqual(record);
  });

  test('D92: are not noted in a document of a newer version', () => {
    const { doc } = createScene();
    doc.getMap('meta').set('schema', 2);
    expect(updatesOf(doc, () => noteWriter(doc, doc.clientID, ANNA))).toBe(0);
  });

  test('D76: stay in a copy of the meeting', () => {
    const { doc } = createScene();
    noteWriter(doc, doc.clientID, ANNA);
    const copy = new Y.Doc();
    noteWriter(copy, copy.clientID, { user: 'u-ben', name: 'Ben' });
    copyMeeting(doc, copy, 1 as Instant);
    expect(readWriters(copy).get(doc.clientID)).toEqual(ANNA);
    expect(readWriters(copy).size).toBe(2);
  });

  test('D76: are unknown where a note cannot be read', () => {
    const doc = new Y.Doc();
    const writers = doc.getMap('writers');
    const notes = [null, 7, 'Anna', [], {}, { user: 'u' }, { user: '', name: 'A' }, { user: 1, name: 'A' }];
    for (const [i, note] of notes.entries()) writers.set(String(i), note);
    writers.set('20', new Y.Map([['user', 'u']]));
    for (const key of ['', '-1', '1e3', '01', '1'.repeat(400), '__proto__']) writers.set(key, ANNA);
    expect(readWriters(doc)).toEqual(new Map());
    noteWriter(doc, 3, ANNA);
    expect(readWriters(doc)).toEqual(new Map([[3, ANNA]]));
  });
});
