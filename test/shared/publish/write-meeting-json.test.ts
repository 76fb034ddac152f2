import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeBundle } from '../../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { sampleRecord } from './sample-record.ts';

interface Parsed {
  readonly [key: string]: unknown;
}

function withoutPlanned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlanned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'planned');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPlanned(inner)]));
}

/** The same data with the fields of every object the other way round. */
function reversed<T>(value: T): T;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('writeMeetingJson', () => {
  test('holds the whole record, exactly', () => {
    const { format, version, ...record }: Parsed = JSON.parse(writeMeetingJson(sampleRecord()));
    expect([format, version]).toEqual(['quorum.meeting', 1]);
    expect(withoutPlanned(record)).toEqual(sampleRecord());
  });

  test('the same meeting is the same bytes, however its objects were made', () => {
    expect(writeMeetingJson(reversed(sampleRecord()))).toBe(writeMeetingJson(sampleRecord()));
  });

  test('items carry their planned times for people', () => {
    const json = writeMeetingJson(sampleRecord());
    expect(json).toContain(
      '"planned": {\n                "start": "09:10",\n                "end": "09:55"\n              }',
    );
    expect(json.endsWith('}\n')).toBe(true);
  });
});

describe('writeBundle', () => {
  const hash = 'ab'.repeat(32);

  test('holds the meeting and the files it lists, by hash', () => {
    const files = new Map([
      [hash, new Uint8Array([1, 2, 3])],
      ['cd'.repeat(32), new Uint8Array([4])],
    ]);
    const entries = unzipSync(writeBundle(sampleRecord(), files));
    expect(Object.keys(entries)).toEqual(['meeting.json', `attachments/${hash}`]);
    expect(strFromU8(entries['meeting.json'] ?? new Uint8Array())).toBe(writeMeetingJson(sampleRecord()));
    expect(entries[`attachments/${hash}`]).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('the same input is the same bytes', () => {
    expect(writeBundle(sampleRecord(), new Map())).toEqual(writeBundle(sampleRecord(), new Map()));
  });
});
