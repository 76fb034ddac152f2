// Who is expected for an item, and which of the people who are here they are. Pure.

import type { PersonId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Person } from '../../../shared/domain/meeting.ts';

export interface Expected {
  readonly person: Person;
  readonly part: string;
}

/** Presenters, moderators and guests of the item first, then all who attend; nobody who sent apologies. */
export function expectedFor(
  item: AgendaItem,
  moderators: readonly PersonId[],
  people: readonly Person[],
): readonly Expected[] {
  const found = new Map<PersonId, Expected>();
  const add = (person: Person, part: string) => {
    if (person.kind !== 'absent' && person.apology === null && !found.has(person.id))
      found.set(person.id, { person, part });
  };
  for (const person of byIds(item.presenters, people)) add(person, 'presents');
  for (const person of byIds(moderators, people)) add(person, 'moderator');
  for (const person of people) if (person.guestOf.includes(item.id)) add(person, 'guest for this item');
  for (const person of people) if (person.kind === 'attendee') add(person, person.remark || person.role);
  return [...found.values()];
}

export function byIds(ids: readonly PersonId[], people: readonly Person[]): readonly Person[] {
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
}

/** A name as it is compared: people write their own in small letters, with a space too many, or without accents. */
function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  return plain.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The part that somebody who is here has in the item, by name: "moderator"; '' for none. */
export function partOf(name: string, expected: readonly Expected[]): string {
  const key = nameKey(name);
  return expected.find(({ person }) => nameKey(person.name) === key)?.part ?? '';
}

/** Those who are expected and are not among the `names` of people who are here. */
export function notHere(expected: readonly Expected[], names: readonly string[]): readonly Expected[] {
  const here = new Set(names.map(nameKey));
  return expected.filter(({ person }) => !here.has(nameKey(person.name)));
}
