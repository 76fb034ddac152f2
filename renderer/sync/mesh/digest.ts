// A document in 16 bytes, so that each heartbeat can say what its sender has: equal documents have equal digests. Kept
// up with every change at the cost of the change. Against accidents, not against forgers: whoever is in the room may
// change the document anyway.

import * as Y from 'yjs';
import type { Dispose } from '../../../shared/base/disposer.ts';

export interface Digest {
  /** 16 bytes: 8 for the state vector, 8 for what is deleted. */
  bytes(): Uint8Array;
  /** Counts the whole document anew, in case keeping up ever went wrong. */
  recount(): void;
  readonly dispose: Dispose;
}

const STATE = [0x243f6a88, 0x85a308d3] as const;
const DELETED = [0x13198a2e, 0x03707344] as const;

/**
 * Both halves are sums, so that order does not matter and parts can be taken off again. A deleted unit at `clock` counts
 * `at(clock + 1) - at(clock)`; a run of them is then the difference of its ends, however long and however split.
 */
export function createDigest(doc: Y.Doc): Digest {
  const sums = new Int32Array(4);
  const known = new Map<number, number>();

  const addState = (client: number, from: number, to: number) => {
    STATE.forEach((seed, lane) => {
      const before = from === 0 ? 0 : mix(client, from, seed);
      sums[lane] = (sums[lane] ?? 0) + mix(client, to, seed) - before;
    });
  };

  const addDeleted = (client: number, from: number, to: number) => {
    DELETED.forEach((seed, lane) => {
      sums[lane + 2] = (sums[lane + 2] ?? 0) + mix(client, to, seed) - mix(client, from, seed);
    });
  };

  /** Everything in the store that has not been counted yet, as it stands now. */
  const addNew = () => {
    for (const [client, structs] of doc.store.clients) {
      const from = known.get(client) ?? 0;
      const to = Y.getState(doc.store, client);
      if (to === from) continue;
      known.set(client, to);
      addState(client, from, to);
      for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
        const struct = structs[index];
        if (!struct?.deleted) continue;
        addDeleted(client, Math.max(from, struct.id.clock), struct.id.clock + struct.length);
      }
    }
  };

  // What is new is read from the store: structs that came as rubble (GC) are in no delete set. Of what was there before,
  // a delete set names each unit once. Read when all is done, since a transaction made by an observer gets into the
  // store before the books of the first one are closed.
  const onDone = (_doc: Y.Doc, transactions: Y.Transaction[]) => {
    const before = transactions[0]?.beforeState;
    for (const transaction of transactions) {
      for (const [client, runs] of transaction.deleteSet.clients) {
        const old = Math.min(known.get(client) ?? 0, before?.get(client) ?? 0);
        for (const { clock, len } of runs) {
          const end = Math.min(clock + len, old);
          if (end > clock) addDeleted(client, clock, end);
        }
      }
    }
    addNew();
  };

  addNew();
  doc.on('afterAllTransactions', onDone);
  return {
    bytes: () => new Uint8Array(sums.slice().buffer),
    recount: () => {
      sums.fill(0);
      known.clear();
      addNew();
    },
    dispose: () => doc.off('afterAllTransactions', onDone),
  };
}

/** MurmurHash3's mixing over two numbers of up to 53 bits. */
function mix(client: number, clock: number, seed: number): number {
  let hash = seed;
  for (const word of [client, client / 0x1_0000_0000, clock, clock / 0x1_0000_0000]) {
    hash ^= Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotate(hash, 13), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
