import { describe, expect, test } from 'vitest';
import { arrangeBar } from '../../../../renderer/features/presence/arrange-bar.ts';
import { changeWords } from '../../../../renderer/features/presence/change-words.ts';
import type { PersonHere } from '../../../../renderer/session/sync-types.ts';
import type { Instant } from '../../../../shared/domain/time.ts';

const person = (user: string, liveness: PersonHere['liveness'] = 'live'): PersonHere => ({
  user,
  name: user,
  liveness,
  lastSeen: 0 as Instant,
  view: 'run',
  item: null,
  caret: null,
  typing: false,
  path: 'direct',
  rttMs: null,
  upToDate: true,
  version: 'same',
});
const users = (list: readonly PersonHere[]) => list.map(({ user }) => user).join('');

describe('the top bar', () => {
  test('shows six people, of more than six five and the number of the rest', () => {
    const all = (count: number) => arrangeBar([...'abcdefghij'].slice(0, count).map((user) => person(user)));
    expect(users(all(6).shown)).toBe('abcdef');
    expect(all(6).rest).toEqual([]);
    expect(users(all(9).shown)).toBe('abcde');
    expect(users(all(9).rest)).toBe('fghi');
  });

  test('keeps who is in doubt in their place and leaves out who is away', () => {
    expect(users(arrangeBar([person('a'), person('b', 'doubtful'), person('c', 'away')]).shown)).toBe('ab');
  });
});

describe('comings and goings', () => {
  const names = (...list: readonly string[]) => new Map(list.map((name) => [name.toLowerCase(), name]));

  test('are one sentence each', () => {
    expect(changeWords(names('Leila'), names('Mara', 'Tomo'))).toBe('Mara and Tomo joined. Leila left.');
    expect(changeWords(names('Leila'), names('Leila'))).toBe('');
  });
});
