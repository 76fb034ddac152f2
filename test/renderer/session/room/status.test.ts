import { describe, expect, test } from 'vitest';
import {
  NOT_SHARED,
  nextStatus,
  type StatusFacts,
  type StatusMemory,
} from '../../../../renderer/session/room/status.ts';
import type { Room } from '../../../../renderer/session/sync-types.ts';
import type { MeshState } from '../../../../renderer/sync/mesh/mesh-types.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/time.ts';
import { meshState, peer, RELAY } from './mesh-facts.ts';

const START = 1_800_000_000_000;
const ROOM: Room = {
  invite: { secret: new Uint8Array(32), meeting: 'm' as MeetingId, title: '', relays: [RELAY] },
  joinedAt: START as Instant,
  offline: false,
};
const UP = { url: RELAY, state: 'up', members: 1 } as const;
const DOWN = { url: RELAY, state: 'trying', members: null } as const;

/** A status over time: each look with the facts that changed. */
function story() {
  let memory: StatusMemory = NOT_SHARED;
  let facts: Omit<StatusFacts, 'at' | 'now'> = {
    room: ROOM,
    mesh: meshState(),
    paused: false,
    online: true,
    user: 'mara',
    device: 'mara-desk',
    schema: 1,
    docBytes: 1_000,
    unsent: 0,
    confirmedAt: null,
    waiting: false,
  };
  return (
    at: number,
    parts: Partial<Omit<StatusFacts, 'mesh'>> & { mesh?: Partial<MeshState> | null } = {},
  ) => {
    const { mesh, ...rest } = parts;
    facts = { ...facts, ...rest };
    if (mesh !== undefined) facts = { ...facts, mesh: mesh && meshState(mesh) };
    memory = nextStatus(memory, { ...facts, at, now: (START + at) as Instant });
    return memory.status;
  };
}

describe('the status', () => {
  test('is alone without a room', () => {
    expect(story()(0, { room: null })).toMatchObject({ state: 'alone', since: null });
  });

  test('is offline by choice, whoever is there', () => {
    expect(story()(0, { room: { ...ROOM, offline: true }, mesh: null })).toMatchObject({ state: 'offline' });
  });

  test('looks for the others first, and says when a relay knows that nobody else is there', () => {
    const look = story();
    expect(look(0, { mesh: { relays: [DOWN] } })).toMatchObject({
      state: 'looking',
      nobodyElse: false,
      relayUp: false,
    });
    expect(look(100, { mesh: { relays: [{ ...UP, members: null }] } })).toMatchObject({
      state: 'looking',
      nobodyElse: false,
      relayUp: true,
    });
    expect(look(200, { mesh: { relays: [UP] } })).toMatchObject({ state: 'looking', nobodyElse: true });
  });

  test('is offline when no relay answers for 4 s, and at once when the computer has no network', () => {
    const look = story();
    expect(look(0, { mesh: { relays: [DOWN] } }).state).toBe('looking');
    expect(look(3_900).state).toBe('looking');
    expect(look(4_100)).toMatchObject({ state: 'offline', since: START + 4_100 });
    const other = story();
    expect(other(0, { online: false, mesh: { relays: [DOWN] } }).state).toBe('offline');
  });

  test('is not live before something was exchanged', () => {
    const look = story();
    const relays = [{ ...UP, members: 2 }];
    expect(look(0, { mesh: { relays } }).state).toBe('connecting');
    expect(
      look(100, { mesh: { relays, peers: [peer('ines', { link: 'connecting', equal: false })] } }).state,
    ).toBe('connecting');
    expect(
      look(200, { mesh: { relays, peers: [peer('ines', { equal: false, lastHeard: 200 })] } }),
    ).toMatchObject({
      state: 'connecting',
      peers: 0,
    });
    expect(look(300, { mesh: { relays, peers: [peer('ines', { lastHeard: 300 })] } })).toMatchObject({
      state: 'live',
      peers: 1,
      since: null,
    });
  });

  test('stays live while others write, and copies differ by what is on its way', () => {
    const look = story();
    look(0, { mesh: { peers: [peer('ines', { lastHeard: 0 })] } });
    expect(look(900, { mesh: { peers: [peer('ines', { equal: false, lastHeard: 800 })] } }).state).toBe(
      'live',
    );
  });

  test.each(['suspect', 'restarting', 'closed', 'open'] as const)(
    'sees a cut within 4 s: nothing heard, link %s',
    (link) => {
      const look = story();
      look(0, { mesh: { peers: [peer('ines', { lastHeard: 0 })] } });
      const cut = look(3_900, { mesh: { peers: [peer('ines', { link, lastHeard: 0 })] } });
      expect(cut).toMatchObject({ state: 'connecting', peers: 0, since: START + 3_900 });
      expect(
        look(6_000, { mesh: { relays: [DOWN], peers: [peer('ines', { link, lastHeard: 0 })] } }),
      ).toMatchObject({
        state: 'offline',
        since: START + 3_900,
      });
    },
  );

  test('is live with who is heard, whatever the computer says of its network', () => {
    const look = story();
    expect(look(0, { online: false, mesh: { relays: [DOWN], peers: [peer('ines')] } }).state).toBe('live');
  });

  test('counts people, not windows or computers, and never oneself', () => {
    const look = story();
    const peers = [
      peer('ines'),
      peer('ines', { hello: { session: 'ines-2', device: 'ines-phone' } }),
      peer('omar', { link: 'none', path: 'through-peer' }),
      peer('mara', { hello: { session: 'mara-2' } }),
    ];
    expect(look(0, { mesh: { peers } })).toMatchObject({ state: 'live', peers: 2 });
    expect(look(1, { mesh: { peers: [peer('mara', { hello: { session: 'mara-2' } })] } }).state).toBe(
      'looking',
    );
  });

  test('is not degraded by a second window of this computer', () => {
    const look = story();
    const own = { relays: [{ ...UP, members: 2 }], peers: [peer('mara', { hello: { session: 'mara-2' } })] };
    look(0, { mesh: own });
    expect(look(60_000, { mesh: own })).toMatchObject({ state: 'looking', nobodyElse: true });
  });

  test('says before 15 s are over that others are there and cannot be reached', () => {
    const look = story();
    const relays = [{ ...UP, members: 3 }];
    look(0, { mesh: { relays } });
    expect(look(10_900).state).toBe('connecting');
    expect(look(11_100)).toMatchObject({ state: 'degraded', hint: 'needs-turn' });
    expect(look(16_000, { mesh: { relays, peers: [peer('ines', { lastHeard: 16_000 })] } })).toMatchObject({
      state: 'live',
      hint: null,
    });
  });

  test('says that a relay refuses', () => {
    expect(story()(0, { mesh: { relays: [{ ...DOWN, state: 'refused' }] } })).toMatchObject({
      state: 'degraded',
      hint: 'relay-refused',
    });
  });

  test.each([
    [
      'peer-dropped',
      { mesh: { peers: [peer('ines')], dropped: [{ device: 'd', name: 'X', reason: 'r', at: 0 }] } },
    ],
    ['other-version', { mesh: { peers: [peer('ines', { hello: { schema: 2 } })] } }],
    ['use-team-server', { mesh: { peers: Array.from({ length: 12 }, (_, i) => peer(`p${i}`)) } }],
    ['doc-too-big', { mesh: { peers: [peer('ines')] }, docBytes: 9 * 1024 * 1024 }],
  ] as const)('is live and says what is not as it should be: %s', (hint, facts) => {
    const status = story()(0, facts);
    expect(status).toMatchObject({ state: 'live', hint });
    expect(status.peers).toBeGreaterThan(0);
  });

  test('is degraded where the only other is not listened to', () => {
    const dropped = [{ device: 'd', name: 'X', reason: 'r', at: 0 }];
    const status = story()(0, { mesh: { relays: [{ ...UP, members: 2 }], dropped } });
    expect(status).toMatchObject({ state: 'degraded', hint: 'peer-dropped' });
  });

  test('is connecting, not degraded, with another version before anything was exchanged', () => {
    const peers = [peer('ines', { equal: false, hello: { schema: 2 } })];
    expect(story()(0, { mesh: { peers } })).toMatchObject({ state: 'connecting', hint: 'other-version' });
  });

  test('is live with who is reached, and says before 15 s are over that somebody else is not', () => {
    const look = story();
    const relays = [{ ...UP, members: 3 }];
    const at = (now: number) => ({ mesh: { relays, peers: [peer('ines', { lastHeard: now })] } });
    expect(look(0, at(0))).toMatchObject({ state: 'live', hint: null });
    expect(look(10_900, at(10_900))).toMatchObject({ state: 'live', hint: null });
    expect(look(11_100, at(11_100))).toMatchObject({ state: 'live', hint: 'some-unreached', peers: 1 });
    const peers = [peer('ines', { lastHeard: 16_000 }), peer('omar', { link: 'none', lastHeard: 16_000 })];
    expect(look(16_000, { mesh: { relays, peers } })).toMatchObject({ state: 'live', hint: null });
  });

  test('misses nobody who is not listened to, nor another window of this computer', () => {
    const look = story();
    const mesh = (now: number) => ({
      relays: [{ ...UP, members: 4 }],
      peers: [peer('ines', { lastHeard: now }), peer('mara', { hello: { session: 'mara-2' } })],
      dropped: [{ device: 'd', name: 'X', reason: 'r', at: 0 }],
    });
    look(0, { mesh: mesh(0) });
    expect(look(60_000, { mesh: mesh(60_000) })).toMatchObject({ state: 'live', hint: 'peer-dropped' });
  });

  test('is the same object while nothing that is shown changes', () => {
    const look = story();
    const first = look(0, { mesh: { peers: [peer('ines', { lastHeard: 0 })] } });
    expect(look(1_000, { mesh: { peers: [peer('ines', { lastHeard: 900, rttMs: 35 })] } })).toBe(first);
  });
});
