import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, type Stretch } from '../../../../renderer/features/share/changed-parts.ts';

const written = (parts: readonly Stretch[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`))
    .join('');
const without = (kind: Stretch['kind'], parts: readonly Stretch[]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what of a line changed', () => {
  test('is told by words, and the words between two changes stay', () => {
    expect(written(changedParts('It took 80 ms on a third.', 'It took 60 ms on half.'))).toBe(
      'It took{- 80-}{+ 60+} ms on{- a third.-}{+ half.+}',
    );
  });

  test('can be at either end, or all of it', () => {
    expect(written(changedParts('the room', 'Book the room now'))).toBe('{-the-}{+Book the+} room{+ now+}');
    expect(written(changedParts('', 'new'))).toBe('{+new+}');
    expect(written(changedParts('old', ''))).toBe('{-old-}');
    expect(written(changedParts('same', 'same'))).toBe('same');
  });

  test('leads from the one to the other, whatever the two are', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ö')).map((letters) => letters.join(''));
    fc.assert(
      fc.property(line, line, (before, after) => {
        const parts = changedParts(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
      }),
    );
  });

  test('costs little for very long lines', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => word + i).join(' ');
    const parts = changedParts(long('a'), long('b'));
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
