import { ArrowDown, ArrowUp, Coffee, Ellipsis, Plus, Tag, Trash2 } from 'lucide-react';
import { memo, useContext, useState } from 'react';
import { editBlock, moveBlock, removeBlock } from '../../../../shared/doc/commands/blocks.ts';
import { addItem } from '../../../../shared/doc/commands/items.ts';
import { setModerators } from '../../../../shared/doc/commands/people.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { Block } from '../../../../shared/domain/meeting.ts';
import { formatClock } from '../../../../shared/domain/plan-times.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { cx } from '../../../ui/cx.ts';
import { MenuButton } from '../../../ui/menu.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { EditCell } from '../edit-cell.tsx';
import type { BlockBudget } from '../logic/block-budget.ts';
import { namesOf } from '../logic/person-search.ts';
import { PeopleField } from '../people-picker.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import { DayActsContext } from './day-acts.tsx';
import styles from './day-table.module.css';

export const BREAK_MINUTES = '15';

/** The head of a block: when it starts, its name, who moderates it, and how full it is. */
export const BlockRow = memo(function BlockRow(props: {
  readonly day: DayId;
  readonly block: Block;
  readonly index: number;
  readonly isLast: boolean;
  readonly start: number | null;
  readonly shift: number;
  /** The budget as plain numbers, so that blocks nothing changed in are not drawn again; `null` where there is none. */
  readonly available: number | null;
  readonly used: number;
  readonly usedAtMost: number;
}) {
  const { block, start, shift, available } = props;
  const { doc, readOnly } = usePlan();
  const { byId } = usePlanPeople();
  const [naming, setNaming] = useState(false);
  const moderators = namesOf(block.moderators, byId);
  return (
    <tr className={cx(styles.row, styles.block)}>
      <td className={styles.blockTime}>{start === null ? '' : formatClock(start + shift)}</td>
      <th scope="rowgroup" className={styles.blockWho}>
        {(block.title !== '' || naming) && (
          <EditCell
            key={String(naming)}
            cell="block"
            label="Name of the block"
            spoken={`Block ${block.title}`}
            value={block.title}
            onCommit={(title) => {
              editBlock(doc, block.id, { title });
              return null;
            }}
            onClosed={() => setNaming(false)}
            placeholder="Name of the block"
            readOnly={readOnly}
            startEditing={naming}
            className={styles.blockTitle}
          >
            {block.title}
          </EditCell>
        )}
        {moderators[0] !== undefined && <Avatar name={moderators[0]} size="sm" />}
        <PeopleField
          cell="moderators"
          label={moderators.length > 1 ? 'Moderators' : 'Moderator'}
          value={block.moderators}
          onChange={(people) => setModerators(doc, block.id, people)}
          newKind="attendee"
          empty="Add a moderator"
          className={styles.moderators}
          shown={
            moderators.length === 0 ? undefined : (
              <span>
                {moderators.length > 1 ? 'Moderators' : 'Moderator'} <b>{moderators.join(', ')}</b>
              </span>
            )
          }
        />
      </th>
      <td className={styles.budget}>
        {available !== null && (
          <Budget used={props.used} usedAtMost={props.usedAtMost} available={available} />
        )}
      </td>
      <td className={styles.menu}>{!readOnly && <BlockMenu {...props} onName={() => setNaming(true)} />}</td>
    </tr>
  );
});

function Budget({ used, usedAtMost, available }: BlockBudget) {
  const tone = used > available ? 'warn' : 'accent';
  const usedText = usedAtMost > used ? `${used}–${usedAtMost}` : `${used}`;
  return (
    <>
      <Meter
        label="Minutes of the block"
        value={Math.min(used, available)}
        max={available}
        valueText={`${usedText} of ${available} minutes`}
        tone={tone}
        className={styles.meter}
      />
      <span className={cx(used > available && styles.tooMuch)}>
        {usedText} of {available}
      </span>
    </>
  );
}

function BlockMenu(props: {
  readonly day: DayId;
  readonly block: Block;
  readonly index: number;
  readonly isLast: boolean;
  readonly onName: () => void;
}) {
  const { day, block, index } = props;
  const { doc, newId, undoable } = usePlan();
  const { startTitle } = useContext(DayActsContext);
  const name = block.title || `Block ${index + 1}`;
  return (
    <MenuButton
      label={`Actions for ${name}`}
      icon={<Ellipsis />}
      size="sm"
      items={[
        {
          id: 'item',
          label: 'Add item',
          icon: <Plus />,
          onAction: () => startTitle(addItem(doc, newId, block.id, {})),
        },
        {
          id: 'break',
          label: 'Add break',
          icon: <Coffee />,
          onAction: () => addItem(doc, newId, block.id, { kind: 'break', duration: BREAK_MINUTES }),
        },
        { id: 'name', label: 'Name the block', icon: <Tag />, onAction: props.onName },
        {
          id: 'up',
          label: 'Move block up',
          icon: <ArrowUp />,
          separated: true,
          disabled: index === 0,
          onAction: () => moveBlock(doc, block.id, { day, index: index - 1 }),
        },
        {
          id: 'down',
          label: 'Move block down',
          icon: <ArrowDown />,
          disabled: props.isLast,
          onAction: () => moveBlock(doc, block.id, { day, index: index + 1 }),
        },
        {
          id: 'delete',
          label:
            block.items.length === 0 ? 'Delete block' : `Delete block and its ${block.items.length} items`,
          icon: <Trash2 />,
          danger: true,
          separated: true,
          onAction: () => undoable(`${name} deleted`, () => removeBlock(doc, block.id)),
        },
      ]}
    />
  );
}
