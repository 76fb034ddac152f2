// Messages that no honest member sends: the attacks of `sync.md`, section 3, each drawn at random from a seed.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { MessageKind } from '../../../renderer/sync/link/link-types.ts';

export interface HostileMessage {
  readonly kind: MessageKind;
  readonly bytes: Uint8Array;
}

type Random = () => number;

/** y-webrtc's kinds of messages, and y-protocols' kinds of sync messages. */
const SYNC = 0;
const AWARENESS = 1;
const QUERY = 3;
const UPDATE = 2;

export function createRandom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const below = (random: Random, end: number): number => Math.floor(random() * end);

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => below(random, 256));
}

function sync(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

function awareness(
  entries: readonly (readonly [client: number, clock: number, state: string])[],
): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** An honest change by somebody new, of which the attacks below are spoilt copies. */
function change(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('hostile').set(`k${below(random, 1e6)}`, 'x'.repeat(below(random, 200)));
  return Y.encodeStateAsUpdate(doc);
}

const ATTACKS: readonly ((random: Random, doc: Y.Doc) => Uint8Array)[] = [
  (random) => noise(random, below(random, 400)),
  (random) => Uint8Array.of(below(random, 8), ...noise(random, below(random, 60))),
  (random) => sync(UPDATE, noise(random, below(random, 300))),
  (random) => sync(below(random, 6), noise(random, below(random, 300))),
  // Cut short.
  (random) => {
    const update = change(random);
    return sync(UPDATE, update.subarray(0, below(random, update.length)));
  },
  // One bit of the real document's state wrong.
  (random, doc) => {
    const update = Y.encodeStateAsUpdate(doc);
    const at = below(random, update.length);
    update[at] = (update[at] ?? 0) ^ (1 << below(random, 8));
    return sync(UPDATE, update);
  },
  // Waits for something that never comes.
  (random) => {
    const doc = new Y.Doc();
    const text = doc.getText('hostile');
    text.insert(0, 'a');
    const before = Y.encodeStateVector(doc);
    text.insert(1, 'b'.repeat(1 + below(random, 1_000)));
    return sync(UPDATE, Y.encodeStateAsUpdate(doc, before));
  },
  // In the name of somebody else, with their next number.
  (random, doc) => {
    const clients = [...doc.store.clients.keys()];
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc));
    forged.clientID = clients[below(random, clients.length)] ?? 1;
    const before = Y.encodeStateVector(forged);
    forged.getMap('hostile').set('forged', below(random, 1e6));
    return sync(UPDATE, Y.encodeStateAsUpdate(forged, before));
  },
  (random) =>
    awareness(
      Array.from({ length: 1 + below(random, 300) }, () => [below(random, 2 ** 31), 1, '{"name":"ghost"}']),
    ),
  (random) => awareness([[below(random, 2 ** 31), below(random, 2 ** 31), '{"broken":']]),
  (_, doc) => awareness([...doc.store.clients.keys()].map((client) => [client, 2 ** 31 - 1, 'null'])),
  (random) => awareness([[below(random, 2 ** 31), 1, JSON.stringify('y'.repeat(20_000))]]),
  () => Uint8Array.of(QUERY),
];

/** `doc` is the room's real document as the member got it. */
export function hostileMessage(random: Random, doc: Y.Doc): HostileMessage {
  if (random() < 0.1) return { kind: 'beat', bytes: noise(random, below(random, 500)) };
  const attack = ATTACKS[below(random, ATTACKS.length)];
  return { kind: 'frame', bytes: attack?.(random, doc) ?? new Uint8Array() };
}
