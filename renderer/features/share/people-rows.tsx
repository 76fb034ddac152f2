import { useIsOffline, usePeopleDetails } from '../../session/meeting-context.tsx';
import { markOf, useSeconds } from '../../session/people/use-people.ts';
import { useServices } from '../../session/services.tsx';
import { PersonRow } from './person-row.tsx';

/** Oneself, then everybody who is or was here: how they are connected and what they have. */
export function PeopleRows() {
  const people = usePeopleDetails();
  const isCutOff = useIsOffline();
  const { me } = useServices();
  const now = useSeconds(true);
  return (
    <ul>
      <PersonRow name={me.name || 'You'} words={me.name ? 'you, this computer' : 'this computer'} />
      {people.map((person) => (
        <PersonRow
          key={person.user}
          name={person.name}
          person={person}
          now={now}
          isCutOff={isCutOff}
          mark={markOf(people, person.user)}
        />
      ))}
    </ul>
  );
}
