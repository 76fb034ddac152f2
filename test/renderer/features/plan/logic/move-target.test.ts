import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findItem,
  type Place,
  placesIn,
  type Step,
  stepTarget,
  withMove,
} from '../../../../../renderer/features/plan/logic/move-target.ts';
import type { ItemId } from '../../../../../shared/domain/ids.ts';
import { day, item } from '../builders.ts';

const id = (text: string) => text as ItemId;

const days = [day('1', [item('a'), item('b')], [], [item('c')]), day('2', [item('d')]), day('3')];

describe('one step', () => {
  test.each<[string, Step, Place | null]>([
    ['b', 'up', { block: '1.0' as Place['block'], index: 0 }],
    ['a', 'down', { block: '1.0' as Place['block'], index: 1 }],
    ['b', 'down', { block: '1.1' as Place['block'], index: 0 }],
    ['c', 'up', { block: '1.1' as Place['block'], index: 0 }],
    ['a', 'up', null],
    ['c', 'down', null],
    ['c', 'day-after', { block: '2.0' as Place['block'], index: 0 }],
    ['d', 'day-before', { block: '1.2' as Place['block'], index: 1 }],
    ['d', 'day-after', null],
    ['gone', 'up', null],
  ])('%s %s', (what, step, expected) => {
    expect(stepTarget(days, id(what), step)).toEqual(expected);
  });

  test('down and up again is where it was', () => {
    const sizes = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.nat(), (counts, pick) => {
        let n = 0;
        const start = [
          day('x', ...counts.map((count) => Array.from({ length: count }, () => item(`i${n++}`)))),
        ];
        if (n === 0) return;
        const what = id(`i${pick % n}`);
        const down = stepTarget(start, what, 'down');
        if (!down) return;
        const after = withMove(start, what, down);
        expect(findItem(after, what)).toMatchObject(down);
        const up = stepTarget(after, what, 'up');
        expect(up && withMove(after, what, up)).toEqual(start);
      }),
    );
  });
});

test('the places of a day are all those that would move the item', () => {
  const [first] = days;
  if (!first) throw new Error('there is a first day');
  const named = placesIn(first, id('a')).map(
    ({ place, after }) => `${place.block}@${place.index}<${after ?? ''}`,
  );
  expect(named).toEqual(['1.0@1<b', '1.1@0<', '1.2@0<', '1.2@1<c']);
  expect(placesIn(first, null)).toHaveLength(6);
});
