import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRooms } from '../../electron/relay/rooms.ts';

const LIMITS = { topicsPerConnection: 3, membersPerTopic: 4 };

describe('the rooms of the relay', () => {
  test('carry a word to everybody else in the room, and only for a member', () => {
    const rooms = createRooms<string>(LIMITS);
    for (const who of ['a', 'b', 'c']) rooms.subscribe(who, 't');
    rooms.subscribe('d', 'other');
    expect(rooms.others('a', 't')).toEqual(['b', 'c']);
    expect(rooms.others('d', 't')).toBeNull();
    expect(rooms.others('a', 'constructor')).toBeNull();
  });

  test('take no more members than they hold, and nobody twice', () => {
    const rooms = createRooms<number>(LIMITS);
    expect([1, 1, 2, 3, 4, 5].map((who) => rooms.subscribe(who, 't'))).toEqual([
      'joined',
      'already',
      'joined',
      'joined',
      'joined',
      'room-full',
    ]);
    expect(rooms.unsubscribe(2, 't')).toBe(true);
    expect(rooms.unsubscribe(2, 't')).toBe(false);
    expect(rooms.subscribe(5, 't')).toBe('joined');
  });

  test('leave nothing behind when all are gone', () => {
    const rooms = createRooms<number>(LIMITS);
    rooms.subscribe(1, 'a');
    rooms.subscribe(1, 'b');
    expect(rooms.subscribe(1, 'c')).toBe('joined');
    expect(rooms.subscribe(1, 'd')).toBe('too-many-topics');
    expect(rooms.leave(1)).toEqual(['a', 'b', 'c']);
    expect(rooms.leave(1)).toEqual([]);
    expect(rooms.count).toBe(0);
    expect(rooms.members('a').size).toBe(0);
  });

  test('agree with the plainest account of who is where, whatever is done in whatever order', () => {
    const step = fc.record({
      what: fc.constantFrom('subscribe', 'unsubscribe', 'leave', 'others'),
      who: fc.integer({ min: 0, max: 6 }),
      topic: fc.constantFrom('p', 'q', 'r', 's', '__proto__'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const rooms = createRooms<number>(LIMITS);
        let pairs: (readonly [number, string])[] = [];
        const has = (who: number, topic: string) => pairs.some(([w, t]) => w === who && t === topic);
        for (const { what, who, topic } of steps) {
          const inTopic = pairs.filter(([, t]) => t === topic);
          if (what === 'subscribe') {
            const outcome = rooms.subscribe(who, topic);
            if (has(who, topic)) expect(outcome).toBe('already');
            else if (pairs.filter(([w]) => w === who).length >= LIMITS.topicsPerConnection)
              expect(outcome).toBe('too-many-topics');
            else if (inTopic.length >= LIMITS.membersPerTopic) expect(outcome).toBe('room-full');
            else {
              expect(outcome).toBe('joined');
              pairs.push([who, topic]);
            }
          } else if (what === 'unsubscribe') {
            expect(rooms.unsubscribe(who, topic)).toBe(has(who, topic));
            pairs = pairs.filter(([w, t]) => w !== who || t !== topic);
          } else if (what === 'leave') {
            const own = pairs.filter(([w]) => w === who).map(([, t]) => t);
            expect([...rooms.leave(who)].sort()).toEqual(own.sort());
            pairs = pairs.filter(([w]) => w !== who);
          } else {
            const others = inTopic.map(([w]) => w).filter((w) => w !== who);
            expect(rooms.others(who, topic)?.toSorted() ?? null).toEqual(
              has(who, topic) ? others.sort() : null,
            );
          }
          expect(rooms.count).toBe(new Set(pairs.map(([, t]) => t)).size);
          for (const [, t] of pairs)
            expect(rooms.members(t).size).toBe(pairs.filter((pair) => pair[1] === t).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
