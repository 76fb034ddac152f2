// The people in the top bar: who is here, where, and the way there.

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { itemTitle } from '../../../shared/domain/find-item.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { shownName } from '../../../shared/domain/peer-colour.ts';
import { useIsOffline, useOpenMeeting, usePeopleHere } from '../../session/meeting-context.tsx';
import { useFollow } from '../../session/people/follow.ts';
import { doingWords, doubtWords, firstName } from '../../session/people/people-words.ts';
import { markOf, useSeconds } from '../../session/people/use-people.ts';
import { useServices } from '../../session/services.tsx';
import type { PersonHere } from '../../session/sync-types.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { arrangeBar } from './arrange-bar.ts';
import styles from './people-bar.module.css';
import { useAnnounced } from './use-announced.ts';

/** How long the offer to follow stands after one went to somebody, milliseconds. */
const OFFERED_FOR = 8000;

export function PeopleBar() {
  const people = usePeopleHere();
  useAnnounced();
  const words = useWords();
  const { shown, rest } = arrangeBar(people);
  const [offered, setOffered] = useState<string | null>(null);
  const follow = useFollow();
  useEffect(() => {
    if (offered === null) return;
    const timer = setTimeout(() => setOffered(null), OFFERED_FOR);
    return () => clearTimeout(timer);
  }, [offered]);
  // Cut off, this computer does not know who is there; what it knew last stands in the list of people.
  const isOffline = useIsOffline();
  if (shown.length === 0 || isOffline) return null;
  const go = (user: string) => {
    follow.go(user);
    setOffered(user);
  };
  return (
    <>
      <FollowChip offered={people.find(({ user }) => user === offered)} />
      <ul aria-label="People here" className={styles.people}>
        {shown.map((person) => (
          <li key={person.user}>
            <PersonButton person={person} words={words(person)} onPress={() => go(person.user)} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Popover
              label="More people here"
              placement="bottom end"
              trigger={
                <Button
                  variant="quiet"
                  size="sm"
                  className={styles.more}
                  aria-label={`${rest.length} more people`}
                >
                  +{rest.length}
                </Button>
              }
            >
              {(close) => (
                <ul className={styles.rest}>
                  {rest.map((person) => (
                    <li key={person.user}>
                      <Button
                        variant="quiet"
                        className={styles.restPerson}
                        icon={<PersonAvatar person={person} />}
                        onPress={() => {
                          close();
                          go(person.user);
                        }}
                      >
                        <span>
                          {shownName(person.name)}
                          <span className={styles.words}>{words(person)}</span>
                        </span>
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </Popover>
          </li>
        )}
      </ul>
    </>
  );
}

function PersonButton(props: {
  readonly person: PersonHere;
  readonly words: string;
  readonly onPress: () => void;
}) {
  const { person, words } = props;
  const name = [shownName(person.name), words].filter(Boolean).join(', ');
  return (
    <Tooltip text={name}>
      <Button
        variant="quiet"
        className={styles.person}
        // Whoever writes goes on writing.
        preventFocusOnPress
        onPress={props.onPress}
      >
        <PersonAvatar person={person} />
        <span className="visually-hidden">{name}</span>
      </Button>
    </Tooltip>
  );
}

function PersonAvatar({ person }: { readonly person: PersonHere }) {
  const people = usePeopleHere();
  return (
    <Avatar
      name={person.name}
      mark={markOf(people, person.user)}
      faded={person.liveness !== 'live'}
      writes={person.typing}
    />
  );
}

/** Says whom one follows, and ends it; or offers to, for a while after one went to somebody. */
function FollowChip({ offered }: { readonly offered: PersonHere | undefined }) {
  const follow = useFollow();
  const people = usePeopleHere();
  const { user, keeps } = useStore(follow.state);
  const followed = keeps ? people.find((person) => person.user === user) : undefined;
  if (followed) {
    return (
      <Button
        size="sm"
        className={styles.following}
        aria-label={`Stop following ${shownName(followed.name)}`}
        preventFocusOnPress
        onPress={follow.stop}
      >
        Following {firstName(followed.name)} <X size={14} aria-hidden />
      </Button>
    );
  }
  if (!offered) return null;
  return (
    <Button
      size="sm"
      aria-label={`Follow ${shownName(offered.name)}`}
      preventFocusOnPress
      onPress={() => follow.follow(offered.user)}
    >
      Follow {firstName(offered.name)}
    </Button>
  );
}

/** What somebody does, from anywhere in the meeting. */
function useWords(): (person: PersonHere) => string {
  const { meeting, sync } = useOpenMeeting();
  const { ownZone } = useServices();
  const inDoubt = useStore(sync.people, ({ people }) =>
    people.some(({ liveness }) => liveness === 'doubtful'),
  );
  const now = useSeconds(inDoubt);
  return (person) => {
    const titleOf = (item: ItemId) => itemTitle(meeting.getState().days, item);
    return doubtWords(person, now, ownZone) ?? doingWords(person, null, titleOf);
  };
}
