import { describe, expect, test } from 'vitest';
import { expectedFor, notHere, partOf } from '../../../../renderer/features/run/expected-people.ts';
import { BLANK_PERSON } from '../../../../shared/domain/blank-person.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Person } from '../../../../shared/domain/meeting.ts';

const person = (name: string, over: Partial<Person> = {}): Person => ({
  id: name as PersonId,
  kind: 'attendee',
  name,
  ...BLANK_PERSON,
  ...over,
});
const item = { id: 'i', presenters: ['Ben Osei'] } as unknown as AgendaItem;
const people = [
  person('Rüya Aydın', { role: 'note-taker' }),
  person('Mara Okafor'),
  person('Ben Osei'),
  person('Sten Krol', { kind: 'absent' }),
];
const expected = expectedFor(item, ['Mara Okafor' as PersonId], people);
const names = (list: typeof expected) => list.map((each) => each.person.name);

describe('who is expected for an item', () => {
  test('begins with those who have a part in it, without those who sent apologies', () => {
    expect(names(expected)).toEqual(['Ben Osei', 'Mara Okafor', 'Rüya Aydın']);
  });

  test('is known by name, however it is typed', () => {
    expect(partOf(' ruya  AYDIN', expected)).toBe('note-taker');
    expect(partOf('Mara Okafor', expected)).toBe('moderator');
    expect(partOf('Somebody Else', expected)).toBe('');
    expect(names(notHere(expected, ['RÜYA AYDIN', 'ben osei']))).toEqual(['Mara Okafor']);
  });
});
