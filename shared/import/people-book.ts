// The people of a page: one entry a name, in the order in which the page brings them up; lists of attendees come first.
// Who is named without being on a list is kept as written, and look-alikes are reported, never merged.

import { BLANK_PERSON } from '../domain/blank-person.ts';
import type { ItemId, NewId, PersonId } from '../domain/ids.ts';
import type { Person, PersonKind } from '../domain/meeting.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isUserName, lookAlike, nameKey } from './names.ts';

export type PersonFields = Partial<Omit<Person, 'id' | 'name' | 'kind' | 'guestOf'>>;

export interface PeopleBook {
  /** Puts somebody on a list of the meeting, or adds to what is known of them. */
  list(name: string, kind: PersonKind, fields: PersonFields, line: number): PersonId;
  /** Somebody the page names at `line`; new people are `named`. */
  name(name: string, line: number, as: string): PersonId;
  isKnown(name: string): boolean;
  kindOf(name: string): PersonKind | null;
  isEmpty(): boolean;
  guestOf(id: PersonId, item: ItemId): void;
  /** All people; reports who is on no list and whom they look like. */
  finish(): Person[];
}

/** Beyond this a page is no meeting of people, and comparing every name with every other would take minutes. */
const MOST_COMPARISONS = 100_000;

interface Mention {
  readonly id: PersonId;
  readonly line: number;
  readonly as: string;
}

/** Whoever is listed twice keeps what is said of them in both places. */
function merged(person: Person, fields: PersonFields): PersonFields {
  const join = (before: string, after: string): string => {
    const parts = [before, after].filter((part, i, all) => part !== '' && all.indexOf(part) === i);
    return parts.join('; ');
  };
  const { email = '', organisation = '', role = '', remark = '', apology = null } = fields;
  return {
    email: join(person.email, email),
    organisation: join(person.organisation, organisation),
    role: join(person.role, role),
    remark: join(person.remark, remark),
    apology:
      apology === null || person.apology === null
        ? (apology ?? person.apology)
        : join(person.apology, apology),
  };
}

/** `known` are people of the meeting that the page is read into. */
export function createPeopleBook(
  newId: NewId,
  report: ReportDraft,
  known: readonly Person[] = [],
): PeopleBook {
  const people = new Map(known.map((person) => [nameKey(person.name), person]));
  const keys = new Map(known.map((person) => [person.id, nameKey(person.name)]));
  const mentions = new Map<string, Mention>();

  const add = (name: string, kind: PersonKind): Person => {
    const person: Person = {
      id: newId() as PersonId,
      kind,
      name,
      ...BLANK_PERSON,
    };
    people.set(nameKey(name), person);
    keys.set(person.id, nameKey(name));
    return person;
  };

  return {
    list(name, kind, fields, line) {
      const known = people.get(nameKey(name));
      const person = known ?? add(name, kind);
      if (!known && isUserName(name)) {
        report.find(
          'user-name',
          line,
          name,
          'The page shows a user name here. Give this person their real name.',
        );
      }
      const strongest = known && known.kind !== 'named' ? known.kind : kind;
      people.set(nameKey(name), { ...person, ...merged(person, fields), kind: strongest });
      return person.id;
    },
    name(name, line, as) {
      const known = people.get(nameKey(name));
      if (known) return known.id;
      const person = add(name, 'named');
      mentions.set(nameKey(name), { id: person.id, line, as });
      return person.id;
    },
    isKnown: (name) => people.has(nameKey(name)),
    kindOf: (name) => people.get(nameKey(name))?.kind ?? null,
    isEmpty: () => people.size === 0,
    guestOf(id, item) {
      const key = keys.get(id);
      const person = key === undefined ? undefined : people.get(key);
      if (key === undefined || !person || person.guestOf.includes(item)) return;
      people.set(key, { ...person, guestOf: [...person.guestOf, item] });
    },
    finish() {
      const listed = [...people.values()].filter((person) => person.kind !== 'named').map(({ name }) => name);
      const comparable = listed.length * mentions.size <= MOST_COMPARISONS;
      for (const [key, { line, as }] of mentions) {
        const person = people.get(key);
        if (person?.kind !== 'named') continue;
        const other = comparable ? lookAlike(person.name, listed) : null;
        if (other !== null) {
          const message = `${as} “${person.name}” is not on the list of attendees but looks like “${other}”. Kept as written.`;
          report.find('look-alike', line, person.name, message, other);
        } else {
          const message = `${as} “${person.name}” is not on the list of attendees. Kept as a person the meeting names.`;
          report.find('person', line, person.name, message);
        }
      }
      return [...people.values()];
    },
  };
}
