import { describe, expect, test } from 'vitest';
import { nextItem } from '../../../../renderer/features/run/next-item.ts';
import type { EventId, ItemId } from '../../../../shared/domain/ids.ts';
import type { RunEvent } from '../../../../shared/domain/run-event.ts';
import { runOrder } from '../../../../shared/domain/run-order.ts';
import { deriveRun } from '../../../../shared/domain/run-state.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { day, item } from '../plan/builders.ts';

const order = runOrder([
  day('mon', [item('welcome'), item('news'), item('rehearsals')]),
  day('tue', [item('formats')]),
]);

type Press = { type: 'end' } | { type: 'start'; item: string } | { type: 'next'; from: string; to: string };

function next(...presses: readonly Press[]): ItemId | undefined {
  const events = presses.map(
    (press, i) => ({ ...press, id: `e${i}` as EventId, at: (i * 60_000) as Instant, by: '' }) as RunEvent,
  );
  const state = deriveRun(events);
  const live = order.find((each) => each.item.id === state.item) ?? null;
  return nextItem(order, live, state)?.item.id;
}

describe('what comes next', () => {
  test('is the first item before a meeting has begun, and then the one after', () => {
    expect(next()).toBe('welcome');
    expect(next({ type: 'start', item: 'welcome' })).toBe('news');
  });

  test('is nothing at the end of the live day', () => {
    expect(next({ type: 'start', item: 'rehearsals' })).toBeUndefined();
  });

  test('is the next day once a day was ended, though something was left of it', () => {
    expect(next({ type: 'start', item: 'welcome' }, { type: 'end' })).toBe('formats');
  });

  test('is what was left when no later day has anything', () => {
    expect(
      next(
        { type: 'start', item: 'welcome' },
        { type: 'end' },
        { type: 'start', item: 'formats' },
        { type: 'end' },
      ),
    ).toBe('news');
  });
});
