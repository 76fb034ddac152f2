// Who, when and state of one action item, beside it. Each choice is written to the node at once; there is no Save.

import type { Editor } from '@tiptap/core';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/meeting.ts';
import type { ActionStatus } from '../../shared/domain/rich-text.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './editor.module.css';
import { type ActionAttrs, STATUS_WORDS } from './nodes/action-words.ts';
import { useEditorState } from './use-editor-state.ts';

export interface OpenDetails {
  readonly pos: number;
  readonly anchor: HTMLElement;
}

const STATES = (Object.keys(STATUS_WORDS) as ActionStatus[]).map((id) => ({ id, label: STATUS_WORDS[id] }));

export function ActionDetails(props: {
  readonly editor: Editor;
  readonly open: OpenDetails;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  const { editor, people, onClose } = props;
  const anchor = useRef<Element>(props.open.anchor);
  const find = () => placeOf(editor, props.open);
  const shown = useEditorState(editor, () => JSON.stringify(find()?.attrs ?? null), 'null');
  const action: ActionAttrs | null = JSON.parse(shown);

  const set = (patch: Partial<ActionAttrs>) => {
    const place = find();
    if (!place) return;
    const { tr } = editor.state;
    for (const [name, value] of Object.entries(patch)) tr.setNodeAttribute(place.pos, name, value);
    editor.view.dispatch(tr);
  };
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const noteProgress = () => {
    const place = find();
    const note = editor.schema.nodes.progressNote?.create();
    if (!place || !note) return;
    const end = place.pos + place.size - 1;
    editor
      .chain()
      .insertContentAt(end, note.toJSON())
      .setTextSelection(end + 1)
      .focus()
      .run();
    onClose();
  };

  if (!action) return null;
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && close()}
      placement="bottom end"
      className={styles.popover ?? ''}
    >
      <Dialog aria-label="Action item: who, when and state" className={styles.detailsForm ?? ''}>
        <PeopleField
          label="Assigned to"
          people={people}
          ids={action.assignees}
          first
          onChange={(assignees) => set({ assignees })}
        />
        <PeopleField
          label="With"
          people={people}
          ids={action.helpers}
          onChange={(helpers) => set({ helpers })}
        />
        <div className={styles.pair}>
          <TextField
            label="Due"
            type="date"
            value={action.due ?? ''}
            onChange={(due) => set({ due: due === '' ? null : (due as ActionAttrs['due']) })}
          />
          <Select
            label="State"
            items={STATES}
            value={action.status}
            onChange={(status) => set({ status, ...(status !== 'deferred' && { deferredTo: null }) })}
          />
        </div>
        {action.status === 'deferred' && (
          <TextField
            label="Deferred to"
            placeholder="Which meeting"
            value={action.deferredTo ?? ''}
            onChange={(text) => set({ deferredTo: text || null })}
          />
        )}
        <Button variant="quiet" size="sm" onPress={noteProgress}>
          Note progress
        </Button>
      </Dialog>
    </Popover>
  );
}

function PeopleField(props: {
  readonly label: string;
  readonly people: readonly Person[];
  readonly ids: readonly PersonId[];
  readonly onChange: (ids: readonly PersonId[]) => void;
  /** The field one comes to. */
  readonly first?: boolean;
}) {
  const { label, people, ids, onChange } = props;
  // The field is made anew for the next name, and the focus stays in it.
  const [added, setAdded] = useState(false);
  const others = people.filter((person) => !ids.includes(person.id));
  return (
    <div className={styles.people}>
      <ComboBox
        key={ids.join(' ')}
        label={label}
        items={others.map((person) => ({
          id: person.id,
          label: person.name,
          description: person.organisation,
        }))}
        value={null}
        placeholder={ids.length > 0 ? 'Add somebody' : 'Nobody'}
        autoFocus={props.first || added}
        onChange={(id) => {
          if (!id) return;
          setAdded(true);
          onChange([...ids, id]);
        }}
      />
      {ids.map((id) => {
        const name = people.find((person) => person.id === id)?.name ?? 'Somebody no longer listed';
        return (
          <span key={id} className={styles.person}>
            {name}
            <IconButton
              size="sm"
              hideTooltip
              label={`Remove ${name}`}
              icon={<X size={14} />}
              onPress={() => onChange(ids.filter((other) => other !== id))}
            />
          </span>
        );
      })}
    </div>
  );
}

/** The action item again, after edits may have moved it: the one whose view holds the anchor. */
function placeOf(editor: Editor, { anchor, pos }: OpenDetails) {
  const at = anchor.isConnected ? editor.view.posAtDOM(anchor, 0) : pos;
  const $at = editor.state.doc.resolve(Math.min(at, editor.state.doc.content.size));
  for (let depth = $at.depth; depth > 0; depth--) {
    const node = $at.node(depth);
    if (node.type.name === 'actionItem')
      return { pos: $at.before(depth), size: node.nodeSize, attrs: node.attrs };
  }
  return null;
}
