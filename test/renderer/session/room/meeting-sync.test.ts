// Working together as the screens see it: a real document in real storage, and a mesh in the hands of the test.

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { joinByInvite } from '../../../../renderer/session/join-meeting.ts';
import { type OpenMeeting, openMeeting } from '../../../../renderer/session/open-meeting.ts';
import { encodeClock } from '../../../../renderer/session/room/clock-wire.ts';
import { readRoomMemory, roomKey } from '../../../../renderer/session/room/room-memory.ts';
import type { Room } from '../../../../renderer/session/sync-types.ts';
import { createMeeting, editMeta } from '../../../../shared/doc/commands/meeting.ts';
import { addPerson } from '../../../../shared/doc/commands/people.ts';
import { repairDocument } from '../../../../shared/doc/repair-document.ts';
import { metaOf, SCHEMA_VERSION } from '../../../../shared/doc/schema.ts';
import { noteWriter, readWriters } from '../../../../shared/doc/writers.ts';
import type { MeetingId } from '../../../../shared/domain/ids.ts';
import type { Invite } from '../../../../shared/invite/invite.ts';
import { refuseWrites } from '../../storage/test-db.ts';
import { ME, newId, startTestSession, testPage } from '../test-session.ts';
import { type FakeMesh, fakeMesh, peer, RELAY } from './mesh-facts.ts';

const joined = vi.hoisted((): { list: FakeMesh[] } => ({ list: [] }));
vi.mock('../../../../renderer/sync/mesh/join-mesh.ts', () => ({
  joinMesh: (options: Parameters<typeof fakeMesh>[0]) => {
    const mesh = fakeMesh(options);
    joined.list.push(mesh);
    return mesh;
  },
}));

/** Patient: the tests of a whole house may run beside it. */
const until = (check: () => boolean) => vi.waitUntil(check, 5_000);

async function start() {
  joined.list = [];
  const page = testPage();
  const session = await startTestSession();
  /** Opens the meeting and waits for its connection. */
  const openShared = async (): Promise<{ open: OpenMeeting; mesh: FakeMesh }> => {
    const before = joined.list.length;
    const open = await session.open();
    if (!open.sync.room.getState().room) await open.sync.share([RELAY]);
    return { open, mesh: await nextMesh(before) };
  };
  return { ...session, page, openShared };
}

async function nextMesh(after: number): Promise<FakeMesh> {
  await until(() => joined.list.length > after);
  return joined.list[after] as FakeMesh;
}

const status = (open: OpenMeeting) => open.sync.status.getState();
const lines = (open: OpenMeeting) => open.sync.log.getState().lines.map(({ text }) => text);
const here = (user: string, parts: Parameters<typeof peer>[1] = {}) =>
  peer(user, { lastHeard: performance.now(), ...parts });

const UNSETTLED = { settled: false, slewing: false, epoch: 0, hops: 0, uncertainty: 0, reference: '' };

/** What somebody else wrote, as it comes in over a link. */
function comeIn(doc: Y.Doc, user: string, write: (doc: Y.Doc) => void): void {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  noteWriter(other, other.clientID, { user, name: user.toUpperCase() });
  write(other);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'peer');
  other.destroy();
}

describe('a meeting that was never shared', () => {
  test('connects to nothing and is alone', async () => {
    const { open: openIt } = await start();
    const open = await openIt();
    editMeta(open.doc, { title: 'Mine' });
    // Until it has been idle, when a shared meeting connects.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await open.sync.setOffline(true);
    expect(joined.list).toEqual([]);
    expect(status(open)).toMatchObject({ state: 'alone', unsent: 0 });
  });
});

describe('sharing', () => {
  test('makes one room, and joins it with who sits here', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    const invite = open.sync.room.getState().room?.invite as Invite;
    expect(invite).toMatchObject({ meeting: open.id, title: 'Planning', relays: [RELAY] });
    expect(invite.secret).toHaveLength(32);
    expect(mesh.options.hello).toMatchObject({ user: 'mara', device: 'mara-desk', name: 'Mara Okafor' });
    expect(mesh.options.hello.client).toBe(open.doc.clientID);
    expect((await open.sync.share(['wss://two.example/signal'])).secret).toEqual(invite.secret);
    expect((await nextMesh(1)).options.relays).toEqual([RELAY, 'wss://two.example/signal']);
    expect(mesh.left).toBe(true);
  });

  test('is remembered: the meeting is in its room again when it is opened again', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    await open.dispose();
    expect(mesh.left).toBe(true);
    const again = await openShared();
    expect(again.mesh.options.keys.topic).toBe(mesh.options.keys.topic);
    expect(again.mesh.options.hello.session).not.toBe(mesh.options.hello.session);
  });

  test('is done by all windows of this computer at once', async () => {
    const { open: openIt, openShared } = await start();
    const other = await openIt();
    await openShared();
    await nextMesh(1);
    expect(other.sync.room.getState().room?.invite.relays).toEqual([RELAY]);
    await other.sync.leaveRoom();
    await until(() => joined.list.every(({ left }) => left));
    expect(status(other).state).toBe('alone');
  });

  test('anew moves this copy to another room, and the log says what that means', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ unsent: 0 });
    await open.sync.newInvite();
    const next = await nextMesh(1);
    expect(next.options.keys.topic).not.toBe(mesh.options.keys.topic);
    expect(status(open).unsent).toBe(1);
    expect(lines(open).at(-1)).toContain('stays in the old one');
  });

  test('anew takes nobody along, nor what they had confirmed', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ unsent: 0, peers: [here('ines')] });
    await until(() => open.sync.people.getState().people.length === 1);
    const moving = open.sync.newInvite();
    // The old connection still has its say until it has been left.
    mesh.set({ unsent: 0, peers: [here('ines')] });
    await moving;
    await nextMesh(1);
    expect(open.sync.people.getState().people).toEqual([]);
    expect(status(open)).toMatchObject({ unsent: 1, peers: 0 });
  });

  test('ends with leaving; the copy stays', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    await open.sync.leaveRoom();
    await until(() => mesh.left);
    expect(status(open).state).toBe('alone');
    expect(open.meeting.getState().meta.title).toBe('Planning');
  });

  test('stops and goes on as the person chooses', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    await open.sync.setOffline(true);
    await until(() => mesh.left);
    expect(status(open).state).toBe('offline');
    await open.sync.setOffline(false);
    await nextMesh(1);
  });
});

describe('what nobody else has yet', () => {
  test('is counted by acts, and confirmed by another computer', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ unsent: 0, peers: [here('ines')] });
    expect(status(open)).toMatchObject({ state: 'live', peers: 1, unsent: 0 });
    editMeta(open.doc, { title: 'One' });
    addPerson(open.doc, newId, { name: 'Two' });
    expect(status(open).unsent).toBe(2);
    mesh.set({ unsent: 0 });
    expect(status(open).unsent).toBe(0);
    expect(status(open).lastConfirmedAt).not.toBeNull();
  });

  test('counts a stretch of typing as one, and what others write not at all', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ unsent: 0 });
    for (const letter of 'minutes') open.doc.getText('typed').insert(0, letter);
    comeIn(open.doc, 'ines', (doc) => editMeta(doc, { title: 'Theirs' }));
    expect(status(open).unsent).toBe(1);
  });

  test('is known after the next start, also when this one ended without a word', async () => {
    const { openShared, db, id } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ unsent: 0 });
    editMeta(open.doc, { title: 'Never sent' });
    await until(() => open.saving.getState().state === 'saved');
    const kept = (await db.settings.get(`room:${id}`))?.value as { unsent: Record<string, number> };
    expect(Object.values(kept.unsent)).toEqual([1]);
    // The window is gone: another one opens the meeting.
    const again = await openShared();
    expect(again.mesh.options.unsent).toBe(1);
    expect(status(again.open).unsent).toBe(1);
  });
});

describe('people', () => {
  test('are those the links have proven, with what they say of themselves', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    const ines = here('ines');
    mesh.set({ peers: [ines] });
    mesh.options.awareness.states.set(ines.hello.client, {
      u: 'ines',
      d: 'ines-desk',
      n: 'Ines M.',
      v: 'plan',
    });
    mesh.options.awareness.states.set(99, { u: 'nobody', d: 'x', n: 'Nobody' });
    const changed = { added: [ines.hello.client, 99], updated: [], removed: [] };
    mesh.options.awareness.emit('change', [changed, 'peer']);
    expect(open.sync.people.getState().people).toMatchObject([
      { user: 'ines', name: 'Ines M.', view: 'plan' },
    ]);
    expect(lines(open)).toContain('Ines is here');
  });

  test('cannot be played by somebody else', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    const ines = here('ines');
    mesh.options.awareness.states.set(ines.hello.client, { u: 'omar', d: 'd', n: 'Omar', v: 'plan' });
    mesh.options.awareness.emit('change', [{ added: [ines.hello.client], updated: [], removed: [] }, 'peer']);
    mesh.set({ peers: [ines] });
    expect(open.sync.people.getState().people).toMatchObject([{ user: 'ines', name: 'Ines', view: '' }]);
  });
});

describe('a reconnect', () => {
  test('tells what came in, from whom, all who came back together', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    const [ines, omar] = [here('ines'), here('omar')];
    mesh.catchUp.begin(ines);
    comeIn(open.doc, 'ines', (doc) => editMeta(doc, { title: 'Later' }));
    mesh.catchUp.begin(omar);
    comeIn(open.doc, 'omar', (doc) => void addPerson(doc, newId, { name: 'Zoe' }));
    mesh.catchUp.end(ines);
    expect(open.sync.merges.getState().merges).toEqual([]);
    mesh.catchUp.end(omar);
    const [merge] = open.sync.merges.getState().merges;
    expect(merge).toMatchObject({ authors: ['INES', 'OMAR'], worthAStrip: true });
    expect(merge?.changes).toContainEqual(
      expect.objectContaining({
        place: 'Meeting',
        kind: 'changed',
        before: 'Title: Planning',
        after: 'Title: Later',
      }),
    );
    expect(lines(open).at(-1)).toMatch(/^\d changes from INES and OMAR merged$/);
  });

  test('that brings little and soon is told without a strip, and one that brings nothing not at all', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ peers: [here('ines')] });
    mesh.set({ peers: [] });
    mesh.set({ peers: [here('ines', { hello: { session: 'ines-2' } })] });
    mesh.catchUp.begin(here('ines'));
    mesh.catchUp.end(here('ines'));
    expect(open.sync.merges.getState().merges).toEqual([]);
    mesh.catchUp.begin(here('ines'));
    comeIn(open.doc, 'ines', (doc) => editMeta(doc, { title: 'Later' }));
    mesh.catchUp.end(here('ines'));
    expect(open.sync.merges.getState().merges).toMatchObject([{ worthAStrip: false, authors: ['INES'] }]);
  });
});

describe('the access to a meeting', () => {
  test('that was joined waits for the first copy, then is given', async () => {
    const { library, now, openShared, id } = await start();
    const other = new Y.Doc();
    createMeeting(other, { title: 'Theirs', timeZone: null, createdAt: now() });
    const invite = {
      secret: new Uint8Array(32).fill(7),
      meeting: 'theirs' as MeetingId,
      title: 'T',
      relays: [RELAY],
    };
    expect(await joinByInvite({ library, now }, { ...invite, meeting: id })).toEqual({ id, had: true });
    await openShared();
    expect(await joinByInvite({ library, now }, invite)).toEqual({ id: 'theirs', had: false });
    const { openMeeting } = await import('../../../../renderer/session/open-meeting.ts');
    const { ME, testHost } = await import('../test-session.ts');
    const opened = await openMeeting({ library, host: testHost(), now, newId, me: ME }, invite.meeting);
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(() => opened.value.dispose());
    const { access, doc, sync } = opened.value;
    expect(access.getState()).toEqual({ kind: 'waiting' });
    expect(sync.status.getState().waiting).toBe(true);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'peer');
    expect(access.getState()).toEqual({ kind: 'edit' });
    await until(() => !sync.status.getState().waiting);
  });

  test('is taken back while it is open, when a newer app writes into it', async () => {
    const { openShared } = await start();
    const { open } = await openShared();
    comeIn(open.doc, 'ines', (doc) => metaOf(doc).set('schema', SCHEMA_VERSION + 1));
    expect(open.access.getState()).toEqual({ kind: 'read-only', reason: 'newer-version' });
  });
});

describe('a meeting that somebody spoilt', () => {
  test('is not sent on, and is repaired from its last good state with both kept', async () => {
    const { openShared, library, id } = await start();
    const { open, mesh } = await openShared();
    const person = addPerson(open.doc, newId, { name: 'Zoe' });
    await until(() => open.saving.getState().state === 'saved');
    comeIn(open.doc, 'ines', (doc) => doc.getMap('people').set(person, 'nonsense'));
    await until(() => open.access.getState().kind === 'read-only');
    expect(open.access.getState()).toMatchObject({
      reason: 'spoilt',
      problem: expect.stringContaining('replaced'),
    });
    await until(() => mesh.left);
    expect(status(open).state).toBe('offline');
    expect(await open.repair()).toBe(true);
    expect(open.access.getState()).toEqual({ kind: 'edit' });
    expect(open.meeting.getState().people.map(({ name }) => name)).toEqual(['Zoe']);
    await nextMesh(1);
    expect((await library.keptVersions(id)).map(({ state }) => state).sort()).toEqual(['good', 'spoilt']);
  });
});

describe('the first copy of a joined meeting', () => {
  async function joinIt() {
    const { openShared, library, host, now } = await start();
    const source = await openShared();
    const { invite } = source.open.sync.room.getState().room as Room;
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(source.open.doc));
    await source.open.dispose();
    const id = 'from-others' as MeetingId;
    await joinByInvite({ library, now }, { ...invite, meeting: id });
    const opened = await openMeeting({ library, host, now, newId, me: ME }, id);
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(() => opened.value.dispose());
    return { open: opened.value, mesh: await nextMesh(1), theirs };
  }

  test('that came spoilt stays connected and waits for the repair of those who had it whole', async () => {
    const { open, mesh, theirs } = await joinIt();
    const person = addPerson(theirs, newId, { name: 'Zoe' });
    const whole = new Y.Doc();
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(theirs));
    theirs.getMap('people').set(person, 'nonsense');
    Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(theirs), 'peer');
    await until(() => open.access.getState().kind === 'read-only');
    expect(open.access.getState()).toMatchObject({ reason: 'spoilt', repairable: false });
    expect(mesh.left).toBe(false);
    repairDocument(theirs, whole);
    Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(theirs), 'peer');
    await until(() => open.access.getState().kind === 'edit');
    expect(open.meeting.getState().people.map(({ name }) => name)).toEqual(['Zoe']);
    expect(open.kept.getState().kept).toEqual([]);
  });
});

describe('a newer Quorum that changes a meeting while it is open', () => {
  test('leaves the last state that this one could edit', async () => {
    const { openShared, library, id } = await start();
    const { open } = await openShared();
    editMeta(open.doc, { title: 'Mine' });
    comeIn(open.doc, 'ines', (doc) => metaOf(doc).set('schema', SCHEMA_VERSION + 1));
    expect(open.access.getState()).toMatchObject({ reason: 'newer-version' });
    await until(() => open.kept.getState().kept.length === 2);
    const good = open.kept.getState().kept.find(({ state }) => state === 'good');
    const copy = await library.open(await library.copyOfKept(good?.id ?? 0));
    if (!copy.ok) throw new Error(copy.error.message);
    expect(metaOf(copy.value.doc).get('title')).toBe('Mine (copy)');
    await copy.value.close();
    expect(await library.keptVersions(id)).toHaveLength(2);
  });
});

describe('the shared clock', () => {
  test('gives whole milliseconds, as everything that is called an instant', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    mesh.set({ relays: [{ url: RELAY, state: 'up', members: 1 }] });
    mesh.set({ peers: [here('ines')], relays: [{ url: RELAY, state: 'up', members: 2 }] });
    mesh.datagram(here('ines'), encodeClock({ kind: 'probe', asked: 0.5, word: UNSETTLED }));
    expect(Number.isInteger(open.sync.clock.now())).toBe(true);
  });
});

describe('who writes', () => {
  test('is noted in the document with the first edit, not before', async () => {
    const { open: openIt } = await start();
    const open = await openIt();
    expect(readWriters(open.doc).size).toBe(0);
    editMeta(open.doc, { title: 'Mine' });
    expect(readWriters(open.doc).get(open.doc.clientID)).toEqual({ user: 'mara', name: 'Mara Okafor' });
    open.sync.setName('Mara O.');
    editMeta(open.doc, { title: 'Mine again' });
    expect(readWriters(open.doc).get(open.doc.clientID)?.name).toBe('Mara O.');
  });

  test('is noted anew when somebody wrote under the same number, and the others know this session as before', async () => {
    const { openShared } = await start();
    const { open, mesh } = await openShared();
    editMeta(open.doc, { title: 'Mine' });
    const number = open.doc.clientID;
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(open.doc));
    forger.clientID = number;
    editMeta(forger, { title: 'Forged' });
    vi.spyOn(console, 'log').mockImplementation(() => {});
    Y.applyUpdate(open.doc, Y.encodeStateAsUpdate(forger), 'a link');
    editMeta(open.doc, { title: 'Mine again' });
    expect(open.doc.clientID).not.toBe(number);
    expect(readWriters(open.doc).get(open.doc.clientID)?.user).toBe('mara');
    await open.sync.setOffline(true);
    await open.sync.setOffline(false);
    const { options } = await nextMesh(joined.list.indexOf(mesh) + 1);
    expect(options.hello.client).toBe(options.awareness.clientID);
  });
});

describe('the page', () => {
  test('says goodbye when it goes, and is back when it comes back', async () => {
    const { openShared } = await start();
    const { mesh } = await openShared();
    window.dispatchEvent(new Event('pagehide'));
    expect(mesh.left).toBe(true);
    window.dispatchEvent(new Event('pageshow'));
    await nextMesh(1);
  });

  test('makes the links look when the computer wakes up or is online again', async () => {
    const { openShared, host } = await start();
    const { open, mesh } = await openShared();
    host.resume();
    window.dispatchEvent(new Event('online'));
    open.sync.tryNow();
    expect(mesh.kicks).toEqual(['resume', 'online', 'user']);
  });
});

describe('with the disk full', () => {
  test('leaving a shared meeting keeps the words, as it does for any other', async () => {
    const { open: openIt, openShared } = await start();
    const { open } = await openShared();
    const allow = refuseWrites('QuotaExceededError');
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    editMeta(open.doc, { title: 'Only in memory' });
    await open.dispose();
    expect(complaints).toHaveBeenCalled();
    const again = await openIt();
    expect(again.meeting.getState().meta.title).toBe('Only in memory');
    allow();
    await again.dispose();
  });

  test('what is remembered of the room is written once there is space, and choices can be made again', async () => {
    const { openShared, library, id } = await start();
    const { open } = await openShared();
    const allow = refuseWrites('QuotaExceededError');
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    editMeta(open.doc, { title: 'Mine' });
    await until(() => complaints.mock.calls.length > 0);
    allow();
    await open.sync.setOffline(true);
    const kept = readRoomMemory(await library.settings.get(roomKey(id)), id);
    expect(kept.room?.offline).toBe(true);
    expect(Object.values(kept.unsent)).not.toEqual([]);
    await open.dispose();
  });
});
