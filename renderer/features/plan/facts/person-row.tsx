import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { editPerson, removePerson, setGuestOf } from '../../../../shared/doc/commands/people.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Person, PersonKind } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { InlineText } from '../../../ui/inline-text.tsx';
import { Select } from '../../../ui/select.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from './people.module.css';

const KINDS: readonly { readonly id: PersonKind; readonly label: string }[] = [
  { id: 'attendee', label: 'Attendee' },
  { id: 'guest', label: 'Guest' },
  { id: 'absent', label: 'Absent' },
  { id: 'named', label: 'Only named' },
];

/** One person: name and kind in sight, the rest unfolded. */
export const PersonRow = memo(function PersonRow({ person }: { readonly person: Person }) {
  const { doc, readOnly, undoable } = usePlan();
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const about = [person.role, person.organisation, person.remark].filter((part) => part !== '').join(', ');
  return (
    <li className={styles.person}>
      <div className={styles.line}>
        <IconButton
          size="sm"
          label={isOpen ? `Less about ${person.name}` : `More about ${person.name}`}
          hideTooltip
          icon={isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onPress={() => setOpen(!isOpen)}
        />
        <Avatar name={person.name} size="sm" />
        <span className={styles.who}>
          <InlineText
            label="Name"
            value={person.name}
            onCommit={(name) => name !== '' && editPerson(doc, person.id, { name })}
            readOnly={readOnly}
          />
          {about !== '' && <span className={styles.about}>{about}</span>}
          {person.apology !== null && (
            <span className={styles.about}>
              <Chip>Apologies</Chip> {person.apology}
            </span>
          )}
        </span>
        <Select
          label={`Kind of ${person.name}`}
          hideLabel
          size="sm"
          items={KINDS}
          value={person.kind}
          isDisabled={readOnly}
          onChange={(kind) => {
            const apology =
              kind === 'absent' ? (person.apology ?? '') : person.apology === '' ? null : person.apology;
            editPerson(doc, person.id, { kind, apology });
          }}
          className={styles.kind}
        />
        {!readOnly && (
          <IconButton
            size="sm"
            label={`Remove ${person.name}`}
            icon={<Trash2 size={14} />}
            onPress={() => undoable(`${person.name} removed`, () => removePerson(doc, person.id))}
          />
        )}
      </div>
      {isOpen && (
        <div id={detailsId} className={styles.details}>
          <Detail person={person} field="role" label="Role" placeholder="Note-taker, lead" />
          <Detail person={person} field="organisation" label="Organisation" placeholder="None" />
          <Detail person={person} field="email" label="Email" placeholder="None" />
          <Detail
            person={person}
            field="remark"
            label="Remark"
            placeholder="Part-time, by phone, from 12:00"
          />
          <div className={styles.detail}>
            <span className={styles.label}>Apologies</span>
            <InlineText
              label="Reason of the apologies"
              value={person.apology ?? ''}
              onCommit={(reason) =>
                editPerson(doc, person.id, {
                  apology: reason === '' && person.kind !== 'absent' ? null : reason,
                })
              }
              placeholder={person.apology === '' ? 'No reason given' : 'None'}
              readOnly={readOnly}
            />
          </div>
          <GuestOf person={person} />
        </div>
      )}
    </li>
  );
});

function Detail(props: {
  readonly person: Person;
  readonly field: 'role' | 'organisation' | 'email' | 'remark';
  readonly label: string;
  readonly placeholder: string;
}) {
  const { person, field, label } = props;
  const { doc, readOnly } = usePlan();
  return (
    <div className={styles.detail}>
      <span className={styles.label}>{label}</span>
      <InlineText
        label={label}
        value={person[field]}
        onCommit={(text) => editPerson(doc, person.id, { [field]: text })}
        placeholder={props.placeholder}
        readOnly={readOnly}
      />
    </div>
  );
}

/** The items somebody comes for; choosing one more makes the person a guest. */
function GuestOf({ person }: { readonly person: Person }) {
  const { doc, readOnly } = usePlan();
  const items = useMeeting((meeting) =>
    meeting.days.flatMap((day) => day.blocks.flatMap((block) => block.items)),
  );
  const chosen = items.filter(({ id }) => person.guestOf.includes(id));
  const others = items.filter(({ id, kind }) => !person.guestOf.includes(id) && kind !== 'break');
  const [round, setRound] = useState(0);
  const add = (id: ItemId | null) => {
    if (!id) return;
    setGuestOf(doc, person.id, [...person.guestOf, id]);
    setRound(round + 1);
  };
  return (
    <div className={styles.detail}>
      <span className={styles.label}>Guest of</span>
      <span className={styles.guestOf}>
        {chosen.map(({ id, title }) => (
          <Chip key={id}>
            {title}
            {!readOnly && (
              <button
                type="button"
                className={styles.drop}
                aria-label={`Not a guest of ${title}`}
                onClick={() =>
                  setGuestOf(
                    doc,
                    person.id,
                    person.guestOf.filter((other) => other !== id),
                  )
                }
              >
                ×
              </button>
            )}
          </Chip>
        ))}
        {!readOnly && (
          <ComboBox
            key={round}
            label={`Item ${person.name} is a guest of`}
            hideLabel
            items={others.map(({ id, title }) => ({ id, label: title || 'Untitled item' }))}
            value={null}
            onChange={add}
            placeholder="Add an item"
          />
        )}
      </span>
    </div>
  );
}
