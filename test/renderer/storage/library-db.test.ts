import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { crc32 } from '../../../renderer/storage/checksum.ts';
import { openLibrary } from '../../../renderer/storage/library.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { startOfMeeting } from '../../shared/doc/hostile.ts';
import { newId } from '../../shared/doc/peers.ts';
import { MEETING, newPlace, testClock } from './test-db.ts';

test('a library of the first version opens with all that is in it, and keeps versions from then on', async () => {
  const { name, ...place } = newPlace();
  const first = new Dexie(name, place);
  first.version(1).stores({
    meetings: 'id',
    summaries: 'id',
    updates: '++seq, [meeting+seq]',
    snapshots: '++id, [meeting+through]',
    snapshotBytes: 'id',
    damaged: '++id, meeting',
    blobs: 'sha256',
    settings: 'key',
  });
  const bytes = startOfMeeting();
  await first.table('meetings').add({ id: MEETING, createdAt: 1, deletedAt: null });
  await first.table('updates').add({ meeting: MEETING, at: 1, bytes, crc: crc32(bytes) });
  await first.table('settings').add({ key: 'look', value: 'dark' });
  first.close();

  const library = await openLibrary({ name, ...place, newId, now: testClock().now });
  onTestFinished(() => library.close());
  const opened = await library.open(MEETING);
  if (!opened.ok) throw new Error(opened.error.message);
  const expected = new Y.Doc();
  Y.applyUpdate(expected, bytes);
  expect(readRecord(opened.value.doc)).toEqual(readRecord(expected));
  expect(await library.settings.get('look')).toBe('dark');
  (await opened.value.keepVersions('tried out'))?.destroy();
  expect(await library.keptVersions(MEETING)).toHaveLength(2);
  await opened.value.close();
});
