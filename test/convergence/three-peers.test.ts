// Three people edit one meeting over a network that loses, delays, doubles and reorders. When they have met again all
// see the same, it is well-formed, and no word is gone that nobody took away knowing it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addBlock } from '../../shared/doc/commands/blocks.ts';
import { addDay } from '../../shared/doc/commands/days.ts';
import { addItem } from '../../shared/doc/commands/items.ts';
import { createMeeting } from '../../shared/doc/commands/meeting.ts';
import { addPerson } from '../../shared/doc/commands/people.ts';
import { addProposal } from '../../shared/doc/commands/proposals.ts';
import { readMeeting, watchMeeting } from '../../shared/doc/read-meeting.ts';
import { readRecord } from '../../shared/doc/record.ts';
import { createUndoManager } from '../../shared/doc/undo.ts';
import type { NewId } from '../../shared/domain/ids.ts';
import type { CalendarDate, Instant } from '../../shared/domain/time.ts';
import { ACTIONS, act, type Picks } from './actions.ts';
import { expectValid, textsOf } from './validity.ts';

type Step =
  | { readonly do: 'act'; readonly peer: number; readonly action: number; readonly picks: Picks }
  | { readonly do: 'undo' | 'redo'; readonly peer: number }
  | { readonly do: 'deliver'; readonly peer: number; readonly which: number; readonly keep: boolean };

const peer = fc.nat(2);
const n = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      peer,
      action: fc.nat(ACTIONS.length - 1),
      picks: fc.tuple(n, n, n, n),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), peer }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), peer, which: n, keep: fc.boolean() }),
  },
);

class Peer {
  readonly doc = new Y.Doc();
  /** Updates of others that have not arrived yet. */
  readonly inbox: Uint8Array[] = [];
  readonly watch: ReturnType<typeof watchMeeting>;
  readonly undo: Y.UndoManager;

  constructor(start: Uint8Array, client: number) {
    this.doc.clientID = client;
    Y.applyUpdate(this.doc, start);
    this.watch = watchMeeting(this.doc, () => {});
    this.undo = createUndoManager(this.doc);
  }

  /** The words that can be read here. */
  words(): Set<string> {
    return new Set(JSON.stringify(textsOf(readRecord(this.doc))).match(/w\d+w/g));
  }

  /** Takes one waiting update, not the oldest; with `keep` it will arrive a second time. */
  deliver(which: number, keep: boolean): void {
    const at = which % Math.max(1, this.inbox.length);
    const update = keep ? this.inbox[at] : this.inbox.splice(at, 1)[0];
    if (update) Y.applyUpdate(this.doc, update);
  }

  dispose(): void {
    this.watch.dispose();
    this.undo.destroy();
  }
}

function startOf(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 99;
  let count = 0;
  const newId: NewId = () => `start-${count++}`;
  createMeeting(doc, { title: 'Start', timeZone: null, createdAt: 0 as Instant });
  for (const date of ['2026-03-10', '2026-03-11']) {
    const day = addDay(doc, newId, { date: date as CalendarDate });
    for (const title of ['Morning', 'Noon']) {
      const block = addBlock(doc, newId, day, { title });
      for (const kind of ['topic', 'round'] as const) if (block) addItem(doc, newId, block, { title, kind });
    }
  }
  for (const name of ['Anna', 'Ben']) addPerson(doc, newId, { name });
  addProposal(doc, newId, { title: 'Later' });
  return Y.encodeStateAsUpdate(doc);
}

const START = startOf();

function play(steps: readonly Step[]): { peers: Peer[]; written: Set<string>; takenAway: Set<string> } {
  const peers = [1, 2, 3].map((client) => new Peer(START, client));
  for (const from of peers) {
    from.doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) for (const to of peers) if (to !== from) to.inbox.push(update);
    });
  }
  const [written, takenAway] = [new Set<string>(), new Set<string>()];
  let count = 0;
  const newId: NewId = () => `id-${count++}`;
  for (const [i, next] of steps.entries()) {
    const at = peers[next.peer] as Peer;
    if (next.do === 'deliver') {
      at.deliver(next.which, next.keep);
      continue;
    }
    const before = at.words();
    if (next.do === 'act') act({ doc: at.doc, picks: next.picks, newId, word: `w${i}w` }, next.action);
    else at.undo[next.do]();
    const after = at.words();
    for (const word of after) written.add(word);
    for (const word of before) if (!after.has(word)) takenAway.add(word);
  }
  return { peers, written, takenAway };
}

/** All that waits arrives, the newest first; also what Yjs tidies up on arrival and tells the others. */
function reunite(peers: readonly Peer[]): void {
  for (let at = peers.find(isWaiting); at; at = peers.find(isWaiting)) at.deliver(at.inbox.length - 1, false);
}

function isWaiting(at: Peer): boolean {
  return at.inbox.length > 0;
}

describe('three peers', () => {
  test('D10 D21 D24 D25 D26: end equal and valid, and no word is lost that nobody took away', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        const { peers, written, takenAway } = play(steps);
        for (const { doc } of peers) expectValid(doc);
        reunite(peers);
        const [first, ...others] = peers as [Peer, ...Peer[]];
        const record = readRecord(first.doc);
        const snapshot = Y.snapshot(first.doc);
        for (const { doc, watch } of others) {
          expect(readRecord(doc)).toEqual(record);
          expect(doc.toJSON()).toEqual(first.doc.toJSON());
          expect(Y.equalSnapshots(Y.snapshot(doc), snapshot)).toBe(true);
          expect(watch.current).toEqual(readMeeting(doc));
        }
        expectValid(first.doc);
        expect(first.watch.current).toEqual(readMeeting(first.doc));
        const words = first.words();
        for (const word of written) if (!takenAway.has(word)) expect(words).toContain(word);
        for (const at of peers) at.dispose();
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  test('D30 D31: one who undoes everything is back where it began, and redo leads to the end again', () => {
    const commands = step.filter((next) => next.do === 'act' && next.peer === 0 && next.action > 6);
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25, size: 'max' }), (steps) => {
        const { peers } = play(steps);
        const { doc, undo } = peers[0] as Peer;
        const { run: _, ...end } = readMeeting(doc);
        while (undo.undo());
        const { run: __, ...start } = readMeeting(doc);
        const fresh = new Y.Doc();
        Y.applyUpdate(fresh, START);
        const { run: ___, ...began } = readMeeting(fresh);
        expect(start).toEqual(began);
        while (undo.redo());
        const { run: ____, ...again } = readMeeting(doc);
        expect(again).toEqual(end);
        for (const at of peers) at.dispose();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
