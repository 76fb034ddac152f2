import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { CaughtUp } from '../../../../renderer/sync/mesh/mesh-types.ts';
import { LOADED } from '../../../../shared/doc/origins.ts';
import { hub } from '../../../doubles/signal-hub.ts';
import { createWorld, expectEqual, pass, type TestPeer } from './mesh-world.ts';

vi.mock('../../../../renderer/sync/y-webrtc/websocket.ts', () => import('../../../doubles/signal-hub.ts'));
vi.mock('../../../../renderer/sync/signal/signal-rooms.ts', () => import('../../../doubles/signal-hub.ts'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const unsent = ({ mesh }: TestPeer) => mesh.state.getState().unsent;
const names = ({ mesh }: TestPeer) =>
  mesh.state
    .getState()
    .peers.map(({ hello }) => hello.name)
    .sort();
const shows = ({ awareness }: TestPeer, other: TestPeer) => awareness.getStates().has(other.doc.clientID);

describe('changes that nobody else has', () => {
  it('count while alone, those of earlier sessions too, until another device has them', async () => {
    const world = createWorld();
    const anna = world.join('anna', { unsent: 4 });
    anna.type('a');
    anna.type('b');
    await pass(3_000);
    expect(unsent(anna)).toBe(6);
    world.join('ben');
    await pass(3_000);
    expect(unsent(anna)).toBe(0);
    await world.end();
  });

  it('are confirmed while both write on without a pause', async () => {
    const world = createWorld({ latencyMs: 40 });
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    let highest = 0;
    for (let key = 0; key < 200; key += 1) {
      anna.type('a');
      ben.type('b');
      await pass(50);
      highest = Math.max(highest, unsent(anna));
    }
    // About what was written between two heartbeats, and on the way.
    expect(highest).toBeLessThanOrEqual(25);
    expect(highest).toBeGreaterThan(5);
    expect(anna.mesh.counters().resyncs + ben.mesh.counters().resyncs).toBeLessThanOrEqual(2);
    await pass(3_000);
    expect(unsent(anna)).toBe(0);
    await world.end();
  });

  it('another window of the same computer does not count as another copy', async () => {
    const world = createWorld();
    const anna = world.join('anna');
    world.join('anna-too', { device: 'device-anna' });
    await pass(3_000);
    anna.type('only here');
    await pass(5_000);
    expect(unsent(anna)).toBe(1);
    expectEqual(world.peers);
    await world.end();
  });

  it('what another window wrote to the store is not ours, and goes out only where that window does not', async () => {
    const world = createWorld();
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    const window = new Y.Doc();
    window.getText('text').insert(0, 'from the store');
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(window), LOADED);
    await pass(200);
    expect(ben.text.toString()).toBe('from the store');
    expect(unsent(anna)).toBe(0);
    await world.end();
  });

  it('one of more than 4 MB goes over when the other asks for it, and counts as unsent until then', async () => {
    const world = createWorld({ msPerKb: 0.1 });
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    anna.type('x'.repeat(5_000_000));
    anna.type('y');
    await pass(1_500);
    expect([ben.text.length, unsent(anna)]).toEqual([0, 2]);
    await pass(6_000);
    expect([ben.text.length, unsent(anna)]).toEqual([5_000_001, 0]);
    expect(ben.mesh.counters().refused).toEqual({});
    await world.end();
  });

  it('many at once go in pieces that the other takes', async () => {
    const world = createWorld({ msPerKb: 0.1 });
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    for (let part = 0; part < 6; part += 1) anna.type('x'.repeat(1_500_000));
    await pass(2_500);
    expect([ben.text.length, unsent(anna), ben.mesh.counters().resyncs]).toEqual([9_000_000, 0, 0]);
    await world.end();
  });

  it('are unsent again from the moment a cut begins, and confirmed after it', async () => {
    const world = createWorld();
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    world.cut(anna, ben);
    for (let key = 0; key < 5; key += 1) anna.type('x');
    await pass(5_000);
    expect(unsent(anna)).toBe(5);
    expect(anna.mesh.state.getState().peers).toMatchObject([{ link: 'suspect', unconfirmed: 5 }]);
    world.mend(anna, ben, true);
    await pass(1_200);
    expect(unsent(anna)).toBe(0);
    expectEqual(world.peers);
    await world.end();
  });
});

describe('catching up', () => {
  it('is told before the first change of a cut comes in and after the last', async () => {
    const world = createWorld({ latencyMs: 20 });
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    const log: string[] = [];
    const caught: CaughtUp[] = [];
    anna.mesh.onCatchUp({
      begin: (from) => log.push(`begin ${from.name}: ${anna.text.toString()}`),
      end: (what) => {
        log.push(`end ${what.from.name}: ${anna.text.toString()}`);
        caught.push(what);
      },
    });
    ben.type('together ');
    await pass(2_000);
    expect(log).toEqual([]);
    world.cut(anna, ben);
    ben.type('apart');
    await pass(6_000);
    world.mend(anna, ben, true);
    await pass(3_000);
    expect(log).toEqual(['begin ben: together ', 'end ben: together apart']);
    const [before, after] = [caught[0]?.before, caught[0]?.after].map((vector) =>
      Y.decodeStateVector(vector ?? new Uint8Array([0])).get(ben.doc.clientID),
    );
    expect((after ?? 0) - (before ?? 0)).toBe('apart'.length);
    await world.end();
  });

  it('without anything new is not told', async () => {
    const world = createWorld();
    const anna = world.join('anna');
    const ben = world.join('ben');
    await pass(3_000);
    const begin = vi.fn();
    anna.mesh.onCatchUp({ begin });
    world.cut(anna, ben);
    await pass(6_000);
    world.mend(anna, ben, true);
    await pass(5_000);
    expect(begin).not.toHaveBeenCalled();
    await world.end();
  });
});

describe('who is there', () => {
  it('a peer that says goodbye is gone at once, also for those who knew it through others', async () => {
    const world = createWorld();
    world.net.cut('anna', 'cleo');
    const [anna, ben, cleo] = ['anna', 'ben', 'cleo'].map((name) => world.join(name));
    if (!anna || !ben || !cleo) throw new Error('nobody');
    await pass(8_000);
    expect([names(anna), shows(anna, cleo)]).toEqual([['ben', 'cleo'], true]);
    await world.leave(cleo);
    await pass(100);
    expect([names(ben), shows(ben, cleo)]).toEqual([['anna'], false]);
    await pass(1_500);
    expect([names(anna), shows(anna, cleo)]).toEqual([['ben'], false]);
    await pass(20_000);
    expect(names(anna)).toEqual(['ben']);
    await world.end();
  });

  it('a peer that crashed is gone after 15 s, and its removal is nobody else’s news', async () => {
    const world = createWorld();
    const [anna, ben, cleo] = ['anna', 'ben', 'cleo'].map((name) => world.join(name));
    if (!anna || !ben || !cleo) throw new Error('nobody');
    await pass(3_000);
    world.crash(cleo);
    await pass(14_000);
    expect(names(anna)).toEqual(['ben', 'cleo']);
    await pass(3_500);
    expect([names(anna), shows(anna, cleo)]).toEqual([['ben'], false]);
    expect(anna.mesh.counters().refused).toEqual({});
    await world.end();
  });

  it('a window that was loaded again stands alone after some seconds; two windows stay two', async () => {
    const world = createWorld();
    const [anna, ben] = ['anna', 'ben'].map((name) => world.join(name));
    if (!anna || !ben) throw new Error('nobody');
    world.join('ben2', { device: 'device-ben' });
    await pass(10_000);
    expect(names(anna)).toEqual(['ben', 'ben2']);
    world.crash(ben);
    world.join('ben3', { device: 'device-ben' });
    await pass(7_000);
    expect(names(anna)).toEqual(['ben2', 'ben3']);
    await world.end();
  });

  it.each([
    ['goes on', 20_000, false],
    ['has a new path', 20_000, true],
    ['was given up and is made anew', 60_000, false],
  ])('whoever was thought gone is seen again as soon as the link %s', async (_, cutMs, replaced) => {
    const world = createWorld();
    const [anna, ben] = ['anna', 'ben'].map((name) => world.join(name));
    if (!anna || !ben) throw new Error('nobody');
    await pass(3_000);
    world.cut(anna, ben);
    await pass(cutMs);
    expect([names(anna), shows(anna, ben)]).toEqual([[], false]);
    world.mend(anna, ben, replaced);
    await pass(1_500);
    expect([names(anna), shows(anna, ben)]).toEqual([['ben'], true]);
    await world.end();
  });

  it('the same room can be joined again at once, with the same document and state', async () => {
    const world = createWorld();
    const [anna, ben] = ['anna', 'ben'].map((name) => world.join(name));
    if (!anna || !ben) throw new Error('nobody');
    await pass(3_000);
    const { doc } = anna;
    await world.leave(anna);
    ben.type('meanwhile');
    anna.awareness.destroy();
    const again = world.join('anna', { doc, session: 'anna-again' });
    await pass(5_000);
    expect(again.text.toString()).toBe('meanwhile');
    expect(names(ben)).toEqual(['anna']);
    await world.end();
  });

  it('while the relay counts more than are known, they are called again; not otherwise', async () => {
    const world = createWorld();
    const [anna, ben] = ['anna', 'ben'].map((name) => world.join(name));
    if (!anna || !ben) throw new Error('nobody');
    await pass(3_000);
    expect(anna.mesh.state.getState().relays).toMatchObject([{ state: 'up', members: 2 }]);
    const before = hub.announces;
    await pass(60_000);
    expect(hub.announces).toBe(before);
    // Here their first words to each other get lost.
    const lost = createWorld();
    hub.deaf = true;
    const [cleo, dora] = ['cleo', 'dora'].map((name) => lost.join(name));
    await pass(3_000);
    hub.deaf = false;
    await pass(15_000);
    expect([cleo, dora].map((peer) => peer && names(peer))).toEqual([['dora'], ['cleo']]);
    await world.end();
    await lost.end();
  });
});
