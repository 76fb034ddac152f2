// What a member of the room with bad intentions can send, and what becomes of it.
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { writePresence } from '../../../../renderer/sync/mesh/awareness-update.ts';
import { readBeat } from '../../../../renderer/sync/mesh/beat.ts';
import { createConduct } from '../../../../renderer/sync/mesh/conduct.ts';
import { type PartKind, readFrame, writeFrame, writePart } from '../../../../renderer/sync/mesh/frame.ts';
import { createIntake } from '../../../../renderer/sync/mesh/intake.ts';
import { MAX_LEVELS } from '../../../../renderer/sync/mesh/nesting.ts';
import { PeerChange } from '../../../../renderer/sync/mesh/peer-change.ts';
import { createWorld, expectEqual, pass, seeded, type TestPeer, type World } from './mesh-world.ts';

vi.mock('../../../../renderer/sync/y-webrtc/websocket.ts', () => import('../../../doubles/signal-hub.ts'));
vi.mock('../../../../renderer/sync/signal/signal-rooms.ts', () => import('../../../doubles/signal-hub.ts'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const HELLO = { protocol: 1, schema: 1, user: 'm', device: 'm', session: 'm', client: 66, name: 'Mallory' };

describe('10,000 hostile updates', () => {
  it('leave a document that is valid, throw nothing, and are counted', () => {
    const random = seeded(4);
    const pick = (max: number) => Math.floor(random() * max);
    const doc = new Y.Doc();
    const conduct = createConduct(
      () => 0,
      () => {},
    );
    const intake = createIntake({ doc, conduct, now: () => 0, onChange: () => {} });
    const source = new Y.Doc();
    source.getText('text').insert(0, 'a good document');
    source.getXmlFragment('xml').insert(0, [new Y.XmlElement('item')]);
    source.getMap('map').set('k', { a: [1, 2] });
    source.getText('text').delete(2, 5);
    const good = Y.encodeStateAsUpdate(source);
    Y.applyUpdate(doc, good);
    doc.getText('text').insert(0, 'mine ');

    const noise = (length: number) => Uint8Array.from({ length }, () => pick(256));
    const flipped = (bytes: Uint8Array) => {
      const copy = bytes.slice();
      for (let flips = 1 + pick(3); flips > 0; flips -= 1) {
        const at = pick(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << pick(8));
      }
      return copy;
    };
    const forged = () => {
      const liar = new Y.Doc();
      Y.applyUpdate(liar, Y.encodeStateAsUpdate(doc));
      liar.clientID = doc.clientID;
      const vector = Y.encodeStateVector(liar);
      liar.getText('text').insert(0, 'EVIL');
      return Y.encodeStateAsUpdate(liar, vector);
    };
    const attacks = [
      () => noise(pick(60)),
      () => good.subarray(0, pick(good.length)),
      () => flipped(good),
      () => (random() < 0.05 ? forged() : flipped(good)),
    ];
    for (let turn = 0; turn < 10_000; turn += 1) {
      const update = attacks[turn % attacks.length]?.() ?? noise(1);
      intake.take({ change: new PeerChange(HELLO), update, asked: false, done: () => {} });
    }
    expect(doc.getText('text').toString()).toContain('mine');
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    // Who writes from the inside can make histories that never happened, which Yjs may read differently in another order;
    // but the document stays one that can be saved, sent and read.
    expect(copy.store.pendingStructs).toBeNull();
    expect(copy.store.pendingDs).toBeNull();
    expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
    const { refused } = conduct;
    expect(refused['bad update']).toBeGreaterThan(5_000);
  });

  it('2,000 changes whose beginning is missing cost next to nothing', () => {
    const doc = new Y.Doc();
    const conduct = createConduct(
      () => 0,
      () => {},
    );
    const intake = createIntake({ doc, conduct, now: () => 0, onChange: () => {} });
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (let turn = 0; turn < 2_001; turn += 1) source.getText('text').insert(0, 'x'.repeat(1_000));
    vi.useRealTimers();
    const start = performance.now();
    for (const update of updates.slice(1))
      intake.take({ change: new PeerChange(HELLO), update, asked: false, done: () => {} });
    expect(performance.now() - start).toBeLessThan(500);
    expect(doc.store.pendingStructs).toBeNull();
    expect(conduct.refused['too many waiting']).toBeGreaterThan(500);
  });
});

it('noise is neither a frame nor a heartbeat, and never an error', () => {
  const random = seeded(5);
  for (let turn = 0; turn < 10_000; turn += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 80) }, () => Math.floor(random() * 256));
    expect(() => [readFrame(bytes), readBeat(bytes)]).not.toThrow();
  }
});

/** A text in which each element stands in the one before, every other one beside a word, from which it has its place. */
function nest(source: Y.Doc, levels: number): Uint8Array {
  source.transact(() => {
    let inner: Y.XmlFragment = source.getXmlFragment('xml');
    for (let level = 0; level < levels; level += 1) {
      const element = new Y.XmlElement('blockquote');
      inner.insert(0, level % 2 ? [new Y.XmlText('word'), element] : [element]);
      inner = element;
    }
  });
  return Y.encodeStateAsUpdate(source);
}

/** The same, an update for each. */
function nestOneByOne(levels: number): Uint8Array[] {
  const source = new Y.Doc();
  const updates: Uint8Array[] = [];
  source.on('update', (update: Uint8Array) => updates.push(update));
  let inner: Y.XmlFragment = source.getXmlFragment('xml');
  for (let level = 0; level < levels; level += 1) {
    const element = new Y.XmlElement('blockquote');
    inner.insert(0, level % 2 ? [new Y.XmlText('word'), element] : [element]);
    inner = element;
  }
  return updates;
}

describe('elements in elements in elements', () => {
  const receive = (updates: readonly Uint8Array[], asked: boolean) => {
    const doc = new Y.Doc();
    const conduct = createConduct(
      () => 0,
      () => {},
    );
    const intake = createIntake({ doc, conduct, now: () => 0, onChange: () => {} });
    for (const update of updates)
      intake.take({ change: new PeerChange(HELLO), update, asked, done: () => {} });
    return { doc, refused: conduct.refused };
  };
  const levelsOf = (doc: Y.Doc) => {
    let levels = 0;
    let inner: unknown = doc.getXmlFragment('xml');
    for (; inner instanceof Y.XmlFragment && inner.length > 0; levels += 1)
      inner = inner.get(inner.length - 1);
    return levels;
  };

  it('50,000 of them in one update are no change, asked for or not', () => {
    const whole = nest(new Y.Doc(), 50_000);
    for (const asked of [false, true]) {
      const { doc, refused } = receive([whole], asked);
      expect(refused).toEqual({ 'bad update': 1 });
      expect(doc.store.clients.size).toBe(0);
    }
  });

  it('come one by one, and are taken as far as all that Yjs and the editor do with them holds', () => {
    const { doc, refused } = receive(nestOneByOne(2_000), false);
    expect(levelsOf(doc)).toBe(MAX_LEVELS);
    expect(refused['bad update']).toBeGreaterThan(0);
    expect(() => doc.getXmlFragment('xml').toString()).not.toThrow();
    expect(() => doc.getXmlFragment('xml').delete(0, 1)).not.toThrow();
    expect(() => Y.encodeStateAsUpdate(doc)).not.toThrow();
  });

  it('are counted from where they stand in the document, not from where a second telling puts them', () => {
    const source = new Y.Doc();
    const whole = nest(source, MAX_LEVELS);
    expect(receive([whole], true).refused).toEqual({});
    let inner: Y.XmlFragment = source.getXmlFragment('xml');
    while (inner.length > 0) inner = inner.get(inner.length - 1) as Y.XmlElement;
    inner.insert(0, [new Y.XmlElement('blockquote')]);
    expect(receive([whole, Y.encodeStateAsUpdate(source)], true).refused).toEqual({ 'bad update': 1 });
  });

  it('are as deep as they are when they stand in something that is not there', () => {
    const { doc, refused } = receive([Y.mergeUpdates(nestOneByOne(300).slice(100))], true);
    expect(refused).toEqual({ 'bad update': 1 });
    expect(doc.store.pendingStructs).toBeNull();
  });
});

describe('in a room with Mallory', () => {
  let world: World;
  let victim: TestPeer;
  let mallory: TestPeer;
  let witness: TestPeer;
  let seq = 1_000;

  beforeEach(async () => {
    world = createWorld();
    victim = world.join('victim');
    victim.type('precious');
    mallory = world.join('mallory');
    witness = world.join('witness');
    await pass(4_000);
  });
  afterEach(() => world.end());

  const sendPart = (kind: PartKind, body: Uint8Array) => {
    seq += 1;
    world.net.inject(
      'mallory',
      'victim',
      'frame',
      writeFrame({ epoch: 1, seq }, [writePart({ kind, body })]),
    );
  };
  const dropped = () => victim.mesh.state.getState().dropped.map(({ name, reason }) => [name, reason]);
  const refused = () => victim.mesh.counters().refused;

  it.each<[string, () => void, string]>([
    [
      'noise',
      () => world.net.inject('mallory', 'victim', 'frame', Uint8Array.of(9, 9, 9)),
      'sent messages that are not valid',
    ],
    [
      'bad heartbeats',
      () => world.net.inject('mallory', 'victim', 'beat', Uint8Array.of(9)),
      'sent messages that are not valid',
    ],
    [
      'changes that are no changes',
      () => sendPart('update', Uint8Array.of(1, 2, 3)),
      'sent changes that are not valid',
    ],
    [
      'a state vector that is none',
      () => sendPart('step1', Uint8Array.of(5)),
      'sent messages that are not valid',
    ],
    [
      'presence that is no JSON',
      () => sendPart('presence', writePresence([{ client: 1, clock: 1, state: '{' }])),
      'sent presence data that is not valid',
    ],
  ])('%s, three times: dropped, with the reason in words; the others go on', async (_, attack, reason) => {
    attack();
    attack();
    expect(dropped()).toEqual([]);
    attack();
    expect(dropped()).toEqual([['mallory', reason]]);
    await pass(10_000);
    expect(victim.mesh.state.getState().peers.map(({ hello }) => hello.name)).toEqual(['witness']);
    expect(victim.awareness.getStates().has(mallory.doc.clientID)).toBe(false);
    witness.type(' things');
    await pass(500);
    expect(victim.text.toString()).toBe('precious things');
  });

  const forge = () => {
    const liar = new Y.Doc();
    Y.applyUpdate(liar, Y.encodeStateAsUpdate(victim.doc));
    const vector = Y.encodeStateVector(liar);
    liar.clientID = victim.doc.clientID;
    liar.getText('text').insert(0, 'EVIL');
    return Y.encodeStateAsUpdate(liar, vector);
  };
  const ahead = () => writePresence([{ client: victim.awareness.clientID, clock: 1_000_000, state: '{}' }]);

  it('what is forged in the name of the victim and comes by others is held against nobody, and all stay equal', async () => {
    const number = victim.doc.clientID;
    for (let turn = 0; turn < 4; turn += 1) {
      const frame = writeFrame({ epoch: 1, seq: 1_000 + turn }, [
        writePart({ kind: 'update', body: forge() }),
        writePart({ kind: 'presence', body: ahead() }),
      ]);
      world.net.inject('mallory', 'witness', 'frame', frame);
      await pass(20_000);
      victim.type(' words');
      await pass(500);
    }
    sendPart('presence', ahead());
    expect(dropped()).toEqual([]);
    expect(refused()['presence in our name']).toBe(1);
    expect(victim.doc.clientID).not.toBe(number);
    witness.type('!');
    await pass(500);
    expect(victim.text.toString()).toContain('precious words');
    expectEqual([victim, mallory, witness]);
  });

  it('faults far apart are forgiven', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      sendPart('update', Uint8Array.of(9));
      await pass(6 * 60_000);
    }
    expect(refused()['bad update']).toBe(5);
    expect(dropped()).toEqual([]);
  });

  it('who was dropped stays away until allowed, and then has everything again', async () => {
    for (let turn = 0; turn < 3; turn += 1) sendPart('update', Uint8Array.of(9));
    await pass(120_000);
    expect(world.net.linksBetween('victim', 'mallory')).toEqual([]);
    victim.mesh.allow('device-mallory');
    await pass(40_000);
    victim.type('!');
    await pass(1_000);
    expect(dropped()).toEqual([]);
    expectEqual([victim, mallory, witness]);
  });

  it('a value nested so deep that no document with it could be saved is no change', () => {
    const deep = encoding.encode((encoder) => {
      for (const number of [1, 1, 7, 0, 6, 1]) encoding.writeVarUint(encoder, number);
      for (const text of ['text', 'bold', `${'['.repeat(50_000)}${']'.repeat(50_000)}`])
        encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, 0);
    });
    sendPart('update', deep);
    expect(refused()['bad update']).toBe(1);
    expect(() => Y.encodeStateAsUpdate(victim.doc)).not.toThrow();
  });

  it('a flood of presence is taken 20 times a second, and unknown people not at all', () => {
    for (let turn = 0; turn < 500; turn += 1)
      sendPart('presence', writePresence([{ client: 7_000 + turn, clock: 1, state: '{"name":"ghost"}' }]));
    expect(victim.awareness.getStates().size).toBe(3);
    expect(refused()['presence too often']).toBeGreaterThan(450);
    expect(refused()['presence of strangers']).toBeGreaterThan(10);
  });

  it('more than 80 states at once, or one of more than 4 KB, are refused', () => {
    const many = Array.from({ length: 81 }, (_, client) => ({ client, clock: 1, state: '{}' }));
    sendPart('presence', writePresence(many));
    sendPart('presence', writePresence([{ client: 1, clock: 1, state: JSON.stringify('x'.repeat(5_000)) }]));
    expect(refused()['bad presence']).toBe(2);
  });

  it('nobody is declared gone, or spoken for, by others', async () => {
    const meta = victim.awareness.meta.get(witness.doc.clientID);
    const clock = meta?.clock ?? 0;
    sendPart('presence', writePresence([{ client: witness.doc.clientID, clock, state: null }]));
    sendPart(
      'presence',
      writePresence([{ client: witness.doc.clientID, clock: clock + 5, state: '{"name":"liar"}' }]),
    );
    expect(victim.awareness.getStates().get(witness.doc.clientID)).toEqual({ name: 'witness' });
    expect(refused()['presence removed by others']).toBe(1);
  });

  const farAhead = (client: number) =>
    writePresence([{ client, clock: Number.MAX_SAFE_INTEGER, state: '{"name":"liar"}' }]);

  it('who is spoken for while their link is being mended is heard again with their own first word', async () => {
    world.cut(victim, witness);
    await pass(4_000);
    sendPart('presence', farAhead(witness.doc.clientID));
    world.mend(victim, witness);
    await pass(2_000);
    witness.awareness.setLocalState({ name: 'witness', item: 'two' });
    await pass(1_000);
    expect(victim.awareness.getStates().get(witness.doc.clientID)).toEqual({ name: 'witness', item: 'two' });
  });

  it('who is only known through others is heard again once the lie is old', async () => {
    world.cut(victim, witness);
    await pass(4_000);
    sendPart('presence', farAhead(witness.doc.clientID));
    // y-protocols does this by the computer's clock, 30 s after the last word that counted.
    removeAwarenessStates(victim.awareness, [witness.doc.clientID], 'timeout');
    witness.awareness.setLocalState({ name: 'witness', item: 'two' });
    await pass(1_000);
    expect(victim.awareness.getStates().get(witness.doc.clientID)).toEqual({ name: 'witness', item: 'two' });
  });

  it('a change of over 4 MB is refused unless it was asked for', () => {
    const source = new Y.Doc();
    source.getText('text').insert(0, 'x'.repeat(5_000_000));
    sendPart('update', Y.encodeStateAsUpdate(source));
    sendPart('step2', Y.encodeStateAsUpdate(source));
    expect(refused()['update too large']).toBe(2);
    expect(victim.text.length).toBe('precious'.length);
  });

  it('asking for the whole document again and again is a fault', () => {
    for (let turn = 0; turn < 20; turn += 1) sendPart('step1', Uint8Array.of(0));
    expect(dropped()).toEqual([['mallory', 'asked for the whole meeting too often']]);
  });

  it('changes whose beginning never comes are waited for, asked about, and then held against the sender', async () => {
    const source = new Y.Doc();
    source.getText('text').insert(0, 'a');
    const vector = Y.encodeStateVector(source);
    source.getText('text').insert(1, 'b');
    sendPart('update', Y.encodeStateAsUpdate(source, vector));
    await pass(22_000);
    expect(refused()['changes without ground']).toBeUndefined();
    await pass(25_000);
    expect(refused()['changes without ground']).toBe(1);
    expect(victim.doc.store.pendingStructs).toBeNull();
  });

  it('who claims the number of somebody else who is here is not let in', async () => {
    const doc = new Y.Doc();
    doc.clientID = witness.doc.clientID;
    const thief = world.join('thief', { doc });
    await pass(4_000);
    expect(
      victim.mesh.state
        .getState()
        .peers.map(({ hello }) => hello.name)
        .sort(),
    ).toEqual(['mallory', 'witness']);
    expect(thief.mesh.state.getState().peers).toEqual([]);
  });

  it('thousands of people who are introduced crowd out nobody who is here', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const first = 1_000_000 + turn * 100;
      const intro = encoding.encode((encoder) => {
        encoding.writeUint8Array(encoder, new Uint8Array(16));
        for (const number of [0, 0, 0, 100]) encoding.writeVarUint(encoder, number);
        for (let client = first; client < first + 100; client += 1) {
          for (const number of [1, 1, client]) encoding.writeVarUint(encoder, number);
          for (const text of ['u', 'd', `s${client}`, 'Ghost']) encoding.writeVarString(encoder, text);
        }
        encoding.writeVarUint(encoder, 100);
        for (let client = first; client < first + 100; client += 1)
          for (const number of [client, 2]) encoding.writeVarUint(encoder, number);
      });
      world.net.inject('mallory', 'victim', 'beat', intro);
      await pass(1_000);
    }
    const late = world.join('late');
    await pass(20_000);
    const names = (peer: TestPeer) =>
      peer.mesh.state
        .getState()
        .peers.map(({ hello }) => hello.name)
        .sort();
    expect(names(victim)).toEqual(['late', 'mallory', 'witness']);
    expect(names(witness)).toEqual(['late', 'mallory', 'victim']);
    expectEqual([victim, witness, late]);
  });

  it('a person who is introduced with the victim’s own number is not believed', async () => {
    const intro = encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, new Uint8Array(16));
      for (const number of [0, 0, 0, 1, 1, 1, victim.doc.clientID]) encoding.writeVarUint(encoder, number);
      for (const text of ['u', 'd', 's', 'Second self']) encoding.writeVarString(encoder, text);
      for (const number of [1, victim.doc.clientID, 2]) encoding.writeVarUint(encoder, number);
    });
    world.net.inject('mallory', 'victim', 'beat', intro);
    await pass(200);
    expect(victim.mesh.state.getState().peers.map(({ hello }) => hello.name)).not.toContain('Second self');
    expect(refused()).not.toHaveProperty('bad beat');
  });
});

it('own presence that comes back when a link opens again is no fault', async () => {
  const world = createWorld();
  const anna = world.join('anna');
  const ben = world.join('ben');
  await pass(3_000);
  for (let turn = 0; turn < 5; turn += 1) {
    world.cut(anna, ben);
    await pass(1_000);
    world.mend(anna, ben, true);
    await pass(1_000);
  }
  expect(anna.mesh.counters().refused).toEqual({});
  expect(ben.mesh.counters().refused).toEqual({});
  await world.end();
});
