// The people of Quorum's own Markdown; texts and items refer to them by name.

import { BLANK_PERSON } from '../domain/blank-person.ts';
import type { ItemId, NewId, PersonId } from '../domain/ids.ts';
import type { Person, PersonKind } from '../domain/meeting.ts';
import { isTimeZone } from '../domain/zones.ts';
import {
  blockText,
  dottedFields,
  field,
  listLines,
  type MarkdownSection,
  sectionsOf,
} from './meeting-markdown-fields.ts';
import { namesIn } from './meeting-markdown-text.ts';
import { nameKey } from './names.ts';

export interface MarkdownPeople {
  read(section: MarkdownSection): void;
  /** Id of the person with this name; one who is on no list is added. */
  named(name: string): PersonId;
  /** All people, with the items that guests come for. */
  finish(items: ReadonlyMap<string, ItemId>): Person[];
}

const LISTS: Readonly<Record<string, PersonKind>> = {
  Attendees: 'attendee',
  Guests: 'guest',
  Absent: 'absent',
  Named: 'named',
};

export function createMarkdownPeople(
  newId: NewId,
  lost: (line: number, text: string) => void,
): MarkdownPeople {
  const people: Person[] = [];
  const ids = new Map<string, PersonId>();
  const guestNumbers = new Map<PersonId, string[]>();

  const add = (name: string, kind: PersonKind, fields: Partial<Person>): PersonId => {
    const id = newId() as PersonId;
    people.push({ id, kind, name, ...BLANK_PERSON, ...fields });
    // Of two people with one name the first is meant.
    if (!ids.has(nameKey(name))) ids.set(nameKey(name), id);
    return id;
  };

  return {
    read(section) {
      const { intro, sections } = sectionsOf(section.blocks, 3);
      for (const block of intro) lost(block.line, blockText(block));
      for (const list of sections) {
        const kind = LISTS[list.heading];
        if (kind === undefined) lost(list.line, list.heading);
        for (const block of list.blocks) {
          if (block.kind !== 'list' || kind === undefined) lost(block.line, blockText(block));
          else {
            for (const { text } of listLines(block)) {
              const { name, fields } = dottedFields(text);
              const zone = field(fields, 'time zone');
              const id = add(name, kind, {
                email: field(fields, 'email'),
                organisation: field(fields, 'organisation'),
                role: field(fields, 'role'),
                remark: field(fields, 'remark'),
                apology: fields.has('apology') ? field(fields, 'apology') : null,
                timeZone: isTimeZone(zone) ? zone : null,
              });
              guestNumbers.set(id, namesIn(fields.get('guest of') ?? ''));
            }
          }
        }
      }
    },
    named: (name) => ids.get(nameKey(name)) ?? add(name, 'named', {}),
    finish: (items) =>
      people.map((person) => {
        const numbers = guestNumbers.get(person.id) ?? [];
        return {
          ...person,
          guestOf: numbers.map((number) => items.get(number)).filter((id) => id !== undefined),
        };
      }),
  };
}
