import { useState } from 'react';
import { addPerson } from '../../../../shared/doc/commands/people.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { parsePastedPeople } from '../logic/pasted-people.ts';
import { findByName } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './people.module.css';
import { PersonRow } from './person-row.tsx';

/** Everybody of the meeting with all there is to say about them, and a place to paste many at once. */
export function PeopleEditor(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { readOnly } = usePlan();
  const { list } = usePlanPeople();
  return (
    <Dialog title="People" size="lg" isOpen={props.isOpen} onOpenChange={(open) => !open && props.onClose()}>
      {!readOnly && <AddPeople />}
      {list.length === 0 ? (
        <Empty title="Nobody yet" text="Attendees, guests of an item, and those who sent apologies." />
      ) : (
        <ul className={styles.list}>
          {list.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function AddPeople() {
  const { doc, newId } = usePlan();
  const { list } = usePlanPeople();
  const [text, setText] = useState('');
  const pasted = parsePastedPeople(text);
  const fresh = pasted.filter(({ name }) => !findByName(list, name));
  const known = pasted.length - fresh.length;
  const add = () => {
    doc.transact(() => {
      for (const person of fresh) addPerson(doc, newId, { ...person, kind: 'attendee' });
    }, LOCAL);
    announce(`${fresh.length} added.`);
    setText('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (fresh.length > 0) add();
      }}
    >
      <TextField
        label="Add people"
        autoFocus
        multiline
        rows={2}
        value={text}
        onChange={setText}
        placeholder="Type names, or paste a column: Rüya Aydın, Archive <ruya@example.org>"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (fresh.length > 0) add();
        }}
      />
      {pasted.length > 0 && (
        <div className={styles.preview} aria-live="polite">
          {fresh.map((person) => (
            <Chip key={person.name} tone="accent">
              {[person.name, person.organisation, person.email].filter((part) => part !== '').join(', ')}
            </Chip>
          ))}
          {known > 0 && <Chip>{known} already there</Chip>}
          <Button type="submit" size="sm" variant="primary" isDisabled={fresh.length === 0}>
            Add {fresh.length}
          </Button>
        </div>
      )}
    </form>
  );
}
