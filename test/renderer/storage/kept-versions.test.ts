import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { KEPT_ROWS } from '../../../renderer/storage/kept-versions.ts';
import { openLibrary } from '../../../renderer/storage/library.ts';
import { LibraryDb } from '../../../renderer/storage/library-db.ts';
import type { StoredMeeting } from '../../../renderer/storage/stored-meeting.ts';
import { checkDocument, problemWords } from '../../../shared/doc/check-document.ts';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { repairDocument } from '../../../shared/doc/repair-document.ts';
import { checkVersion } from '../../../shared/doc/upgrade.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { agendaItems } from '../../../shared/domain/registers.ts';
import { startOfMeeting } from '../../shared/doc/hostile.ts';
import { newId } from '../../shared/doc/peers.ts';
import { flipBit, newPlace, testClock } from './test-db.ts';

async function openMeeting() {
  const place = newPlace();
  const clock = testClock();
  const library = await openLibrary({ ...place, newId, now: clock.now });
  const db = new LibraryDb(place);
  onTestFinished(() => {
    library.close();
    db.close();
  });
  const id = await library.create((doc) => Y.applyUpdate(doc, startOfMeeting()));
  const open = async (which: MeetingId): Promise<StoredMeeting> => {
    const opened = await library.open(which);
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(async () => void (await opened.value.close()));
    return opened.value;
  };
  return { library, db, clock, id, open, stored: await open(id) };
}

/** What a session does when it finds problems. */
async function repair(stored: StoredMeeting): Promise<void> {
  const good = await stored.keepVersions(problemWords(checkDocument(stored.doc)));
  repairDocument(stored.doc, good);
  good?.destroy();
}

const titles = (doc: Y.Doc) => agendaItems(readRecord(doc)).map(({ title }) => title);

function spoil({ doc }: StoredMeeting): void {
  doc.getMap('items').set('e-3', 'junk');
  doc.getMap('items').set(
    'e-9',
    new Y.Map([
      ['title', 'Only in the spoilt one'],
      ['block', 'e-2'],
    ]),
  );
  doc.getMap('meta').set('schema', 'none');
}

describe('versions that are kept', () => {
  test('are the spoilt state and the last good one, and the meeting goes on repaired', async () => {
    const { library, stored, id, clock } = await openMeeting();
    spoil(stored);
    clock.advance(60_000);
    await repair(stored);
    expect(titles(stored.doc).toSorted()).toEqual(['A', 'B', 'C', 'Only in the spoilt one']);
    const kept = await library.keptVersions(id);
    expect(kept).toMatchObject([
      { meeting: id, state: 'spoilt', keptAt: clock.now(), at: clock.now() },
      { meeting: id, state: 'good', keptAt: clock.now(), at: clock.now() - 60_000 },
    ]);
    expect(kept[0]?.reason).toMatch(/version could not be read, .*replaced/);
  });

  test('open as meetings of their own, both of which can be worked with', async () => {
    const { library, stored, id, open } = await openMeeting();
    spoil(stored);
    await repair(stored);
    const [spoilt, good] = await library.keptVersions(id);
    const [fromSpoilt, fromGood] = [
      await open(await library.copyOfKept(spoilt?.id ?? 0)),
      await open(await library.copyOfKept(good?.id ?? 0)),
    ];
    expect(titles(fromSpoilt.doc)).toEqual(['B', 'C', 'Only in the spoilt one']);
    expect(titles(fromGood.doc)).toEqual(['A', 'B', 'C']);
    for (const { doc } of [fromSpoilt, fromGood]) {
      expect(checkVersion(doc)).toBe('current');
      expect(checkDocument(doc)).toEqual([]);
      expect(readRecord(doc).meta.title).toBe('Start (copy)');
      editMeta(doc, { title: 'Works' });
    }
  });

  test('of a meeting without a good state are one', async () => {
    const { library, db, stored, id } = await openMeeting();
    await db.updates.clear();
    spoil(stored);
    await repair(stored);
    expect((await library.keptVersions(id)).map(({ state }) => state)).toEqual(['spoilt']);
  });

  test('say so when they are gone, damaged or of a newer version', async () => {
    const { library, db, stored, id } = await openMeeting();
    stored.doc.getMap('meta').set('schema', 2);
    await repair(stored);
    const [newer, good] = await library.keptVersions(id);
    await expect(library.copyOfKept(newer?.id ?? 0)).rejects.toThrow(/update Quorum/);
    const bytes = (await db.keptBytes.get(good?.id ?? 0))?.bytes ?? new Uint8Array();
    await db.keptBytes.update(good?.id ?? 0, { bytes: flipBit(bytes) });
    await expect(library.copyOfKept(good?.id ?? 0)).rejects.toThrow(/damaged/);
    await expect(library.copyOfKept(999)).rejects.toThrow(/not kept any more/);
    expect(await db.meetings.count()).toBe(1);
  });

  test('are the latest few, and go with their meeting', async () => {
    const { library, db, stored, id } = await openMeeting();
    for (let i = 0; i < 8; i += 1) {
      spoil(stored);
      await repair(stored);
    }
    expect(await library.keptVersions(id)).toHaveLength(KEPT_ROWS);
    expect(await db.keptBytes.count()).toBe(KEPT_ROWS);
    await library.purge(id);
    expect(await db.kept.count()).toBe(0);
    expect(await db.keptBytes.count()).toBe(0);
  });
});
