import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import { makeSampleMeeting, SAMPLE_MEETING } from './sample-meeting.ts';

/** Ids by place instead of by value: the committed file may keep its own. */
function withPlaceIds(value: unknown): unknown {
  const places = new Map<string, string>();
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null) {
      if ('id' in part && typeof part.id === 'string') places.set(part.id, `#${places.size}`);
      for (const key of Object.keys(part).sort())
        collect(Object.entries(part).find(([name]) => name === key)?.[1]);
    }
  };
  collect(value);
  const rename = (_: string, part: unknown) => (typeof part === 'string' ? (places.get(part) ?? part) : part);
  return JSON.parse(JSON.stringify(value, rename));
}

describe('the sample meeting of the library', () => {
  const text = readFileSync(SAMPLE_MEETING, 'utf8');

  test('is a meeting that can be opened', () => {
    expect(readMeetingJson(text)).toMatchObject({
      ok: true,
      value: {
        meta: { title: 'Platform leads, spring review', timeZone: 'America/Phoenix', state: 'draft' },
      },
    });
  });

  test('is what the importer makes of its page', () => {
    const read = readMeetingJson(text);
    if (!read.ok) throw new Error(read.error.message);
    expect(withPlaceIds(read.value)).toEqual(withPlaceIds(makeSampleMeeting()));
  });
});
