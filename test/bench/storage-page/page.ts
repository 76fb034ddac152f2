// The storage of the app alone on a page, with a document of one text: what it costs without any screen over it.

import * as Y from 'yjs';
import { createCompactor } from '../../../renderer/storage/compactor.ts';
import { LibraryDb } from '../../../renderer/storage/library-db.ts';
import { loadMeeting } from '../../../renderer/storage/load-meeting.ts';
import { openStoredMeeting, type StoredMeeting } from '../../../renderer/storage/stored-meeting.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';

const db = new LibraryDb({ name: 'storage-bench' });
const compactor = createCompactor(db);
const now = () => Date.now() as Instant;

async function open(name: string): Promise<StoredMeeting> {
  const id = name as MeetingId;
  const fresh = { doc: new Y.Doc(), base: null, rows: [], through: 0, damage: null };
  const loaded = (await loadMeeting(db, id)) ?? fresh;
  if (!(await db.meetings.get(id))) await db.meetings.add({ id, createdAt: now(), deletedAt: null });
  return openStoredMeeting(db, id, loaded, { now, compactor, onUnsaved: () => {} });
}

/** Lets the browser do something else, as it can between the keys of a person. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const harness = {
  /** `edits` letters as fast as the page can; how long the disk is busy after the last one. */
  async burst(name: string, edits: number) {
    const meeting = await open(name);
    const text = meeting.doc.getText('t');
    const start = performance.now();
    for (let edit = 0; edit < edits; edit += 1) {
      text.insert(text.length, String.fromCharCode(97 + (edit % 26)));
      if (edit % 10 === 9) await breathe();
    }
    const typed = performance.now();
    const { state } = await meeting.settled();
    const saved = performance.now();
    const rows = await db.updates
      .where('[meeting+seq]')
      .between([name, 0], [name, Number.MAX_VALUE])
      .toArray();
    const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    await meeting.close();
    return { state, typing: typed - start, backlog: saved - typed, rows: rows.length, bytes };
  },

  /** A letter every `every` ms; for each the time until it is durable. */
  async typing(name: string, letters: number, every: number) {
    const meeting = await open(name);
    const text = meeting.doc.getText('t');
    const times: number[] = [];
    let waiting: number[] = [];
    meeting.onStatus(({ state }) => {
      if (state !== 'saved') return;
      for (const start of waiting) times.push(performance.now() - start);
      waiting = [];
    });
    for (let letter = 0; letter < letters; letter += 1) {
      waiting.push(performance.now());
      text.insert(text.length, 'x');
      await wait(every);
    }
    await meeting.close();
    return times;
  },

  /** Types until somebody ends the browser; says after each save, as the app does, what is saved. */
  async typeForEver(name: string, every: number, tell: (saved: string) => void) {
    const meeting = await open(name);
    const text = meeting.doc.getText('t');
    meeting.onStatus(({ state }) => {
      if (state === 'saved') tell(text.toString());
    });
    for (let letter = text.length; ; letter += 1) {
      text.insert(text.length, String.fromCharCode(97 + (letter % 26)));
      await wait(every);
    }
  },

  async read(name: string) {
    return (await loadMeeting(db, name as MeetingId))?.doc.getText('t').toString() ?? '';
  },

  async load(name: string) {
    const start = performance.now();
    const loaded = await loadMeeting(db, name as MeetingId);
    const ms = performance.now() - start;
    return { ms, length: loaded?.doc.getText('t').length ?? 0, rows: loaded?.rows.length ?? 0 };
  },

  /** In its worker, while this thread counts how late its own timers are. */
  async compact(name: string) {
    let worst = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last - 4);
      last = performance.now();
    }, 4);
    const start = performance.now();
    const outcome = await compactor(name as MeetingId, { minRows: 1 });
    clearInterval(timer);
    const newest = await db.snapshots.orderBy('[meeting+through]').last();
    return { outcome, ms: performance.now() - start, held: worst, bytes: newest?.size ?? 0 };
  },
};

export type StorageHarness = typeof harness;

Object.assign(window, { harness });
