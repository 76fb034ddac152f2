// Finds people by what one types of their names: without accents, by any part of the name, by initials.

import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { Person } from '../../../../shared/domain/meeting.ts';

/** Lower case without accents; the dotless i and its kind are folded too. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .trim();
}

/** People whose name matches, best first: whole name, then a whole part of it, initials, the beginning of a part. */
export function searchPeople(people: readonly Person[], typed: string): readonly Person[] {
  const query = foldName(typed).replace(/[._]/g, ' ');
  if (query === '') return [];
  const ranked = people.flatMap((person) => {
    const rank = rankName(foldName(person.name), query);
    return rank === null ? [] : [{ person, rank }];
  });
  const best = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ person }) => person);
}

function rankName(name: string, query: string): number | null {
  if (name === query) return 0;
  const parts = name.split(/[\s-]+/);
  if (parts.includes(query)) return 1;
  if (parts.length > 1 && query === parts.map((part) => part[0] ?? '').join('')) return 2;
  const wanted = query.split(' ');
  if (wanted.length > 1 && wanted.every((word, i) => parts[i]?.startsWith(word))) return 3;
  return parts.some((part) => part.startsWith(query)) ? 4 : null;
}

/** The person of exactly this name, accents and case aside. */
export function findByName(people: readonly Person[], name: string): Person | null {
  const folded = foldName(name);
  return people.find((person) => foldName(person.name) === folded) ?? null;
}

export type PeopleById = ReadonlyMap<PersonId, Person>;

/** Names in the order given; those no longer in the meeting are left out. */
export function namesOf(ids: readonly PersonId[], people: PeopleById): readonly string[] {
  return ids.flatMap((id) => people.get(id)?.name ?? []);
}

/** "W. Ferro": how a name stands where several share a narrow cell. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length === 1 || first.endsWith('.')) return name;
  return `${first.slice(0, 1)}. ${parts.slice(1).join(' ')}`;
}
