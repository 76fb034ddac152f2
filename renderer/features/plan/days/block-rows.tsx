// The rows of one block: its own row, its items with what does not fit under them, and the line that adds to it.

import { Fragment, memo } from 'react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem, Block, Day } from '../../../../shared/domain/meeting.ts';
import type { DayPlan } from '../../../../shared/domain/plan-times.ts';
import type { TimeZone } from '../../../../shared/domain/time.ts';
import { blockBudget } from '../logic/block-budget.ts';
import type { DayWarning } from '../logic/day-warnings.ts';
import type { DragPreview } from '../logic/drag-preview.ts';
import { ownMinutes } from '../logic/slot-words.ts';
import { usePlan } from '../plan-context.tsx';
import { BlockRow } from './block-row.tsx';
import { DropRow } from './drop-row.tsx';
import { ItemRow } from './item-row.tsx';
import { QuickEntryRow } from './quick-entry-row.tsx';
import { WarningRow } from './warning-row.tsx';

export interface BlockRowsProps {
  readonly day: Day;
  readonly block: Block;
  readonly index: number;
  readonly plan: DayPlan;
  readonly zone: TimeZone | null;
  /** The reader's zone where it differs. */
  readonly own: TimeZone | null;
  readonly mine: boolean;
  readonly warnings: readonly DayWarning[];
  readonly onLeave: (warning: DayWarning) => void;
  readonly fresh: ItemId | null;
  readonly drag: DragPreview | null;
}

export const BlockRows = memo(function BlockRows(props: BlockRowsProps) {
  const { day, block, plan, zone, own, mine, warnings, drag } = props;
  const { readOnly } = usePlan();
  const shiftAt = (minutes: number | null) =>
    zone === null || own === null ? null : ownMinutes(day.date, minutes ?? 0, zone, own) - (minutes ?? 0);
  const rowOf = (item: AgendaItem, isSlot: boolean) => {
    const slot = plan.slots.get(item.id);
    const start = slot?.start ?? null;
    return (
      <ItemRow
        item={item}
        start={start}
        end={slot?.end ?? null}
        pinned={slot?.pinned ?? false}
        zone={zone}
        ownShift={shiftAt(start)}
        mine={mine}
        hasWarning={warnings.some((warning) => warning.item === item.id)}
        isNew={props.fresh === item.id}
        isSlot={isSlot}
        isDragged={drag?.item === item.id}
        willStart={drag?.changed.get(item.id) ?? null}
      />
    );
  };
  // The place is counted without the dragged item, which is still drawn where it came from.
  const dropBefore =
    drag?.place.block === block.id
      ? block.items.filter(({ id }) => id !== drag.item)[drag.place.index]?.id
      : undefined;
  const dropRow = drag?.place.block === block.id && <DropRow drag={drag} shiftAt={shiftAt} mine={mine} />;
  const start = plan.blocks.get(block.id)?.start ?? null;
  const budget = blockBudget(day, props.index, plan);
  return (
    <tbody data-block={block.id}>
      <BlockRow
        day={day.id}
        block={block}
        index={props.index}
        isLast={props.index === day.blocks.length - 1}
        start={start}
        shift={mine ? (shiftAt(start) ?? 0) : 0}
        available={budget?.available ?? null}
        used={budget?.used ?? 0}
        usedAtMost={budget?.usedAtMost ?? 0}
      />
      {block.items.map((item) => (
        <Fragment key={item.id}>
          {dropBefore === item.id && dropRow}
          {rowOf(item, false)}
          {item.slots.map((slot) => (
            <Fragment key={slot.id}>{rowOf(slot, true)}</Fragment>
          ))}
          {warnings
            .filter((warning) => warning.item === item.id)
            .map((warning) => (
              <WarningRow
                key={warning.kind + (warning.kind === 'absent' ? warning.person.id : '')}
                warning={warning}
                item={item}
                onLeave={props.onLeave}
              />
            ))}
        </Fragment>
      ))}
      {dropBefore === undefined && dropRow}
      {!readOnly && (
        <QuickEntryRow block={block.id} date={day.date} end={plan.blocks.get(block.id)?.end ?? null} />
      )}
    </tbody>
  );
});
