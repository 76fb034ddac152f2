import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { editJoinWay, moveJoinWay, removeJoinWay } from '../../../../shared/doc/commands/join-ways.ts';
import type { JoinWay, JoinWayKind } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { guessJoinKind } from '../logic/join-kind.ts';
import { usePlan } from '../plan-context.tsx';
import styles from './facts.module.css';

export const JOIN_KINDS: Readonly<Record<JoinWayKind, string>> = {
  link: 'Link',
  room: 'Room system',
  phone: 'Phone',
  place: 'Place',
  slides: 'Slides',
  other: 'Other',
};

const VALUE_NAMES: Readonly<Record<JoinWayKind, string>> = {
  link: 'Address',
  room: 'How to dial in',
  phone: 'Number',
  place: 'Where',
  slides: 'Policy',
  other: 'Address, number or place',
};

const EXAMPLES: Readonly<Record<JoinWayKind, string>> = {
  link: 'https://meet.example.org/48122',
  room: 'Dial example.rm, ID 481 220 917',
  phone: '+1 555 0142',
  place: 'Room B2, from 08:30',
  slides: 'Upload a day before your item.',
  other: '',
};

const CHOICES = (['link', 'room', 'phone', 'place', 'other'] as const).map((id) => ({
  id,
  label: JOIN_KINDS[id],
}));

/** One entry in full: kind, name, value, details, its place in the list. */
export function JoinWayForm({ way, onDone }: { readonly way: JoinWay; readonly onDone: () => void }) {
  const { doc, undoable } = usePlan();
  const order = useMeeting((meeting) => meeting.logistics.map(({ id }) => id));
  const [fields, setFields] = useState({
    kind: way.kind,
    label: way.label,
    value: way.value,
    details: way.details,
  });
  // The kind of a new entry follows what is typed, until somebody chooses it.
  const [chosen, setChosen] = useState(way.value !== '');
  const at = order.indexOf(way.id);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        editJoinWay(doc, way.id, {
          kind: fields.kind,
          label: fields.label.trim(),
          value: fields.value.trim(),
          details: fields.details.trim(),
        });
        onDone();
      }}
    >
      <Select
        label="Kind"
        items={CHOICES}
        value={fields.kind === 'slides' ? 'other' : fields.kind}
        onChange={(kind) => {
          setChosen(true);
          setFields({ ...fields, kind });
        }}
      />
      <TextField
        label={VALUE_NAMES[fields.kind]}
        value={fields.value}
        onChange={(value) => {
          const kind = (!chosen && guessJoinKind(value)) || fields.kind;
          setFields({ ...fields, kind, value });
        }}
        placeholder={EXAMPLES[fields.kind]}
        autoFocus
      />
      <TextField
        label="Name"
        value={fields.label}
        onChange={(label) => setFields({ ...fields, label })}
        placeholder={JOIN_KINDS[fields.kind]}
      />
      <TextField
        label="Details"
        value={fields.details}
        onChange={(details) => setFields({ ...fields, details })}
        placeholder="Passcode, extension, how to find it"
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary">
          Done
        </Button>
        <span className={styles.grow} />
        <IconButton
          label="Move up"
          icon={<ArrowUp />}
          isDisabled={at <= 0}
          onPress={() => moveJoinWay(doc, way.id, at - 1)}
        />
        <IconButton
          label="Move down"
          icon={<ArrowDown />}
          isDisabled={at === order.length - 1}
          onPress={() => moveJoinWay(doc, way.id, at + 1)}
        />
        <IconButton
          label="Remove"
          icon={<Trash2 />}
          onPress={() => {
            onDone();
            undoable(`${way.label || JOIN_KINDS[way.kind]} removed`, () => removeJoinWay(doc, way.id));
          }}
        />
      </div>
    </form>
  );
}
