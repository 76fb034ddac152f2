// Chooses people of the meeting in an order (presenters, moderators, requesters); a name nobody has becomes a new
// person on the spot.

import { ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { addPerson } from '../../../shared/doc/commands/people.ts';
import { LOCAL } from '../../../shared/doc/origins.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { PersonKind } from '../../../shared/domain/meeting.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { cx } from '../../ui/cx.ts';
import { Popover } from '../../ui/popover.tsx';
import { findByName, namesOf } from './logic/person-search.ts';
import styles from './people-picker.module.css';
import { usePlan, usePlanPeople } from './plan-context.tsx';

export interface PeoplePickerProps {
  /** "Presenters of Recovery rehearsals". */
  readonly label: string;
  readonly value: readonly PersonId[];
  readonly onChange: (people: readonly PersonId[]) => void;
  /** What somebody becomes who is added by typing a new name. */
  readonly newKind: PersonKind;
}

export function PeoplePicker(props: PeoplePickerProps) {
  const { value, onChange, newKind } = props;
  const { doc, newId } = usePlan();
  const { list, byId } = usePlanPeople();
  // A combo box keeps its last choice; a new one after each is an empty one.
  const [round, setRound] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new combo box takes the focus of the one before
  useEffect(() => box.current?.querySelector('input')?.focus(), [round]);
  const add = (id: PersonId) => {
    setRound((n) => n + 1);
    if (!value.includes(id)) onChange([...value, id]);
  };
  const addNamed = (text: string) => {
    const name = text.trim();
    if (name === '') return;
    doc.transact(() => {
      add(findByName(list, name)?.id ?? addPerson(doc, newId, { name, kind: newKind }));
    }, LOCAL);
  };
  const others = list.filter((person) => !value.includes(person.id));
  return (
    <div ref={box} className={styles.picker}>
      {value.length > 0 && (
        <ul className={styles.chosen}>
          {value.map((id, i) => {
            const person = byId.get(id);
            if (!person) return null;
            const first = i > 0 ? [id, ...value.filter((other) => other !== id)] : null;
            return (
              <li key={id} className={styles.person}>
                <Avatar name={person.name} size="sm" />
                <span className={styles.name}>{person.name}</span>
                {first && (
                  <IconButton
                    size="sm"
                    label={`Put ${person.name} first`}
                    icon={<ChevronUp size={14} />}
                    onPress={() => onChange(first)}
                  />
                )}
                <IconButton
                  size="sm"
                  label={`Remove ${person.name}`}
                  icon={<X size={14} />}
                  onPress={() => onChange(value.filter((other) => other !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <ComboBox
        key={round}
        label={`Add to ${props.label}`}
        hideLabel
        items={others.map(({ id, name, organisation }) => ({ id, label: name, description: organisation }))}
        value={null}
        onChange={(id) => id && add(id)}
        onText={addNamed}
        placeholder="Add a name"
      />
      <p className={styles.hint}>Enter adds a name that is not in the list.</p>
    </div>
  );
}

/** The chosen names as text that opens the picker. */
export function PeopleField(
  props: PeoplePickerProps & {
    readonly cell?: string | undefined;
    readonly shown?: ReactNode;
    readonly empty: string;
    readonly className?: string | undefined;
  },
) {
  const { readOnly } = usePlan();
  const { byId } = usePlanPeople();
  const names = namesOf(props.value, byId).join(', ');
  const shown = props.shown ?? (names || props.empty);
  if (readOnly) return <span className={props.className}>{names === '' ? '' : shown}</span>;
  return (
    <Popover
      label={props.label}
      trigger={
        <Button
          variant="quiet"
          className={cx(styles.trigger, props.className)}
          {...(props.cell !== undefined && { 'data-cell': props.cell })}
        >
          <span aria-hidden>{shown}</span>
          <span className="visually-hidden">{`${props.label}: ${names || 'nobody yet'}`}</span>
        </Button>
      }
    >
      <PeoplePicker {...props} />
    </Popover>
  );
}
