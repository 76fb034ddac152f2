import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines } from '../../../shared/domain/compare-lines.ts';

const lines = (words: readonly string[]) => words.map((word) => ({ words: word, id: null }));
const compare = (before: readonly string[], after: readonly string[]) =>
  compareLines(lines(before), lines(after)).map(({ kind, before: from, after: to }) =>
    [kind, from, to].filter((word) => word !== '').join(' | '),
  );

describe('two lists of lines', () => {
  test('that are equal have no changes', () => {
    fc.assert(fc.property(fc.array(fc.string()), (words) => compare(words, words).length === 0));
  });

  test('have an added and a removed line each as one change', () => {
    expect(compare(['A', 'B', 'C'], ['A', 'x', 'B', 'C'])).toEqual(['added | x']);
    expect(compare(['A', 'B', 'C'], ['A', 'C'])).toEqual(['removed | B']);
    expect(compare([], ['A'])).toEqual(['added | A']);
  });

  test('have a line whose words changed a little as one that was changed', () => {
    const [old, now] = ['The budget is agreed for the year', 'The budget is agreed for the next year'];
    expect(compare(['A', old, 'C'], ['A', now, 'C'])).toEqual([`changed | ${old} | ${now}`]);
    expect(compare(['Yes'], ['Yess'])).toEqual(['changed | Yes | Yess']);
  });

  test('have lines with nothing in common as one removed and one added', () => {
    expect(compare(['The budget is agreed'], ['Nobody came'])).toEqual([
      'added | Nobody came',
      'removed | The budget is agreed',
    ]);
  });

  test('pair each line with the one most like it, not with the next', () => {
    const before = ['Anna reports on the roof', 'Ben asks about the bill'];
    const after = ['A new line up here', 'Ben asks about the bill twice', 'Anna reports on the roof again'];
    expect(compare(before, after)).toEqual([
      'added | A new line up here',
      `changed | ${before[1]} | ${after[1]}`,
      `changed | ${before[0]} | ${after[2]}`,
    ]);
  });

  test('know an action item by its id, whatever became of its words', () => {
    const before = [{ words: 'Action: call (Anna)', id: 'action 1' }];
    const after = [
      { words: 'Action: call (Ben)', id: 'action 2' },
      { words: 'Action: write a letter instead', id: 'action 1' },
    ];
    expect(compareLines(before, after)).toEqual([
      { kind: 'added', before: '', after: 'Action: call (Ben)' },
      { kind: 'changed', before: 'Action: call (Anna)', after: 'Action: write a letter instead' },
    ]);
  });

  test('show every line that is only in one of them, and the same each time', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'a b', 'b c d', 'long line one', 'long line two'));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const changes = compareLines(lines(before), lines(after));
        expect(compareLines(lines(before), lines(after))).toEqual(changes);
        const count = (list: readonly string[], word: string) => list.filter((each) => each === word).length;
        const [gone, come] = [changes.map((change) => change.before), changes.map((change) => change.after)];
        for (const word of new Set([...before, ...after])) {
          expect(count(after, word) - count(before, word)).toBe(count(come, word) - count(gone, word));
        }
      }),
    );
  });

  test('that are long and have nothing in common are compared in time', () => {
    const many = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word} ${i}`);
    const start = performance.now();
    expect(compare(many('old'), many('new'))).toHaveLength(6_000);
    expect(compare(many('old').slice(0, 1_000), many('new').slice(0, 1_000))).toHaveLength(2_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 20_000);
});
