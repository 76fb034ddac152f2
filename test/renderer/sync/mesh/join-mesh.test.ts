import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorld, expectEqual, pass } from './mesh-world.ts';

vi.mock('../../../../renderer/sync/y-webrtc/websocket.ts', () => import('../../../doubles/signal-hub.ts'));
vi.mock('../../../../renderer/sync/signal/signal-rooms.ts', () => import('../../../doubles/signal-hub.ts'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** `size` peers that have been together for a while. */
async function together(size: number) {
  const world = createWorld();
  for (let index = 0; index < size; index += 1) world.join(`p${index}`);
  await pass(5_000);
  return world;
}

describe('a room', () => {
  it('brings two peers together, both ways', async () => {
    const world = createWorld();
    const anna = world.join('anna');
    anna.type('before ');
    const ben = world.join('ben');
    await pass(3_000);
    ben.type('after');
    await pass(3_000);
    expect(anna.text.toString()).toBe('before after');
    expectEqual(world.peers);
    expect(anna.mesh.state.getState()).toMatchObject({
      unsent: 0,
      peers: [{ hello: { name: 'ben' }, link: 'open', equal: true, unconfirmed: 0 }],
    });
    await world.end();
  });

  it('hears nothing of the room that somebody was in before', async () => {
    const old = createWorld();
    const anna = old.join('anna');
    const ben = old.join('ben');
    await pass(3_000);
    expect(anna.awareness.getStates().has(ben.doc.clientID)).toBe(true);
    await anna.mesh.leave();

    const world = createWorld();
    const told: string[] = [];
    world.net.onSend = (from, _to, _kind, bytes) => {
      if (from.name === 'anna') told.push(new TextDecoder().decode(bytes));
    };
    const again = world.join('anna', { doc: anna.doc, awareness: anna.awareness });
    world.join('cleo');
    await pass(3_000);
    expect([...again.awareness.getStates().values()].map(({ name }) => name)).toEqual(['anna', 'cleo']);
    expect(told.some((text) => text.includes('anna'))).toBe(true);
    expect(told.filter((text) => text.includes('"ben"'))).toEqual([]);
    await old.end();
    await world.end();
  });

  it.each([
    [2, 1],
    [5, 4],
    [10, 9],
  ])('of %i costs %i messages a key, with presence', async (size, messages) => {
    const world = await together(size);
    const [writer] = world.peers;
    if (!writer) throw new Error('nobody');
    const before = world.net.sent.frame;
    for (let key = 0; key < 20; key += 1) {
      writer.type('x');
      writer.awareness.setLocalStateField('caret', key);
      await pass(83);
    }
    await pass(500);
    expect((world.net.sent.frame - before) / 20).toBe(messages);
    expectEqual(world.peers);
    await world.end();
  });
});
