// Who is here and what they do, who is expected and not here yet, and who speaks next.

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { itemTitle } from '../../../shared/domain/find-item.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { shownName } from '../../../shared/domain/peer-colour.ts';
import { useIsOffline, useMeeting, usePeopleHere, useSyncStatus } from '../../session/meeting-context.tsx';
import { useFollow } from '../../session/people/follow.ts';
import {
  clockAt,
  doingWords,
  doubtWords,
  itemOf,
  type WhereAbouts,
  wasWords,
} from '../../session/people/people-words.ts';
import { isPresent, markOf, useSeconds } from '../../session/people/use-people.ts';
import { useServices } from '../../session/services.tsx';
import type { PersonHere } from '../../session/sync-types.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './clock.module.css';
import { byIds, type Expected, expectedFor, notHere, partOf } from './expected-people.ts';
import { useRun } from './run-context.tsx';
import { usePeople } from './use-names.ts';

/** More are counted, not listed. */
const LISTED = 5;

export function PeopleHere() {
  const { live, shown } = useRun();
  const people = usePeople();
  const others = usePeopleHere();
  const isOffline = useIsOffline();
  const { me } = useServices();
  const at = live ?? shown;
  const expected = useMemo(() => (at ? expectedFor(at.item, at.block.moderators, people) : []), [at, people]);
  const places = useLastPlaces();
  // Cut off from all, this computer knows of nobody whether they are still there.
  const listed = isOffline ? others : others.filter(isPresent);
  const names = listed.map(({ name }) => name);
  // Who is in a room with others is here as well, though not in a list of the others.
  const missing = notHere(expected, names.length > 0 ? [...names, me.name] : []);
  return (
    <>
      {listed.length > 0 &&
        (isOffline ? (
          <LastSeen people={listed} places={places} expected={expected} />
        ) : (
          <HereNow people={listed} expected={expected} />
        ))}
      {missing.length > 0 && <ExpectedPeople expected={missing} shortly={listed.length > 0} />}
    </>
  );
}

function HereNow(props: { readonly people: readonly PersonHere[]; readonly expected: readonly Expected[] }) {
  const { people, expected } = props;
  const { shown } = useRun();
  const { ownZone } = useServices();
  const titleOf = useTitles();
  const follow = useFollow();
  const { user, keeps } = useStore(follow.state);
  const now = useSeconds(people.some(({ liveness }) => liveness === 'doubtful'));
  const here = shown?.item.id ?? null;
  return (
    <section aria-label="Here now" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>Here now</h3>
        <span>{people.length}</span>
      </div>
      <ul>
        {people.map((person) => {
          const followed = keeps && user === person.user;
          const elsewhere = person.view !== 'run' || itemOf(person) !== here;
          const doing = doubtWords(person, now, ownZone) ?? doingWords(person, here, titleOf);
          return (
            <PersonLine
              key={person.user}
              name={person.name}
              note={[doing, partOf(person.name, expected)].filter(Boolean).join(', ')}
              avatar={
                <Avatar
                  name={person.name}
                  mark={markOf(people, person.user)}
                  faded={person.liveness !== 'live'}
                  writes={person.typing}
                />
              }
              action={
                (followed || (elsewhere && person.liveness === 'live' && person.view !== '')) && (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={`${followed ? 'Stop following' : 'Follow'} ${shownName(person.name)}`}
                    preventFocusOnPress
                    onPress={() => (followed ? follow.stop() : follow.follow(person.user))}
                  >
                    {followed ? 'Following' : 'Follow'}
                  </Button>
                )
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

/** While this computer is cut off: what was heard last, and no more than that. */
function LastSeen(props: {
  readonly people: readonly PersonHere[];
  readonly places: ReadonlyMap<string, WhereAbouts>;
  readonly expected: readonly Expected[];
}) {
  const { people, places, expected } = props;
  const { shown, state } = useRun();
  const { ownZone } = useServices();
  const { since } = useSyncStatus();
  const titleOf = useTitles();
  return (
    <section aria-label="Last seen" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>Last seen</h3>
        {since !== null && <span>{clockAt(since, ownZone)}</span>}
      </div>
      <ul>
        {people.map(({ user, name, lastSeen }) => {
          const place = places.get(user);
          const was = place
            ? wasWords(place, shown?.item.id ?? null, titleOf)
            : `last seen ${clockAt(lastSeen, ownZone)}`;
          return (
            <PersonLine
              key={user}
              name={name}
              note={[partOf(name, expected), was].filter(Boolean).join(', ')}
              avatar={<Avatar name={name} faded />}
            />
          );
        })}
      </ul>
      {state.item !== null && (
        <p className={styles.rest}>
          Your clock runs on. If the others move on, you can follow when you are back.
        </p>
      )}
    </section>
  );
}

function ExpectedPeople(props: { readonly expected: readonly Expected[]; readonly shortly: boolean }) {
  const { expected } = props;
  const most = props.shortly ? 3 : LISTED;
  const rest = expected.length - most;
  return (
    <section aria-label="Expected" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{props.shortly ? 'Expected, not here' : 'Expected'}</h3>
        <span>{expected.length}</span>
      </div>
      <ul>
        {expected.slice(0, rest > 1 ? most : expected.length).map(({ person, part }) => (
          <PersonLine key={person.id} name={person.name} note={part} avatar={<Avatar name={person.name} />} />
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
        {speakers.map(({ id, name, kind }) => (
          <PersonLine
            key={id}
            name={name}
            note={kind === 'guest' ? 'guest' : next.item.title}
            avatar={<Avatar name={name} />}
          />
        ))}
      </ul>
    </section>
  );
}

function PersonLine(props: {
  readonly name: string;
  readonly note: string;
  readonly avatar: React.ReactNode;
  readonly action?: React.ReactNode;
}) {
  return (
    <li className={styles.person}>
      {props.avatar}
      <span>
        <span className={styles.name}>{shownName(props.name)}</span>
        {props.note && <span className={styles.note}>{props.note}</span>}
      </span>
      {props.action}
    </li>
  );
}

function useTitles(): (item: ItemId) => string | null {
  const days = useMeeting((meeting) => meeting.days);
  return (item) => itemTitle(days, item);
}

/** Where everybody who was here since the last connection was when they were last heard. */
function useLastPlaces(): ReadonlyMap<string, WhereAbouts> {
  const people = usePeopleHere();
  const isOffline = useIsOffline();
  const [places] = useState(() => new Map<string, WhereAbouts>());
  useEffect(() => {
    for (const person of people) {
      if (person.liveness === 'live') places.set(person.user, person);
      else if (person.liveness === 'away' && !isOffline) places.delete(person.user);
    }
  }, [people, places, isOffline]);
  return places;
}
