import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPresence } from '../../../../renderer/session/room/presence.ts';
import {
  type PresenceState,
  readPresence,
  writePresence,
} from '../../../../renderer/session/room/presence-state.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';

const ITEM = 'item-1' as ItemId;
const caretAt = (...bytes: number[]) => ({
  item: ITEM,
  field: 'minutes' as const,
  anchor: Uint8Array.from(bytes),
  head: Uint8Array.from(bytes),
});

describe('what a session says of itself', () => {
  const state: PresenceState = {
    user: 'ines',
    device: 'ines-desk',
    name: 'Ines Maur',
    view: 'run',
    item: ITEM,
    typing: true,
    caret: { ...caretAt(1, 2, 3), head: Uint8Array.of(4, 5) },
  };

  test('comes back as it went, in few bytes', () => {
    const wire = JSON.stringify(writePresence(state));
    expect(readPresence(JSON.parse(wire))).toEqual(state);
    expect(wire.length).toBeLessThan(160);
  });

  test('is nothing where it is not what Quorum says, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (wire) => {
        const read = readPresence(wire);
        if (read) expect(read.user).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      }),
    );
    fc.assert(
      fc.property(
        fc.record({
          u: fc.constant('ines'),
          d: fc.constant('d'),
          n: fc.string(),
          v: fc.anything(),
          i: fc.anything(),
          t: fc.anything(),
          c: fc.anything(),
        }),
        (wire) => {
          const read = readPresence(wire);
          expect(read?.name.length).toBeLessThanOrEqual(120);
          expect(read?.caret === null || (read?.caret.anchor.length ?? 0) <= 200).toBe(true);
        },
      ),
    );
  });

  test('has no caret that is too long, and a name of one line', () => {
    const long = { ...state, caret: caretAt(...Array.from({ length: 201 }, () => 7)) };
    expect(readPresence(writePresence(long))).toMatchObject({ caret: null, name: 'Ines Maur' });
    expect(readPresence({ ...writePresence(state), n: 'A\u202eB\nC' })?.name).toBe('A B C');
  });
});

describe('presence', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function start() {
    const said: unknown[] = [];
    const presence = createPresence(
      { setLocalState: (state) => void said.push(state) },
      { identity: { user: 'mara', device: 'mara-desk' }, name: 'Mara', place: { view: 'run', item: null } },
    );
    said.length = 0;
    return { presence, said };
  }

  test('says nothing while nobody is there, and all of it once somebody comes', () => {
    const { presence, said } = start();
    presence.setPlace({ view: 'plan', item: null });
    presence.setCaret(caretAt(1));
    presence.noteTyping();
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
    presence.setHeard(true);
    expect(said).toEqual([expect.objectContaining({ v: 'plan', c: [ITEM, 1, 'AQ'] })]);
  });

  test('says a caret that runs at most eight times a second, and where it stopped', () => {
    const { presence, said } = start();
    presence.setHeard(true);
    said.length = 0;
    for (let step = 1; step <= 100; step += 1) {
      presence.setCaret(caretAt(step));
      vi.advanceTimersByTime(10);
    }
    expect(said.length).toBeLessThanOrEqual(9);
    vi.advanceTimersByTime(200);
    expect(said.at(-1)).toMatchObject({ c: [ITEM, 1, 'ZA'] });
  });

  test('says nothing of a caret that stands', () => {
    const { presence, said } = start();
    presence.setHeard(true);
    presence.setCaret(caretAt(1));
    vi.advanceTimersByTime(1_000);
    said.length = 0;
    presence.setCaret(caretAt(1));
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual([]);
  });

  test('says that typing began and that it ended, not every key', () => {
    const { presence, said } = start();
    presence.setHeard(true);
    said.length = 0;
    for (let key = 0; key < 20; key += 1) {
      presence.noteTyping();
      vi.advanceTimersByTime(100);
    }
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(3_000);
    expect(said).toHaveLength(2);
    expect(said.at(-1)).not.toHaveProperty('t');
  });
});
