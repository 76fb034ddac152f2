import { expect, test } from 'vitest';
import { previewMove, previewProposal } from '../../../../../renderer/features/plan/logic/drag-preview.ts';
import type { Place } from '../../../../../renderer/features/plan/logic/move-target.ts';
import { proposal } from '../../../../shared/domain/a-proposal.ts';
import { day, item } from '../builders.ts';

const [a, b, c] = [
  item('a', { at: '9:00', duration: '30' }),
  item('b', { duration: '30' }),
  item('c', { duration: '15' }),
];
const lunch = item('lunch', { kind: 'break', at: '12:00', duration: '30' });
const subject = day('1', [a, b, c, lunch]);

function place(index: number): Place {
  return { block: '1.0' as Place['block'], index };
}

test('a dragged item shows its new start and the starts that would change, and no others', () => {
  const preview = previewMove(subject, c, place(1));
  expect(preview).toMatchObject({ item: 'c', start: 570 });
  expect([...preview.changed]).toEqual([['b', 585]]);
});

test('dragged to the front it takes over the beginning of the day', () => {
  const preview = previewMove(subject, c, place(0));
  expect(preview.start).toBe(540);
  expect([...preview.changed]).toEqual([
    ['a', 555],
    ['b', 585],
  ]);
});

test('where it was, nothing changes', () => {
  expect(previewMove(subject, b, place(1)).changed.size).toBe(0);
});

test('a proposal takes its estimate before it is in the agenda', () => {
  const rota = proposal('p', { title: 'Rota', estimate: '20 min?' });
  const preview = previewProposal(subject, rota, place(1));
  expect(preview).toMatchObject({ item: null, title: 'Rota', duration: '20 min?', start: 570 });
  expect([...preview.changed]).toEqual([
    ['b', 590],
    ['c', 620],
  ]);
  expect(previewProposal(subject, rota, place(0)).start).toBe(540);
});
