import { describe, expect, test } from 'vitest';
import {
  doingWords,
  doubtWords,
  firstName,
  nameList,
  type WhereAbouts,
  wasWords,
} from '../../../../renderer/session/people/people-words.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Instant, TimeZone } from '../../../../shared/domain/time.ts';

const [SEARCH, ARCHIVE, GONE] = ['search', 'archive', 'gone'] as ItemId[] as [ItemId, ItemId, ItemId];
const titleOf = (item: ItemId) =>
  item === SEARCH ? 'Search index trial' : item === ARCHIVE ? 'Archive formats' : null;
const place = (over: Partial<WhereAbouts>): WhereAbouts => ({
  view: 'run',
  item: SEARCH,
  caret: null,
  ...over,
});
const caret = (item: ItemId, ...bytes: readonly (readonly number[])[]) => {
  const [head = [], anchor = head] = bytes.map((each) => Uint8Array.from(each));
  return { item, field: 'minutes' as const, head: head as Uint8Array, anchor: anchor as Uint8Array };
};

describe('what somebody does', () => {
  test.each<[string, WhereAbouts]>([
    ['reading here', place({})],
    ['reading Archive formats', place({ item: ARCHIVE })],
    ['writing here', place({ caret: caret(SEARCH, [1, 2], [1, 2]) })],
    ['selecting here', place({ caret: caret(SEARCH, [1, 2], [1, 3]) })],
    ['writing in Archive formats', place({ caret: caret(ARCHIVE, [1]) })],
    ['in the minutes', place({ item: GONE })],
    ['in the plan', place({ view: 'plan', item: null })],
    ['planning Archive formats', place({ view: 'plan', item: ARCHIVE })],
    ['at the action items', place({ view: 'actions', item: null })],
    ['publishing', place({ view: 'publish', item: null })],
    ['', place({ view: 'a view of a newer Quorum', item: null })],
  ])('%s', (words, where) => {
    expect(doingWords(where, SEARCH, titleOf)).toBe(words);
  });

  test('is told as past once nobody is heard, and not at all when it is not known', () => {
    expect(wasWords(place({}), SEARCH, titleOf)).toBe('was reading here');
    expect(wasWords(place({ view: '' }), SEARCH, titleOf)).toBe('');
  });

  test('is doubted in words', () => {
    const zone = 'Europe/Berlin' as TimeZone;
    const lastSeen = Date.parse('2026-03-11T10:07:00Z') as Instant;
    const later = (ms: number) => (lastSeen + ms) as Instant;
    expect(doubtWords({ liveness: 'live', lastSeen }, later(9000), zone)).toBe(null);
    expect(doubtWords({ liveness: 'doubtful', lastSeen }, later(8200), zone)).toBe(
      'last seen 8 s ago, trying again',
    );
    expect(doubtWords({ liveness: 'doubtful', lastSeen }, later(-500), zone)).toBe(
      'last seen 1 s ago, trying again',
    );
    expect(doubtWords({ liveness: 'away', lastSeen }, later(90_000), zone)).toBe('away since 11:07');
  });
});

test('names are listed as one says them', () => {
  expect(nameList(['Mara'])).toBe('Mara');
  expect(nameList(['Mara', 'Tomo'])).toBe('Mara and Tomo');
  expect(nameList(['Mara', 'Tomo', 'Ben'])).toBe('Mara, Tomo and Ben');
  expect(nameList(['Mara', 'Tomo', 'Ben', 'Leila', 'Sten'])).toBe('Mara, Tomo and 3 others');
  expect(firstName(' Mara Okafor')).toBe('Mara');
  expect(firstName('')).toBe('Somebody');
});
