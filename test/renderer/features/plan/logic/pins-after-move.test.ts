import { describe, expect, test } from 'vitest';
import { type Place, withMove } from '../../../../../renderer/features/plan/logic/move-target.ts';
import { pinsAfterMove } from '../../../../../renderer/features/plan/logic/pins-after-move.ts';
import type { ItemId } from '../../../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../../../shared/domain/meeting.ts';
import { day, item } from '../builders.ts';

function pins(days: readonly Day[], moved: string, block: string, index: number) {
  const to = { block: block as Place['block'], index };
  return pinsAfterMove(days, withMove(days, moved as ItemId, to), moved as ItemId).map(({ item, start }) => [
    item,
    start,
  ]);
}

const flowing = (...ids: readonly string[]): AgendaItem[] =>
  ids.map((id, i) => item(id, i === 0 ? { at: '9:00', duration: '10' } : { duration: '10' }));

describe('pinned starts after a move', () => {
  test('the day begins when it began, with whatever is first now', () => {
    const days = [day('1', flowing('a', 'b', 'c'))];
    expect(pins(days, 'b', '1.0', 0)).toEqual([
      ['b', 540],
      ['a', null],
    ]);
    expect(pins(days, 'a', '1.0', 2)).toEqual([
      ['b', 540],
      ['a', null],
    ]);
    expect(pins(days, 'c', '1.0', 1)).toEqual([]);
  });

  test('an item that leaves for another day leaves its start behind, and keeps it where it fits', () => {
    const days = [day('1', flowing('a', 'b')), day('2', [])];
    expect(pins(days, 'a', '2.0', 0)).toEqual([['b', 540]]);
  });

  test('an item put out of its own order of time flows from its new place', () => {
    const days = [
      day('1', [item('a', { at: '9:00' }), item('b', { at: '10:00' }), item('c', { at: '11:00' })]),
    ];
    expect(pins(days, 'c', '1.0', 1)).toEqual([['c', null]]);
    expect(pins(days, 'a', '1.0', 1)).toEqual([['a', null]]);
  });

  test('a pinned break keeps its start among items that flow', () => {
    const days = [day('1', [...flowing('a', 'b'), item('lunch', { kind: 'break', at: '12:30' }), item('c')])];
    expect(pins(days, 'lunch', '1.0', 1)).toEqual([]);
    expect(pins(days, 'b', '1.0', 3)).toEqual([]);
  });

  test('cancelled items neither give nor take a start', () => {
    const days = [day('1', [item('x', { at: '8:00', cancelled: '' }), ...flowing('a', 'b')])];
    expect(pins(days, 'x', '1.0', 2)).toEqual([]);
  });
});
