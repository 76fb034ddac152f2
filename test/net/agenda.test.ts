// The agenda while people are apart: the same item is moved by both, each to another place; deleted by one while the
// other writes in it. Nobody's words go with it, and it is there once.
import { expect, test } from 'vitest';
import { agendaOf, carryItem, deleteItem } from './app/agenda.ts';
import { closedAfterEach } from './app/closed-after-each.ts';
import { findFaults, untilEqual } from './app/equal.ts';
import type { Peer } from './app/peer.ts';
import { openMeeting } from './app/world.ts';

const open = closedAfterEach(openMeeting);
const LIMIT = { timeout: 120_000 };

const idOf = (item: string): string => item.split('/').at(-1) ?? '';

test(
  'an item that both move while apart is in one place, and a line in it that one deletes and one edits is the same',
  LIMIT,
  async () => {
    const { peers, item } = await open('loopback', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    const id = idOf(item);
    await a.type(3);
    await untilEqual(peers, 10_000);
    const before = await agendaOf(a);
    expect(before[0]).toContain(id);

    for (const peer of peers) await peer.setOffline(true);
    await carryItem(a, id, ['Alt+Shift+PageDown']);
    await carryItem(b, id, ['Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown']);
    const [ofA, ofB] = [await agendaOf(a), await agendaOf(b)];
    expect(ofA[1]).toContain(id);
    expect(ofB[0]?.indexOf(id)).toBe(2);
    for (const peer of peers) await peer.go(item);
    expect(await a.page.evaluate(() => window.inPage.removeLines('A: '))).toBe(1);
    await b.page.evaluate(() => window.inPage.toLine('A: '));
    await b.page.keyboard.type('said while it went away');
    await b.type(3);
    for (const peer of peers) await peer.setOffline(false);

    // What A wrote, A deleted: gone on both sides, in one and the same way.
    expect(await findFaults(peers, { writers: [b] })).toEqual([]);
    const merged = await agendaOf(a);
    expect(await agendaOf(b)).toEqual(merged);
    // Where one of the two put it, and everything else where it was.
    expect([ofA, ofB]).toContainEqual(merged);
    expect(merged.flat().toSorted()).toEqual(before.flat().toSorted());
    expect(new Set(merged.flat()).size).toBe(merged.flat().length);
  },
);

test(
  'an item that one deletes while the other writes in it stays, once, with every word',
  LIMIT,
  async () => {
    const { peers, item } = await open('loopback', ['A', 'B']);
    const [a, b] = peers as [Peer, Peer];
    const id = idOf(item);
    await a.type(3);
    await untilEqual(peers, 10_000);
    const before = await agendaOf(a);

    for (const peer of peers) await peer.setOffline(true);
    await deleteItem(a, id);
    await b.type(3);
    for (const peer of peers) await peer.setOffline(false);

    await a.page.locator(`[data-item="${id}"]`).waitFor();
    await a.go(item);
    expect(await findFaults(peers)).toEqual([]);
    for (const peer of peers) expect(await agendaOf(peer)).toEqual(before);
  },
);
