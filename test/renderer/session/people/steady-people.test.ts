import { expect, test } from 'vitest';
import { steadyPeople } from '../../../../renderer/session/people/steady-people.ts';
import type { Caret, PersonHere } from '../../../../renderer/session/sync-types.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/time.ts';

const caret = (anchor: number, head = anchor): Caret => ({
  item: 'a' as ItemId,
  field: 'minutes',
  anchor: Uint8Array.of(anchor),
  head: Uint8Array.of(head),
});

const ines: PersonHere = {
  user: 'ines',
  name: 'Ines Maur',
  liveness: 'live',
  lastSeen: 0 as Instant,
  view: 'run',
  item: 'a' as ItemId,
  caret: caret(1),
  typing: false,
  path: 'direct',
  rttMs: 4,
  upToDate: true,
  version: 'same',
};

test('a caret that moves, a round trip and having everything make no new list', () => {
  const before = [ines];
  expect(steadyPeople(before, [{ ...ines, caret: caret(2), rttMs: 40, upToDate: false }])).toBe(before);
});

test.each<[string, Partial<PersonHere>]>([
  ['another name', { name: 'Ines' }],
  ['doubt', { liveness: 'doubtful' }],
  ['another view', { view: 'plan' }],
  ['another item', { caret: { ...caret(1), item: 'b' as ItemId } }],
  ['typing', { typing: true }],
  ['selecting', { caret: caret(1, 2) }],
  ['no caret any more', { caret: null }],
  ['an older app', { version: 'older' }],
])('%s makes a new list', (_, change) => {
  const next = [{ ...ines, ...change }];
  expect(steadyPeople([ines], next)).toBe(next);
});

test('somebody who comes or goes makes a new list', () => {
  expect(steadyPeople([ines], [])).toEqual([]);
  expect(steadyPeople([], [ines])).toEqual([ines]);
});
