import { describe, expect, test } from 'vitest';
import {
  findByName,
  searchPeople,
  shortName,
} from '../../../../../renderer/features/plan/logic/person-search.ts';
import { person } from '../builders.ts';

const people = ['Rüya Aydın', 'Ben Osei', 'Benita Cruz', 'Anne-Marie Duval', 'Łukasz Weiß'].map((name) =>
  person(name),
);

describe('searching people', () => {
  test.each([
    ['ruya', ['Rüya Aydın']],
    ['aydin', ['Rüya Aydın']],
    ['ra', ['Rüya Aydın']],
    ['ben', ['Ben Osei']],
    ['be', ['Ben Osei', 'Benita Cruz']],
    ['b.os', ['Ben Osei']],
    ['marie', ['Anne-Marie Duval']],
    ['lukasz weiss', ['Łukasz Weiß']],
    ['nobody', []],
    ['', []],
  ])('%j finds %j', (typed, names) => {
    expect(searchPeople(people, typed).map(({ name }) => name)).toEqual(names);
  });

  test('the same name is the same person, accents aside', () => {
    expect(findByName(people, 'ruya aydin')?.name).toBe('Rüya Aydın');
    expect(findByName(people, 'ruya')).toBeNull();
  });
});

test.each([
  ['Wanda Ferro', 'W. Ferro'],
  ['Anna Maria de Vries', 'A. Maria de Vries'],
  ['Ruya', 'Ruya'],
  ['W. Ferro', 'W. Ferro'],
])('%s is short %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
