import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMeetingJson } from '../../../shared/import/meeting-json.ts';
import { writeMeetingJson } from '../../../shared/publish/write-meeting-json.ts';
import { importFixture } from './import-fixture.ts';

const { record } = importFixture('spring-review.md');
const written = writeMeetingJson(record);

/** The written form with one value put in at a path. */
function changed(path: string, value: unknown): string {
  const file: unknown = JSON.parse(written);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let holder: unknown = file;
  for (const key of keys) holder = Reflect.get(Object(holder), key);
  Reflect.set(Object(holder), last, value);
  return JSON.stringify(file);
}

function problem(text: string): { code: string; message: string } {
  const read = readMeetingJson(text);
  if (read.ok) throw new Error('was read');
  return read.error;
}

describe('readMeetingJson', () => {
  test('gives back what was written', () => {
    expect(readMeetingJson(written)).toEqual({ ok: true, value: record });
  });

  test('ignores planned times and fields it does not know', () => {
    const text = changed('meta.mood', 'good').replace('{', '{"colour": "blue", ');
    expect(readMeetingJson(text)).toEqual({ ok: true, value: record });
    expect(written).toContain('"planned"');
  });

  test.each([
    ['no JSON', '{"format": "quorum.meeting", "version": 1, "meta"', 'damaged'],
    ['other JSON', '{"name": "quorum"}', 'no-meeting'],
    ['a list', '[1, 2]', 'no-meeting'],
    ['no version', '{"format": "quorum.meeting"}', 'damaged'],
    ['a newer version', '{"format": "quorum.meeting", "version": 2}', 'newer-version'],
    ['a deep nest', `{"format": "quorum.meeting", "version": 1, "meta": ${'['.repeat(100_000)}`, 'damaged'],
  ])('refuses %s with words that say what to do', (_, text, code) => {
    expect(problem(text)).toMatchObject({ code, message: expect.stringMatching(/(?:Open|Update|open) /) });
  });

  test.each([
    ['meta.timeZone', 'Mars/Olympus'],
    ['days.0.date', '2026-02-30'],
    ['days.0.blocks.1.items.0.start', 1440],
    ['days.0.blocks.0.items.0.prep', { type: 'doc', content: [{ type: 'script' }] }],
    ['people.2.name', 7],
    ['people.1.id', '../../etc'],
    ['proposals', 'none'],
    ['run', [{ id: 'a', at: 1, by: '', type: 'explode' }]],
  ])('says that %s is damaged', (path, value) => {
    const { code, message } = problem(changed(path, value));
    expect(code).toBe('damaged');
    expect(message).toContain(`at ${path}`);
  });

  test('refuses two things with one id', () => {
    expect(problem(changed('people.1.id', record.people[0]?.id)).message).toContain(
      'at people: has an id twice',
    );
  });

  test.each([
    ['block', 'days.1.blocks.0.id', record.days[0]?.blocks[0]?.id],
    ['item', 'days.1.blocks.0.items.0.id', record.days[0]?.blocks[0]?.items[0]?.id],
  ])('refuses one id for a %s in two days: a document keeps them side by side', (_, path, id) => {
    expect(problem(changed(path, id)).message).toContain('at days: has the id of a block or an item twice');
  });

  test('takes no link that could do harm', () => {
    const text = written.replace('https://docs.example.org/winter-report', 'javascript:alert(1)');
    expect(problem(text).code).toBe('damaged');
  });

  test('leaves out references to people and items that are not there', () => {
    const text = changed('people', record.people.slice(0, 1));
    const read = readMeetingJson(text);
    if (!read.ok) throw new Error(read.error.message);
    const known = new Set(read.value.people.map((person) => person.id));
    for (const block of read.value.days.flatMap((day) => day.blocks)) {
      for (const id of [...block.moderators, ...block.items.flatMap((item) => item.presenters)])
        expect(known).toContain(id);
    }
  });

  test('never throws, whatever is cut out of a file or put into it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: written.length }),
        fc.nat({ max: 40 }),
        fc.string({ maxLength: 12 }),
        (at, cut, put) => {
          readMeetingJson(written.slice(0, at) + put + written.slice(at + cut));
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readMeetingJson(JSON.stringify({ format: 'quorum.meeting', version: 1, meta: value, days: value }));
      }),
    );
  });
});
