import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openMeeting } from '../../../renderer/session/open-meeting.ts';
import { addDay, removeDay } from '../../../shared/doc/commands/days.ts';
import { createMeeting, editMeta } from '../../../shared/doc/commands/meeting.ts';
import { readMeeting } from '../../../shared/doc/read-meeting.ts';
import { metaOf, SCHEMA_VERSION } from '../../../shared/doc/schema.ts';
import type { CalendarDate } from '../../../shared/domain/time.ts';
import { refuseWrites } from '../storage/test-db.ts';
import { ME, newId, startTestSession, testPage } from './test-session.ts';

const DATE = '2026-03-10' as CalendarDate;

beforeEach(() => {
  testPage();
});

describe('an open meeting', () => {
  test('mirrors the document, and only its changes', async () => {
    const open = await (await startTestSession()).open();
    const before = open.meeting.getState();
    editMeta(open.doc, { title: 'Changed' });
    const after = open.meeting.getState();
    expect(after.meta.title).toBe('Changed');
    expect(after.people).toBe(before.people);
  });

  test('is saving at once and saved when the disk says so', async () => {
    const { open: openIt, db } = await startTestSession();
    const open = await openIt();
    editMeta(open.doc, { title: 'Changed' });
    expect(open.saving.getState().state).toBe('saving');
    await vi.waitUntil(() => open.saving.getState().state === 'saved');
    expect(await db.updates.count()).toBe(3); // the meeting, the edit, and who made it
  });

  test('says why it is not saved, and saves on retry', async () => {
    const open = await (await startTestSession()).open();
    const allow = refuseWrites('QuotaExceededError');
    editMeta(open.doc, { title: 'Changed' });
    await vi.waitUntil(() => open.saving.getState().state === 'failed');
    expect(open.saving.getState().problem?.message).toBe('Not saved: the disk is full.');
    allow();
    open.saving.getState().retry();
    await vi.waitUntil(() => open.saving.getState().state === 'saved');
    expect(open.saving.getState().problem).toBeNull();
  });

  test('follows what another window writes, which is not mine to undo', async () => {
    const { open } = await startTestSession();
    const [mine, theirs] = [await open(), await open()];
    editMeta(theirs.doc, { title: 'Theirs' });
    await vi.waitUntil(() => mine.meeting.getState().meta.title === 'Theirs');
    expect(mine.undo.state.getState()).toEqual({ canUndo: false, canRedo: false });
    expect(mine.undo.undo()).toBe(false);
  });

  test('undoes and redoes one command at a time', async () => {
    const open = await (await startTestSession()).open();
    editMeta(open.doc, { title: 'One' });
    editMeta(open.doc, { title: 'Two' });
    expect(open.undo.state.getState().canUndo).toBe(true);
    expect(open.undo.undo()).toBe(true);
    expect(open.meeting.getState().meta.title).toBe('One');
    expect(open.undo.redo()).toBe(true);
    expect(open.meeting.getState().meta.title).toBe('Two');
    open.undo.undo();
    open.undo.undo();
    expect(open.undo.state.getState()).toEqual({ canUndo: false, canRedo: true });
    expect(open.meeting.getState().meta.title).toBe('Planning');
  });

  test('keeps what undo brought back, for the next start', async () => {
    const { open, db } = await startTestSession();
    const first = await open();
    const day = addDay(first.doc, newId, { date: DATE });
    removeDay(first.doc, day);
    first.undo.undo();
    await first.dispose();
    expect(await db.updates.count()).toBeGreaterThan(1);
    expect((await open()).meeting.getState().days.map(({ id }) => id)).toEqual([day]);
  });

  test('of a newer app can be read and is not upgraded or changed', async () => {
    const { library, host, now, db } = await startTestSession();
    const id = await library.create((doc) => {
      createMeeting(doc, { title: 'From the future', timeZone: null, createdAt: now() });
      metaOf(doc).set('schema', SCHEMA_VERSION + 1);
    });
    const rows = await db.updates.count();
    const opened = await openMeeting({ library, host, now, newId, me: ME }, id);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.access.getState()).toEqual({ kind: 'read-only', reason: 'newer-version' });
    expect(readMeeting(opened.value.doc).meta.title).toBe('From the future');
    await opened.value.dispose();
    expect(await db.updates.count()).toBe(rows);
  });

  test('that is no meeting any more is shown, not edited', async () => {
    const { library, host, now } = await startTestSession();
    const id = await library.create((doc) => metaOf(doc).set('title', 'No version'));
    const opened = await openMeeting({ library, host, now, newId, me: ME }, id);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.access.getState()).toEqual({ kind: 'read-only', reason: 'damaged' });
    await opened.value.dispose();
  });

  test('hands everything to the disk when the page is hidden', async () => {
    const { hide } = testPage();
    const { open: openIt, db } = await startTestSession();
    const open = await openIt();
    editMeta(open.doc, { title: 'In flight' });
    editMeta(open.doc, { title: 'Waiting' });
    hide();
    await vi.waitUntil(() => open.saving.getState().state === 'saved');
    // Two rows: the second did not wait for the first to be durable and merge with what came after.
    expect(await db.updates.count()).toBe(3);
  });
});

describe('leaving a meeting', () => {
  test('waits for the disk and leaves its list entry behind', async () => {
    const { open: openIt, db, id } = await startTestSession();
    const open = await openIt();
    editMeta(open.doc, { title: 'Last words' });
    await open.dispose();
    expect((await db.summaries.get(id))?.summary.title).toBe('Last words');
    expect(await db.updates.count()).toBe(3);
  });

  test('stops mirroring', async () => {
    const open = await (await startTestSession()).open();
    await open.dispose();
    editMeta(open.doc, { title: 'Too late' });
    expect(open.meeting.getState().meta.title).toBe('Planning');
  });

  test('with the disk full keeps the words, and the window does not close over them', async () => {
    const { open: openIt, host } = await startTestSession();
    const open = await openIt();
    const allow = refuseWrites('QuotaExceededError');
    editMeta(open.doc, { title: 'Only in memory' });
    await open.dispose();
    expect(host.told.at(-1)).toBe(true);
    expect(await host.closing()).toBe(false);
    const again = await openIt();
    expect(again.meeting.getState().meta.title).toBe('Only in memory');
    allow();
    expect(await host.closing()).toBe(true);
    await again.dispose();
    expect(host.told.at(-1)).toBe(false);
  });
});

describe('the list entry', () => {
  test('follows the open meeting once it is left in peace', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { open: openIt, db, id } = await startTestSession();
      const open = await openIt();
      const title = async () => (await db.summaries.get(id))?.summary.title;
      editMeta(open.doc, { title: 'One' });
      vi.advanceTimersByTime(200);
      editMeta(open.doc, { title: 'Two' });
      expect(await title()).toBe('Planning');
      vi.advanceTimersByTime(200);
      await vi.waitFor(async () => expect(await title()).toBe('Two'));
    } finally {
      vi.useRealTimers();
    }
  });
});
