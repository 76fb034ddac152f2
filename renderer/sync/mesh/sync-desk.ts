// Asking others for all that we lack: on a new link, and whenever two documents stay unequal although nothing is on its
// way. That covers every silent loss, wherever it happened.

import * as Y from 'yjs';
import { type Digest, sameBytes } from './digest.ts';
import { writePart } from './frame.ts';
import type { Wire } from './wire.ts';

const UNEQUAL_MS = 2_000;
/** While people write, documents are unequal by what is on its way; then it takes this long to become suspicious. */
const BUSY_UNEQUAL_MS = 10_000;
const BUSY_MS = 1_000;
const FIRST_WAIT = 2_000;
const LAST_WAIT = 60_000;
/** No answer for so long, and none on its way: it is not coming. */
const ANSWER_MS = 10_000;

export interface SyncDesk {
  /** Asks now; or, with nothing here yet, after another that is being answered, so that not everybody sends everything. */
  ask(wire: Wire): void;
  /** The other's document as its heartbeat says. True when both are equal. */
  compare(wire: Wire, digest: Uint8Array, arriving: number): boolean;
  /** It is sending us all, or about to. */
  isAnswering(wire: Wire): boolean;
  answered(wire: Wire): void;
  tick(): void;
  /** Of our document, `performance.now()`. */
  changed(): void;
  /** How often it was asked because of inequality. */
  readonly resyncs: number;
}

export function createSyncDesk(
  doc: Y.Doc,
  digest: Digest,
  wires: ReadonlySet<Wire>,
  now: () => number,
): SyncDesk {
  let lastChange = Number.NEGATIVE_INFINITY;
  let resyncs = 0;

  const isAnswering = ({ sync, link }: Wire) =>
    link !== null && sync.askedAt !== null && (sync.arriving > 0 || now() - sync.askedAt < ANSWER_MS);

  const ask = (wire: Wire) => {
    const { sync } = wire;
    const others = [...wires].some((other) => other !== wire && isAnswering(other));
    sync.wants = doc.store.clients.size === 0 && others;
    if (sync.wants) return;
    sync.askedAt = now();
    wire.post([writePart({ kind: 'step1', body: Y.encodeStateVector(doc) })], null);
  };

  const askWaiting = () => {
    for (const wire of wires) if (wire.sync.wants && wire.open) ask(wire);
  };

  const isSuspicious = (wire: Wire) => {
    const { sync, link } = wire;
    if (sync.unequalSince === null || !wire.open || link?.state !== 'open') return false;
    if (sync.digest && sameBytes(sync.digest, digest.bytes())) return false;
    if (isAnswering(wire) || sync.wants || sync.arriving > 0 || link.queuedBytes > 0) return false;
    const busy = now() - lastChange < BUSY_MS;
    return now() - sync.unequalSince > (busy ? BUSY_UNEQUAL_MS : UNEQUAL_MS) && now() >= sync.nextAskAt;
  };

  return {
    ask,
    isAnswering,
    compare: ({ sync }, theirs, arriving) => {
      sync.arriving = arriving;
      sync.digest = theirs;
      if (sameBytes(theirs, digest.bytes())) {
        Object.assign(sync, { equal: true, unequalSince: null, wants: false, nextAskAt: 0, askWait: 0 });
        return true;
      }
      sync.unequalSince ??= now();
      if (now() - sync.unequalSince >= UNEQUAL_MS) sync.equal = false;
      return false;
    },
    answered: ({ sync }) => {
      sync.askedAt = null;
      askWaiting();
    },
    tick: () => {
      askWaiting();
      for (const wire of wires) {
        if (!isSuspicious(wire)) continue;
        const { sync } = wire;
        sync.askWait = Math.min(LAST_WAIT, Math.max(FIRST_WAIT, sync.askWait * 2));
        sync.nextAskAt = now() + sync.askWait;
        resyncs += 1;
        digest.recount();
        ask(wire);
      }
    },
    changed: () => {
      lastChange = now();
    },
    get resyncs() {
      return resyncs;
    },
  };
}
