import { expect, test } from 'vitest';
import { placeInMargin } from '../../../../renderer/editor/carets/margin.ts';

test('carets of one line share its margin, those of others have their own', () => {
  expect(placeInMargin([10, 40, 12], 90)).toEqual([
    { top: 10, left: 0, more: 0 },
    { top: 40, left: 0, more: 0 },
    { top: 10, left: 13, more: 0 },
  ]);
});

test('who has no room is counted on the last that has', () => {
  expect(placeInMargin([0, 0, 0, 0], 35)).toEqual([
    { top: 0, left: 0, more: 0 },
    { top: 0, left: 13, more: 2 },
    null,
    null,
  ]);
});

test('without a margin nobody stands in it', () => {
  expect(placeInMargin([0, 30], 12)).toEqual([null, null]);
  expect(placeInMargin([], 100)).toEqual([]);
});
