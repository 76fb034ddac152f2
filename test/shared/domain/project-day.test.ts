import { describe, expect, test } from 'vitest';
import type { BlockId, DayId, EventId, ItemId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../shared/domain/meeting.ts';
import { parseClock, planDay } from '../../../shared/domain/plan-times.ts';
import { heldOn, projectDay } from '../../../shared/domain/project-day.ts';
import { nextInOrder, runOrder } from '../../../shared/domain/run-order.ts';
import { deriveRun } from '../../../shared/domain/run-state.ts';
import {
  type CalendarDate,
  type Instant,
  MINUTE,
  minutes,
  type TimeZone,
} from '../../../shared/domain/time.ts';
import { instantOf, wallTime } from '../../../shared/domain/zones.ts';

const DATE = '2026-03-11' as CalendarDate;
const ZONE = 'America/Phoenix' as TimeZone;
const at = (text: string) => instantOf(DATE, parseClock(text) ?? Number.NaN, ZONE);
const clock = (instant: Instant) => {
  const { minutes: m } = wallTime(instant, ZONE);
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
};

interface Fields extends Omit<Partial<AgendaItem>, 'start'> {
  readonly start?: string;
}
function item(id: string, duration: string, { start, ...rest }: Fields = {}): AgendaItem {
  return {
    id: id as ItemId,
    kind: 'topic',
    title: id,
    presenters: [],
    presenterNote: '',
    start: start === undefined ? null : parseClock(start),
    duration,
    cancelled: null,
    tickets: [],
    slots: [],
    ...rest,
  };
}
function day(...items: readonly AgendaItem[]): Day {
  return {
    id: 'd' as DayId,
    date: DATE,
    title: '',
    blocks: [{ id: 'b' as BlockId, title: '', moderators: [], items }],
  };
}
function started(id: string, when: string) {
  return deriveRun([{ id: 'e' as EventId, at: at(when), by: '', type: 'start', item: id as ItemId }]);
}
function project(subject: Day, live: string, since: string, now: string) {
  const shown = projectDay(subject, planDay(subject), started(live, since), ZONE, at(now));
  const starts = [...shown.items].map(([id, { start }]) => {
    const [low, high] = [clock(start.low), clock(start.high)];
    return `${id} ${low === high ? low : `${low}-${high}`}`;
  });
  return { ...shown, starts };
}

const three = day(item('a', '30', { start: '11:00' }), item('b', '30'), item('c', '30'));

describe('where a day is heading', () => {
  test('an item that began late ends late, and so does all that follows', () => {
    const { starts, behind } = project(three, 'a', '11:04', '11:10');
    expect(starts).toEqual(['b 11:34', 'c 12:01-12:07']);
    expect(behind).toBe(minutes(4));
  });

  test('an item that is over pushes on by the minute', () => {
    expect(project(three, 'a', '11:00', '11:42').behind).toBe(minutes(12));
    expect(project(three, 'a', '11:00', '11:42').starts[0]).toBe('b 11:42');
  });

  test('a start before its time is ahead', () => {
    expect(project(three, 'b', '11:20', '11:25').behind).toBe(-minutes(10));
  });

  test('an estimate that is a range gives a range', () => {
    const range = day(item('a', '30-60', { start: '11:00' }), item('b', '30'));
    expect(project(range, 'a', '11:00', '11:10').starts).toEqual(['b 11:30-12:00']);
  });

  test('a pinned start is kept and absorbs what is late before it', () => {
    const pinned = day(
      item('a', '30', { start: '11:00' }),
      item('b', '30'),
      item('break', '15', { kind: 'break', start: '12:00' }),
      item('c', '30'),
    );
    const { items, starts } = project(pinned, 'a', '11:20', '11:25');
    expect(starts).toEqual(['b 11:50', 'break 12:00', 'c 12:15']);
    expect(items.get('break' as ItemId)).toMatchObject({ kept: true, short: 17 });
  });

  test('what would start only after the pin is not reached', () => {
    const pinned = day(
      item('a', '30', { start: '11:00' }),
      item('b', '30'),
      item('break', '15', { kind: 'break', start: '12:00' }),
    );
    const { notReached, items } = project(pinned, 'a', '11:00', '12:00');
    expect(items.get('b' as ItemId)?.reached).toBe(false);
    expect(notReached).toBe(1);
  });

  test('a pin that has passed holds nothing', () => {
    const pinned = day(
      item('a', '30', { start: '11:00' }),
      item('break', '15', { kind: 'break', start: '11:30' }),
    );
    const { items, starts } = project(pinned, 'a', '11:00', '11:40');
    expect(starts).toEqual(['break 11:40']);
    expect(items.get('break' as ItemId)?.kept).toBe(false);
  });

  test('without planned times nothing is behind', () => {
    expect(project(day(item('a', '30'), item('b', '')), 'a', '11:00', '11:10').behind).toBeNull();
  });

  test('nothing is projected while nothing of the day runs', () => {
    const idle = projectDay(three, planDay(three), deriveRun([]), ZONE, at('10:00'));
    expect(idle).toEqual({ items: new Map(), behind: null, end: null, notReached: 0 });
  });

  test('a day held on another date than planned is compared by its times', () => {
    const moved = { ...three, date: '2026-02-02' as CalendarDate };
    expect(project(moved, 'a', '11:04', '11:10')).toMatchObject({ behind: minutes(4) });
    expect(heldOn(moved, started('a', '11:04'), ZONE)).toBe(DATE);
    expect(heldOn(moved, deriveRun([]), ZONE)).toBe('2026-02-02');
    const eve = { ...three, date: '2026-03-10' as CalendarDate };
    expect(heldOn(eve, started('a', '00:20'), ZONE)).toBe('2026-03-10');
  });

  test('the day ends after its last item', () => {
    const { end } = project(three, 'c', '12:00', '12:10');
    expect(end && [clock(end.low), clock(end.high)]).toEqual(['12:30', '12:30']);
    expect(end && end.high - end.low).toBeLessThan(2 * MINUTE);
  });
});

describe('the order of the run', () => {
  const round = item('round', '20', {
    kind: 'round',
    slots: [item('x', '10'), item('y', '10', { cancelled: '' })],
  });
  const order = runOrder([
    day(item('a', '5'), item('gone', '5', { cancelled: 'ill' }), round, item('z', '5')),
  ]);

  test('leaves out what is cancelled and runs a round slot by slot', () => {
    expect(order.map((entry) => entry.item.id)).toEqual(['a', 'x', 'z']);
  });

  test('goes on after the live item, to what had no time yet', () => {
    expect(nextInOrder(order, 'a' as ItemId, new Map([['x', 1]]) as never)?.item.id).toBe('z');
    expect(nextInOrder(order, 'z' as ItemId, new Map())).toBeNull();
    expect(nextInOrder(order, null, new Map([['a', 1]]) as never)?.item.id).toBe('x');
  });
});
