// The door of the document: every change from outside is checked here and only then given to Yjs. What builds on
// something that has not come yet waits here and not in Yjs, which would merge it anew with every further change (2,000
// such changes cost 10 s), and would send it on with everything.

import * as Y from 'yjs';
import type { Conduct } from './conduct.ts';
import { isTooDeep } from './nesting.ts';
import type { PeerChange } from './peer-change.ts';
import { bringsNews, isReady, readUpdate, type UpdateFacts } from './read-update.ts';

const MB = 1024 * 1024;
/** Of one change, unless it answers our asking for all. */
export const MAX_UPDATE = 4 * MB;
const MAX_DOCUMENT = 32 * MB;
const MAX_WAITING = MB;
/** So much may come in between two measurements of the whole document, which cost as much as sending it. */
const MEASURE_EVERY = MB;

export interface Delivery {
  readonly change: PeerChange;
  readonly update: Uint8Array;
  /** The answer to our asking for everything. */
  readonly asked: boolean;
  /** It is in the document, or was before. */
  readonly done: () => void;
}

export interface Intake {
  take(delivery: Delivery): void;
  /** Milliseconds for which something has waited for what it builds on; `null`: nothing waits. */
  waitingFor(change: PeerChange): number | null;
  /** What waits gets as much time again. */
  giveTime(change: PeerChange): void;
  /** Gives up what waits of it. */
  forget(change: PeerChange): void;
  /** Changes that were there already. */
  readonly suppressed: number;
}

interface IntakeOptions {
  readonly doc: Y.Doc;
  readonly conduct: Conduct;
  readonly now: () => number;
  /** Just before a change gets into the document. */
  readonly onChange: (change: PeerChange) => void;
}

interface Waiting extends Delivery {
  readonly facts: UpdateFacts;
  since: number;
}

export function createIntake({ doc, conduct, now, onChange }: IntakeOptions): Intake {
  let waiting: Waiting[] = [];
  let suppressed = 0;
  let measured = 0;
  let since = 0;

  const hasRoomFor = (bytes: number) => {
    if (measured + since + bytes > MAX_DOCUMENT || since + bytes > MEASURE_EVERY) {
      measured = Y.encodeStateAsUpdate(doc).byteLength;
      since = 0;
    }
    return measured + bytes <= MAX_DOCUMENT;
  };

  const apply = ({ change, update, asked, done }: Delivery, facts: UpdateFacts) => {
    if (isTooDeep(doc, facts)) return conduct.strike(change.from, 'bad update');
    if (!hasRoomFor(update.byteLength)) return conduct.refuse('document full');
    onChange(change);
    const { store } = doc;
    const { pendingStructs, pendingDs } = store;
    let failed = false;
    try {
      doc.transact(() => {
        try {
          Y.applyUpdate(doc, update, change);
        } catch (error) {
          // In here nothing runs but Yjs, with what they sent.
          if (!(error instanceof Error)) throw error;
          failed = true;
        }
      }, change);
    } catch (error) {
      // Whoever watches the document failed, which is not the sender's fault.
      queueMicrotask(() => {
        throw error;
      });
    }
    since += update.byteLength;
    // A copy that was read from a damaged disk answers with gaps, honestly. Otherwise everything was there to build on.
    const left = (pendingStructs === null && store.pendingStructs) || (pendingDs === null && store.pendingDs);
    if (left && !asked) {
      store.pendingStructs = pendingStructs;
      store.pendingDs = pendingDs;
      failed = true;
    }
    if (failed) conduct.strike(change.from, 'failing update');
    else done();
  };

  const applyWaiting = () => {
    for (;;) {
      const next = waiting.find(({ facts }) => isReady(doc, facts));
      if (!next) return;
      waiting = waiting.filter((other) => other !== next);
      if (bringsNews(doc, next.facts)) apply(next, next.facts);
      else {
        suppressed += 1;
        next.done();
      }
    }
  };

  return {
    take: (delivery) => {
      const { change, update, asked, done } = delivery;
      if (update.byteLength > (asked ? MAX_DOCUMENT : MAX_UPDATE)) return conduct.refuse('update too large');
      const facts = readUpdate(update);
      if (!facts) return conduct.strike(change.from, 'bad update');
      // Changes in our own name are taken in too: whoever passes them on is not who forged them, and all others have them
      // by then. Yjs goes on under another number, and the documents stay one.
      if (!bringsNews(doc, facts)) {
        suppressed += 1;
        return done();
      }
      if (!asked && !isReady(doc, facts)) {
        const bytes = waiting.reduce((sum, { update }) => sum + update.byteLength, update.byteLength);
        if (bytes > MAX_WAITING) return conduct.refuse('too many waiting');
        waiting.push({ ...delivery, facts, since: now() });
        return;
      }
      apply(delivery, facts);
      applyWaiting();
    },
    waitingFor: (change) => {
      const since = waiting.filter((item) => item.change === change).map((item) => item.since);
      return since.length > 0 ? now() - Math.min(...since) : null;
    },
    giveTime: (change) => {
      for (const item of waiting) if (item.change === change) item.since = now();
    },
    forget: (change) => {
      waiting = waiting.filter((item) => item.change !== change);
    },
    get suppressed() {
      return suppressed;
    },
  };
}
