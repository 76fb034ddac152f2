// Whatever is cut, whoever writes meanwhile: in the end everybody has the same, and every edit once.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorld, expectEqual, pass, seeded, type TestPeer } from './mesh-world.ts';

vi.mock('../../../../renderer/sync/y-webrtc/websocket.ts', () => import('../../../doubles/signal-hub.ts'));
vi.mock('../../../../renderer/sync/signal/signal-rooms.ts', () => import('../../../doubles/signal-hub.ts'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Edits with a mark of their own, to be counted at the end. */
function createEditor() {
  const marks: string[] = [];
  return {
    edit: (peer: TestPeer) => {
      const mark = `<${peer.name}:${marks.length}>`;
      marks.push(mark);
      peer.text.insert(0, mark);
    },
    expectOnceEach: (peers: readonly TestPeer[]) => {
      for (const { text } of peers)
        for (const mark of marks) expect(text.toString().split(mark).length - 1).toBe(1);
    },
  };
}

describe('peers whose links are cut and mended at random', () => {
  it.each([2, 3, 4, 5, 6, 8, 10, 3, 2].map((size, course) => [size, course]))(
    '%i peers, course %i',
    async (size, seed) => {
      const random = seeded(seed);
      const pick = (max: number) => Math.floor(random() * max);
      const world = createWorld({ latencyMs: 20 });
      const editor = createEditor();
      const cuts = new Map<string, [TestPeer, TestPeer]>();
      for (let index = 0; index < size; index += 1) {
        world.join(`p${index}`);
        if (random() < 0.5) await pass(pick(200));
      }
      for (let turn = 0; turn < 60; turn += 1) {
        const a = world.peers[pick(size)];
        const b = world.peers[pick(size)];
        if (!a || !b) continue;
        const key = `${a.name} ${b.name}`;
        if (random() < 0.7) editor.edit(a);
        else if (random() < 0.5 && a !== b) {
          world.cut(a, b);
          cuts.set(key, [a, b]);
        } else if (cuts.has(key)) {
          world.mend(a, b, random() < 0.5);
          cuts.delete(key);
        }
        await pass(pick(random() < 0.1 ? 40_000 : 400));
      }
      for (const [a, b] of cuts.values()) world.mend(a, b, random() < 0.5);
      await pass(20_000);
      expectEqual(world.peers);
      editor.expectOnceEach(world.peers);
      for (const { mesh } of world.peers) {
        expect(mesh.state.getState().unsent).toBe(0);
        expect(mesh.counters().refused).not.toHaveProperty('bad update');
        expect(mesh.state.getState().dropped).toEqual([]);
      }
      await world.end();
    },
  );
});

describe('a mesh with a gap', () => {
  it('passes changes and presence on through the one in the middle, once, and shows who is behind', async () => {
    const world = createWorld({ latencyMs: 20 });
    world.net.cut('anna', 'cleo');
    const [a, b, c] = ['anna', 'ben', 'cleo'].map((name) => world.join(name));
    if (!a || !b || !c) throw new Error('nobody');
    await pass(8_000);
    expect(
      a.mesh.state
        .getState()
        .peers.map(({ hello, link }) => [hello.name, link])
        .sort(),
    ).toEqual([
      ['ben', 'open'],
      ['cleo', 'none'],
    ]);
    const before = world.net.sent.frame;
    a.type('hello');
    a.awareness.setLocalStateField('caret', 5);
    await pass(60);
    expect(c.text.toString()).toBe('hello');
    expect(c.awareness.getStates().get(a.doc.clientID)).toEqual({ name: 'anna', caret: 5 });
    // The change and the caret to Ben, and from Ben to Cleo: the caret may come a moment later.
    await pass(300);
    expect(world.net.sent.frame - before).toBeLessThanOrEqual(3);
    c.type('!');
    await pass(5_000);
    expectEqual(world.peers);
    expect(a.mesh.state.getState().peers.find(({ hello }) => hello.name === 'cleo')).toMatchObject({
      path: 'through-peer',
      equal: true,
      unconfirmed: 0,
    });
    await world.end();
  });

  it('a chain of four: each change crosses each link once', async () => {
    const world = createWorld();
    const names = ['a', 'b', 'c', 'd'];
    for (const [x, one] of names.entries()) for (const other of names.slice(x + 2)) world.net.cut(one, other);
    const [a, , , d] = names.map((name) => world.join(name));
    await pass(8_000);
    const before = world.net.sent.frame;
    a?.type('x');
    await pass(200);
    expect(world.net.sent.frame - before).toBe(3);
    expect(d?.text.toString()).toBe('x');
    await world.end();
  });
});

it('what got lost between two while a third is heard by both is asked for within seconds, though people write on', async () => {
  const world = createWorld({ latencyMs: 5 });
  const [anna, ben, carl] = ['anna', 'ben', 'carl'].map((name) => world.join(name)) as [
    TestPeer,
    TestPeer,
    TestPeer,
  ];
  await pass(4_000);
  world.cut(anna, carl);
  const editor = createEditor();
  // Before anybody knows of the cut, and on.
  for (let turn = 0; turn < 20; turn += 1) {
    editor.edit(anna);
    ben.type('.');
    await pass(400);
  }
  expectEqual([anna, ben]);
  editor.expectOnceEach([carl]);
  for (const { mesh } of world.peers) expect(mesh.counters().refused).toEqual({});
  await world.end();
});

describe('a large document', () => {
  it('comes to a newcomer from one of the others only, while they write on', async () => {
    const world = createWorld({ latencyMs: 10, msPerKb: 1 });
    const writers = ['p0', 'p1', 'p2', 'p3'].map((name) => world.join(name));
    await pass(3_000);
    for (let part = 0; part < 20; part += 1) writers[0]?.type('long '.repeat(20_000));
    await pass(60_000);
    let bytes = 0;
    world.net.onSend = (_from, to, _kind, message) => {
      if (to.name === 'late') bytes += message.length;
    };
    const late = world.join('late');
    for (let turn = 0; turn < 40; turn += 1) {
      writers[turn % 4]?.text.insert(turn, String(turn % 10));
      await pass(150);
    }
    await pass(30_000);
    expectEqual(world.peers);
    expect(bytes).toBeLessThan(2.2e6);
    expect(late.mesh.counters().refused).toEqual({});
    expect(late.mesh.state.getState().dropped).toEqual([]);
    await world.end();
  });
});

it('of sixteen, each has links to twelve, and everything reaches everybody', async () => {
  const world = createWorld();
  for (let index = 0; index < 16; index += 1) {
    world.join(`p${index}`);
    await pass(1_500);
  }
  await pass(10_000);
  world.peers[15]?.type('from the last');
  world.peers[0]?.type('and the first');
  await pass(3_000);
  expectEqual(world.peers);
  for (const { mesh } of world.peers) {
    const { peers } = mesh.state.getState();
    expect(peers.length).toBe(15);
    expect(peers.filter(({ link }) => link === 'open').length).toBeLessThanOrEqual(12);
  }
  await world.end();
});
