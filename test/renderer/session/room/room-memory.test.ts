import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeClock, encodeClock } from '../../../../renderer/session/room/clock-wire.ts';
import { NO_ROOM, readRoomMemory, rememberPeople } from '../../../../renderer/session/room/room-memory.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { RELAY } from './mesh-facts.ts';

const ID = 'meeting-1' as MeetingId;
const at = (time: number) => time as Instant;
const invite = { secret: new Uint8Array(32).fill(3), meeting: ID, title: 'Planning', relays: [RELAY] };

describe('what is remembered of a room', () => {
  test('is read as it was written', () => {
    const memory = {
      room: { invite, joinedAt: at(5), offline: true },
      unsent: { 'session-1': 3 },
      confirmedAt: at(7),
      people: [{ user: 'ines', name: 'Ines', lastSeen: at(6) }],
    };
    expect(readRoomMemory(memory, ID)).toEqual(memory);
  });

  test('is nothing where nothing of it can be read, and whatever can be read otherwise', () => {
    for (const kept of [undefined, null, 7, 'x', [], {}]) expect(readRoomMemory(kept, ID)).toEqual(NO_ROOM);
    const half = {
      room: { invite: { ...invite, secret: new Uint8Array(5) } },
      unsent: { a: 2, b: -1, c: 'x' },
    };
    expect(readRoomMemory(half, ID)).toEqual({ ...NO_ROOM, unsent: { a: 2 } });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.record({
          room: fc.anything(),
          unsent: fc.anything(),
          confirmedAt: fc.anything(),
          people: fc.anything(),
        }),
        (kept) => {
          const { people, unsent } = readRoomMemory(kept, ID);
          expect(people.length).toBeLessThanOrEqual(30);
          expect(Object.values(unsent).every((count) => count > 0)).toBe(true);
        },
      ),
    );
  });

  test('knows each person once, as last seen, and forgets the oldest', () => {
    const people = Array.from({ length: 40 }, (_, i) => ({ user: `p${i}`, name: '', lastSeen: at(i) }));
    const kept = rememberPeople(people, [{ user: 'p3', name: 'Zoe', lastSeen: at(99) }]);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toEqual({ user: 'p3', name: 'Zoe', lastSeen: 99 });
    expect(rememberPeople(kept, [{ user: 'p3', name: 'Old', lastSeen: at(1) }])[0]?.name).toBe('Zoe');
  });
});

describe('the words of clocks', () => {
  test('are read with care', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const message = decodeClock(Uint8Array.of(1, ...bytes));
        if (message) expect(Number.isFinite(message.asked) && message.word.uncertainty >= 0).toBe(true);
      }),
    );
  });

  test('gives no time that cannot be shown', () => {
    const word = { settled: true, slewing: false, epoch: 0, hops: 0, uncertainty: 0, reference: 'a' };
    const answer = (came: number) =>
      decodeClock(encodeClock({ kind: 'answer', word, asked: 1, came, left: came }));
    expect(answer(Date.UTC(2026, 2, 10))?.kind).toBe('answer');
    for (const came of [-1, Date.UTC(3001), 8.64e15]) expect(answer(came)).toBeNull();
  });
});
