import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAlike, looksLikeName, splitNames } from '../../../shared/import/names.ts';

describe('splitNames', () => {
  test.each([
    ['Ann Lee, Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['Yusra AlSayyad/ John Swinbank', ['Yusra AlSayyad', 'John Swinbank']],
    [
      'Unknown User (mbutler) & Gregory Dubois-Felsmann',
      ['Unknown User (mbutler)', 'Gregory Dubois-Felsmann'],
    ],
    ["Wil O'Mullane and Rüya Aydın", ["Wil O'Mullane", 'Rüya Aydın']],
    ['Ludwig van Beethoven; @Ann Lee', ['Ludwig van Beethoven', 'Ann Lee']],
  ])('takes %j apart', (text, names) => {
    expect(splitNames(text)).toEqual({ names, notes: [], rest: [] });
  });

  test('gives remarks and words that are no names back', () => {
    expect(splitNames('Ann Lee (from 10:00), all, by request')).toEqual({
      names: ['Ann Lee'],
      notes: ['from 10:00'],
      rest: ['all', 'by request'],
    });
  });
});

describe('looksLikeName', () => {
  test.each(['Load test', 'all', 'TBD', 'the team', 'a', 'What is the plan', 'LSP', 'X'.repeat(80)])(
    'refuses %j',
    (text) => {
      expect(looksLikeName(text)).toBe(false);
    },
  );
});

describe('lookAlike', () => {
  const people = ['Leanne Guy', 'Wanda Ferro', 'Rüya Aydın', 'Ben Osei', 'Ben Adler'];

  test.each([
    ['Leanne Guv', 'Leanne Guy'],
    ['Laenne Guy', 'Leanne Guy'],
    ['W. Ferro', 'Wanda Ferro'],
    ['Wanda', 'Wanda Ferro'],
    ['Ruya Aydin', 'Rüya Aydın'],
    ['B.O.', 'Ben Osei'],
    ['Ben', null],
    ['Fritz Mueller', null],
  ])('takes %j for %j', (name, person) => {
    expect(lookAlike(name, people)).toBe(person);
  });

  test('finds any name with one letter changed, if no other is as near', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom(...'bdfhk'), (at, letter) => {
        const name = 'Leanne Guy';
        if (name[at] === ' ') return;
        expect(lookAlike(name.slice(0, at) + letter + name.slice(at + 1), people)).toBe(name);
      }),
    );
  });
});
