import { describe, expect, test } from 'vitest';
import {
  nextPeople,
  type PeopleBook,
  type PeopleFacts,
  recallPeople,
  type SessionHere,
} from '../../../../renderer/session/room/people.ts';
import type { PresenceState } from '../../../../renderer/session/room/presence-state.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { peer } from './mesh-facts.ts';

const START = 1_800_000_000_000;

function session(
  user: string,
  parts: Partial<PresenceState> = {},
  more: Parameters<typeof peer>[1] & { activeAt?: number } = {},
): SessionHere {
  const { activeAt = 0, ...rest } = more;
  const here = peer(user, rest);
  const { device, name } = here.hello;
  return {
    peer: here,
    activeAt,
    state: { user, device, name, view: 'run', item: null, typing: false, caret: null, ...parts },
  };
}

function room(known: Parameters<typeof recallPeople>[0] = []) {
  let book: PeopleBook = recallPeople(known, START as Instant);
  return (at: number, sessions: readonly SessionHere[], parts: Partial<PeopleFacts> = {}) => {
    const facts = {
      sessions,
      hearing: true,
      user: 'mara',
      schema: 1,
      at,
      now: (START + at) as Instant,
      ...parts,
    };
    book = nextPeople(book, facts);
    return book.people;
  };
}

const caret = {
  item: 'item-1' as ItemId,
  field: 'minutes' as const,
  anchor: Uint8Array.of(1, 2),
  head: Uint8Array.of(1, 2),
};

describe('who is here', () => {
  test('is each other person once, by the session that was last active', () => {
    const look = room();
    const people = look(0, [
      session('ines', { item: 'a' as ItemId }, { activeAt: 10 }),
      session(
        'ines',
        { item: 'b' as ItemId },
        { activeAt: 20, hello: { session: 'ines-2', device: 'ines-phone' } },
      ),
      session('mara', {}, { hello: { session: 'mara-2', device: 'mara-phone' } }),
    ]);
    expect(people.map(({ user, item }) => [user, item])).toEqual([['ines', 'b']]);
  });

  test('is in doubt before 5 s without a sign of life are over, with no caret, and gone before 15 s', () => {
    const look = room();
    const silent = [session('ines', { caret, typing: true })];
    expect(look(0, silent)[0]).toMatchObject({ liveness: 'live', caret, typing: true });
    expect(look(4_300, silent)[0]).toMatchObject({ liveness: 'live' });
    expect(look(4_400, silent)[0]).toMatchObject({
      liveness: 'doubtful',
      caret: null,
      typing: false,
      lastSeen: START,
    });
    expect(look(14_000, silent)[0]).toMatchObject({ liveness: 'away', lastSeen: START });
  });

  test('is away at once after a goodbye', () => {
    const look = room();
    look(0, [session('ines')]);
    look(900, [session('ines', {}, { lastHeard: 900 })]);
    expect(look(1_000, [])).toMatchObject([{ user: 'ines', liveness: 'away', lastSeen: START + 900 }]);
  });

  test('is all in doubt at once when this computer hears nobody, and away after a minute', () => {
    const look = room();
    const silent = [session('ines'), session('omar')];
    look(0, silent);
    expect(look(500, silent, { hearing: false }).map(({ liveness }) => liveness)).toEqual([
      'doubtful',
      'doubtful',
    ]);
    expect(look(20_000, [], { hearing: false }).map(({ liveness }) => liveness)).toEqual([
      'doubtful',
      'doubtful',
    ]);
    expect(look(60_000, [], { hearing: false }).map(({ liveness }) => liveness)).toEqual(['away', 'away']);
  });

  test('is again the same one after coming back', () => {
    const look = room();
    look(0, [session('ines')]);
    look(1_000, []);
    const back = look(5_000, [session('ines', {}, { lastHeard: 5_000, hello: { session: 'ines-2' } })]);
    expect(back).toMatchObject([{ user: 'ines', liveness: 'live' }]);
  });

  test('remembers who was here in the last 12 hours, the last seen first, after those present', () => {
    const hours = (count: number) => (START - count * 3_600_000) as Instant;
    const look = room([
      { user: 'omar', name: 'Omar', lastSeen: hours(2) },
      { user: 'ines', name: 'Ines', lastSeen: hours(1) },
      { user: 'old', name: 'Old', lastSeen: hours(13) },
    ]);
    expect(look(0, [session('zoe')]).map(({ user }) => user)).toEqual(['zoe', 'ines', 'omar']);
  });

  test('does not change with each heartbeat', () => {
    const look = room();
    const first = look(0, [session('ines', { caret })]);
    const again = look(1_000, [
      session('ines', { caret: { ...caret, anchor: Uint8Array.of(1, 2) } }, { lastHeard: 1_000, rttMs: 23 }),
    ]);
    expect(again).toBe(first);
    const moved = look(2_000, [
      session('ines', { caret: { ...caret, head: Uint8Array.of(9) } }, { lastHeard: 2_000 }),
    ]);
    expect(moved).not.toBe(first);
  });

  test('tells older from newer apps', () => {
    const look = room();
    const versions = look(
      0,
      [
        session('ines', {}, { hello: { schema: 2 } }),
        session('omar', {}, { hello: { schema: 1 } }),
        session('zoe', {}, { hello: { schema: 3 } }),
      ],
      { schema: 2 },
    );
    expect(versions.map(({ version }) => version)).toEqual(['same', 'older', 'newer']);
  });

  test('takes the turning marks and line breaks out of a name that only the link knows', () => {
    const here = session('ines', {}, { hello: { name: '\u202eInes\nVidal\u2066' } });
    expect(room()(0, [{ ...here, state: null }]).map(({ name }) => name)).toEqual(['Ines Vidal']);
  });
});
