import { describe, expect, test } from 'vitest';
import * as items from '../../../../shared/doc/commands/items.ts';
import * as people from '../../../../shared/doc/commands/people.ts';
import { readMeeting } from '../../../../shared/doc/read-meeting.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { createScene, fork, itemOf, meet, newId } from '../peers.ts';

describe('sets', () => {
  test('D12: keep their order, and what two people add at once', () => {
    const { doc, item } = createScene();
    const id = item();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => people.addPerson(doc, newId, { name })) as [
      PersonId,
      PersonId,
      PersonId,
      PersonId,
    ];
    people.setPresenters(doc, id, [c, a]);
    const peer = fork(doc);
    people.setPresenters(doc, id, [c, b, a]);
    people.setPresenters(peer, id, [c, a, d]);
    meet(doc, peer);
    expect(itemOf(doc, id).presenters).toEqual([c, b, a, d]);
    people.setPresenters(doc, id, [d, d, a]);
    expect(itemOf(doc, id).presenters).toEqual([d, a]);
  });

  test('D12: tickets and guests are sets too', () => {
    const { doc, item } = createScene();
    const id = item({ tickets: ['B', 'A'] });
    const guest = people.addPerson(doc, newId, { name: 'Lauren', kind: 'guest' });
    people.setGuestOf(doc, guest, [id]);
    items.editItem(doc, id, { tickets: ['B', 'C', 'A'] });
    expect(itemOf(doc, id).tickets).toEqual(['B', 'C', 'A']);
    expect(readMeeting(doc).people[0]?.guestOf).toEqual([id]);
    items.removeItem(doc, id);
    expect(readMeeting(doc).people[0]?.guestOf).toEqual([]);
  });
});
