import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Attachment, MeetingRecord } from '../../../shared/domain/meeting.ts';
import { readBundle } from '../../../shared/import/bundle.ts';
import { writeBundle } from '../../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { importFixture } from './import-fixture.ts';

const slides = strToU8('%PDF-1.7 the slides');
const hash = createHash('sha256').update(slides).digest('hex');
const { record: page } = importFixture('spring-review.md');
const [first, ...others] = page.attachments;
const record: MeetingRecord = {
  ...page,
  attachments: [{ ...(first as Attachment), sha256: hash, size: slides.length }, ...others],
};
const meeting = strToU8(writeMeetingJson(record));

const code = (bytes: Uint8Array) => {
  const read = readBundle(bytes);
  return read.ok ? 'ok' : read.error.code;
};

describe('readBundle', () => {
  test('gives back the meeting and its files', () => {
    const read = readBundle(writeBundle(record, new Map([[hash, slides]])));
    expect(read).toEqual({ ok: true, value: { record, attachments: new Map([[hash, slides]]) } });
  });

  test('refuses a file that is not the one that was saved, and names it', () => {
    const bytes = zipSync({ 'meeting.json': meeting, [`attachments/${hash}`]: strToU8('other slides') });
    expect(readBundle(bytes)).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining(record.attachments[0]?.name ?? '') },
    });
  });

  test('takes no entry it does not know, wherever its path leads', () => {
    const bytes = zipSync({
      'meeting.json': meeting,
      '../../evil.sh': slides,
      '/etc/passwd': slides,
      'attachments/../meeting.json': slides,
      [`attachments/${hash}/../../x`]: slides,
      __proto__: slides,
    });
    const read = readBundle(bytes);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.value.attachments.size).toBe(0);
  });

  test('says so when there is no meeting in an archive', () => {
    expect(code(zipSync({ 'word/document.xml': slides }))).toBe('no-meeting');
  });

  test('refuses more than a meeting can be, by what the directory announces, without unpacking', () => {
    const bytes = writeBundle(record, new Map());
    const entry = bytes.findLastIndex(
      (byte, i) => byte === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2,
    );
    const bomb = bytes.slice();
    new DataView(bomb.buffer).setUint32(entry + 24, 0xf0000000, true);
    expect(code(bomb)).toBe('too-large');
  });

  test('is not fooled by a directory that announces too little', () => {
    const bytes = zipSync({ 'meeting.json': meeting, [`attachments/${hash}`]: new Uint8Array(5_000_000) });
    const entry = bytes.findLastIndex(
      (byte, i) => byte === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2,
    );
    const lie = bytes.slice();
    new DataView(lie.buffer).setUint32(entry + 24, 10, true);
    expect(code(lie)).toBe('damaged');
  });

  test('never throws on a bundle with changed bytes', () => {
    const bytes = writeBundle(record, new Map([[hash, slides]]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 }),
        fc.nat({ max: bytes.length }),
        (changes, end) => {
          const copy = bytes.slice(0, end);
          for (const [at, byte] of changes) if (at < end) copy[at] = byte;
          readBundle(copy);
        },
      ),
      { numRuns: 300 },
    );
  });
});
