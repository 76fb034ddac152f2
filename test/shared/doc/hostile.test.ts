import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { buildFacts } from '../../../renderer/storage/meeting-summary.ts';
import { readMeeting, watchMeeting } from '../../../shared/doc/read-meeting.ts';
import { readRichText } from '../../../shared/doc/read-rich-text.ts';
import { readRecord } from '../../../shared/doc/record.ts';
import { checkVersion } from '../../../shared/doc/upgrade.ts';
import { readWriters } from '../../../shared/doc/writers.ts';
import { compareRecords } from '../../../shared/domain/compare-records.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { isCalendarDate } from '../../../shared/domain/rich-text-attrs.ts';
import { checkRichDoc } from '../../../shared/domain/rich-text-check.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { expectValid, textsOf } from '../../convergence/validity.ts';
import { createRandom, hostileUpdate, startOfMeeting, wrongRoots } from './hostile.ts';

const START = startOfMeeting();
const CASES = 2_000;

/** Everything that reads a document, on what the update made of it. */
function readAll(doc: Y.Doc, before: MeetingRecord): void {
  checkVersion(doc);
  readWriters(doc);
  const record = readRecord(doc);
  for (const text of textsOf(record))
    if (!checkRichDoc(text).ok) throw new Error('A text is not well-formed');
  for (const { date } of record.days) if (!isCalendarDate(date)) throw new Error(`No date: ${date}`);
  for (const at of [record.meta.createdAt, ...record.run.map((event) => event.at)])
    new Date(at).toISOString();
  buildFacts('m' as MeetingId, record, 1 as Instant);
  compareRecords(before, record);
  if (!readMeetingJson(writeMeetingJson(record)).ok)
    throw new Error('The file written from it does not open');
}

function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update, 'peer');
    return true;
  } catch (error) {
    // Bytes that are no update: the guard before the document drops them (renderer/sync).
    expect(error).toBeInstanceOf(Error);
    return false;
  }
}

describe('a hostile member', () => {
  test(`D2: in ${CASES} cases makes no reader throw, open or opened afterwards, and everything shown is well-formed`, () => {
    for (let seed = 0; seed < CASES; seed += 1) {
      const random = createRandom(seed);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, START);
      const before = readRecord(doc);
      const watch = watchMeeting(doc, () => {});
      for (let i = 0; i <= seed % 2; i += 1) {
        const update = hostileUpdate(Y.encodeStateAsUpdate(doc), random);
        if (!applies(doc, update)) break;
        try {
          readAll(doc, before);
          if (!isDeepStrictEqual(watch.current, readMeeting(doc))) throw new Error('The mirror differs');
          const fresh = new Y.Doc();
          if (applies(fresh, Y.encodeStateAsUpdate(doc))) readRecord(fresh);
        } catch (error) {
          throw new Error(`Seed ${seed}`, { cause: error });
        }
      }
      watch.dispose();
    }
  }, 120_000);

  test('D62: whose text is made to take long to read costs no more than its size', () => {
    const doc = new Y.Doc();
    const text = doc.getXmlFragment('text');
    let parent: Y.XmlFragment = text;
    for (let depth = 0; depth < 505; depth += 1) {
      const heading = new Y.XmlElement('heading');
      parent.insert(0, [heading]);
      parent = heading;
    }
    parent.insert(
      0,
      Array.from({ length: 20_000 }, () => new Y.XmlElement('hardBreak')),
    );
    parent.insert(0, [new Y.XmlText('Words down here')]);
    const start = performance.now();
    const { doc: read, unknown } = readRichText(text);
    expect(performance.now() - start).toBeLessThan(300);
    expect(JSON.stringify(read)).toContain('Words down here');
    expect(unknown).toContain('depth');
  });

  test('D2: who fills roots with types of another kind takes nothing away', () => {
    for (const order of ['before', 'after'] as const) {
      const doc = new Y.Doc();
      if (order === 'before') Y.applyUpdate(doc, wrongRoots());
      Y.applyUpdate(doc, START);
      if (order === 'after') Y.applyUpdate(doc, wrongRoots());
      const expected = new Y.Doc();
      Y.applyUpdate(expected, START);
      expect(readRecord(doc)).toEqual(readRecord(expected));
      expect(checkVersion(doc)).toBe('current');
      expectValid(doc);
    }
  });
});
