// Who is expected for the live item (or the one on screen before the start), and who speaks after it.

import type { PersonId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Person } from '../../../shared/domain/meeting.ts';
import { Avatar } from '../../ui/avatar.tsx';
import styles from './clock.module.css';
import { useRun } from './run-context.tsx';
import { usePeople } from './use-names.ts';

/** More are counted, not listed. */
const LISTED = 5;

interface Expected {
  readonly person: Person;
  readonly part: string;
}

export function PeopleHere() {
  const { live, shown } = useRun();
  const people = usePeople();
  const at = live ?? shown;
  if (!at) return null;
  const expected = expectedFor(at.item, at.block.moderators, people);
  if (expected.length === 0) return null;
  const rest = expected.length - LISTED;
  return (
    <section aria-label="Expected" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>Expected</h3>
        <span>{expected.length}</span>
      </div>
      <ul>
        {expected.slice(0, rest > 1 ? LISTED : expected.length).map(({ person, part }) => (
          <PersonLine key={person.id} person={person} note={part} />
        ))}
      </ul>
      {rest > 1 && <p className={styles.rest}>and {rest} others</p>}
    </section>
  );
}

export function NextToSpeak() {
  const { live, next } = useRun();
  const people = usePeople();
  if (!live || !next) return null;
  const speakers = byIds(next.item.presenters, people);
  if (speakers.length === 0) return null;
  return (
    <section aria-label="Next to speak" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>Next to speak</h3>
      </div>
      <ul>
        {speakers.map((person) => (
          <PersonLine
            key={person.id}
            person={person}
            note={person.kind === 'guest' ? 'guest' : next.item.title}
          />
        ))}
      </ul>
    </section>
  );
}

function PersonLine(props: { readonly person: Person; readonly note: string }) {
  const { person, note } = props;
  return (
    <li className={styles.person}>
      <Avatar name={person.name} />
      <span>
        <span className={styles.name}>{person.name}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </li>
  );
}

/** Presenters, moderators and guests of the item first, then all who attend; nobody who sent apologies. */
function expectedFor(
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

function byIds(ids: readonly PersonId[], people: readonly Person[]): readonly Person[] {
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
}
