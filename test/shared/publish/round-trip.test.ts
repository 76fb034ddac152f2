// What Quorum writes, Quorum reads: the writers of shared/publish against the readers of shared/import.

import { describe, expect, test } from 'vitest';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { openFile } from '../../../shared/import/open-file.ts';
import { defaultPublishOptions } from '../../../shared/publish/publish-options.ts';
import { renderMarkdown } from '../../../shared/publish/render-markdown.ts';
import { writeBundle } from '../../../shared/publish/write-bundle.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { longRecord, NOW, sampleRecord } from './sample-record.ts';

function readBack(name: string, content: string | Uint8Array): MeetingRecord {
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `new-${count}`;
  };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const opened = openFile(name, bytes, { newId, now: NOW, timeZone: null });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.record;
}

/** The record with its ids numbered in order of appearance, so that two readings of one meeting are equal. */
function numbered(record: MeetingRecord): unknown {
  const ids = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string' && !ids.has(value.id))
      ids.set(value.id, `#${ids.size}`);
    Object.values(value).forEach(collect);
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  collect(record);
  return replace(record);
}

describe.each([
  ['the sample meeting', sampleRecord],
  ['a long meeting', longRecord],
])('%s comes back', (_name, make) => {
  test('from JSON, exactly', () => {
    expect(readBack('m.json', writeMeetingJson(make()))).toEqual(make());
  });

  test('from a bundle, exactly', () => {
    expect(readBack('m.quorum', writeBundle(make(), new Map()))).toEqual(make());
  });

  test('from Markdown, but for its ids, its run and its state', () => {
    const options = { ...defaultPublishOptions('minutes', NOW), dialIn: true, comments: true };
    const { meta, ...rest } = { ...make(), run: [] };
    const kept: MeetingRecord = { ...rest, meta: { ...meta, state: 'draft', createdAt: NOW } };
    expect(numbered(readBack('m.md', renderMarkdown(make(), options)))).toEqual(numbered(kept));
  });
});
