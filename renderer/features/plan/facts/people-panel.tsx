import { Pencil, Users } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { shortName } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './facts.module.css';
import { PeopleEditor } from './people-editor.tsx';

const MOST_AVATARS = 6;
const MOST_LINES = 2;

/** Who comes, who does not, who comes for one item; the pencil opens the whole list. */
export function PeoplePanel() {
  const { readOnly } = usePlan();
  const { list } = usePlanPeople();
  const [isOpen, setOpen] = useState(false);
  const coming = list.filter((person) => person.kind === 'attendee');
  const apologies = list.filter((person) => person.kind === 'absent' || person.apology !== null);
  const guests = list.filter((person) => person.kind === 'guest');
  const more = Math.max(0, apologies.length - MOST_LINES) + Math.max(0, guests.length - MOST_LINES);
  return (
    <Panel
      level={2}
      title="People"
      icon={<Users />}
      count={list.length}
      actions={
        <IconButton
          size="sm"
          label={readOnly ? 'Show people' : 'Edit people'}
          icon={<Pencil size={14} />}
          onPress={() => setOpen(true)}
        />
      }
    >
      {list.length === 0 ? (
        <>
          <p className={styles.hint}>Nobody on the list yet. A pasted column of names will do.</p>
          {!readOnly && (
            <Button size="sm" className={styles.first} onPress={() => setOpen(true)}>
              Add people
            </Button>
          )}
        </>
      ) : (
        <>
          <div className={styles.avatars}>
            {coming.slice(0, MOST_AVATARS).map((person) => (
              <Avatar key={person.id} name={person.name} size="sm" labelled />
            ))}
            <span className={styles.hint}>{coming.length} coming</span>
          </div>
          <ul className={styles.small}>
            {apologies.slice(0, MOST_LINES).map((person) => (
              <li key={person.id} className={styles.fact}>
                <Chip>Apologies</Chip>
                <span className={styles.value}>
                  {[shortName(person.name), person.apology].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
            {guests.slice(0, MOST_LINES).map((person) => (
              <GuestLine key={person.id} person={person} />
            ))}
          </ul>
          {more > 0 && <p className={styles.hint}>and {more} more</p>}
        </>
      )}
      <PeopleEditor isOpen={isOpen} onClose={() => setOpen(false)} />
    </Panel>
  );
}

function GuestLine({ person }: { readonly person: Person }) {
  const titles = useMeeting((meeting) =>
    meeting.days
      .flatMap((day) => day.blocks.flatMap((block) => block.items))
      .filter(({ id }) => person.guestOf.includes(id))
      .map(({ title }) => `“${title}”`),
  );
  return (
    <li className={styles.fact}>
      <Chip>Guest</Chip>
      <span className={styles.value}>{[shortName(person.name), ...titles].join(', ')}</span>
    </li>
  );
}
