// One row of a day's table: an item, a break or the sub-slot of a round. Memoised: it draws again only when its own
// item, its own times or the people change.

import { Pin } from 'lucide-react';
import { memo } from 'react';
import { editItem } from '../../../../shared/doc/commands/items.ts';
import { parseEstimate } from '../../../../shared/domain/estimate.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { itemEstimate } from '../../../../shared/domain/plan-times.ts';
import { MINUTE } from '../../../../shared/domain/time.ts';
import { usePeopleAt } from '../../../session/people/use-people.ts';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { PeerDots } from '../../../ui/peer-dots.tsx';
import { EditCell } from '../edit-cell.tsx';
import { formatSlot } from '../logic/slot-words.ts';
import { usePlan } from '../plan-context.tsx';
import { FromProposals } from '../proposals/from-proposals.tsx';
import styles from './day-table.module.css';
import { Grip } from './grip.tsx';
import { ItemMenu } from './item-menu.tsx';
import { PresentersCell } from './presenters-cell.tsx';
import type { RowTimes } from './row-times.ts';
import { TimeCell } from './time-cell.tsx';

export interface ItemRowProps extends RowTimes {
  readonly item: AgendaItem;
  /** Which clocks are the first column: the meeting's, or with `mine` the reader's. */
  readonly mine: boolean;
  readonly hasWarning: boolean;
  readonly isNew: boolean;
  readonly isSlot: boolean;
  readonly isDragged: boolean;
  /** The start it would have if what is dragged were dropped where it is. */
  readonly willStart: number | null;
}

export const KIND_NAMES = { topic: 'Topic', round: 'Round', break: 'Break', close: 'Close' } as const;

export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, mine, isSlot } = props;
  const { doc, readOnly } = usePlan();
  const isCut = item.cancelled !== null;
  const name = item.title || (item.kind === 'topic' ? 'Untitled item' : KIND_NAMES[item.kind]);
  return (
    <tr
      data-item={item.id}
      data-slot={isSlot || undefined}
      className={cx(
        styles.row,
        item.kind === 'break' && styles.break,
        isCut && styles.cut,
        props.hasWarning && styles.warned,
        isSlot && styles.slot,
        props.isDragged && styles.dragged,
      )}
    >
      <td className={styles.grip}>
        {isSlot || readOnly ? (
          props.pinned && <Pin size={14} aria-hidden />
        ) : (
          <Grip item={item} name={name} pinned={props.pinned} />
        )}
      </td>
      <Cell className={styles.time}>
        <TimeCell
          item={item}
          name={name}
          times={props}
          own={mine && props.ownShift !== null}
          willStart={props.willStart}
        />
      </Cell>
      <Cell className={styles.own}>
        {props.ownShift !== null && props.start !== null && formatSlot(props.start + props.ownShift, null)}
      </Cell>
      <Cell className={styles.minutes}>
        <MinutesCell item={item} name={name} />
      </Cell>
      <Cell className={styles.topic}>
        <h3 className={styles.title}>
          <EditCell
            cell="title"
            label="Topic"
            spoken={isCut ? `${name}, cancelled` : name}
            value={item.title}
            startEditing={props.isNew}
            onCommit={(title) => {
              editItem(doc, item.id, { title });
              return null;
            }}
            readOnly={readOnly}
            placeholder={item.kind === 'break' ? 'Break' : 'Topic'}
          >
            {name}
          </EditCell>
        </h3>
        <RowPeople item={item.id} />
        {item.kind === 'round' && <Chip>Round</Chip>}
        <FromProposals item={item.id} />
        {isCut && (
          <Chip className={styles.reason}>
            {item.cancelled ? `Cancelled: ${item.cancelled}` : 'Cancelled'}
          </Chip>
        )}
        {item.tickets.map((ticket) => (
          <span key={ticket} className={styles.ticket}>
            {ticket}
          </span>
        ))}
      </Cell>
      <Cell className={styles.who}>
        <PresentersCell item={item} name={name} />
      </Cell>
      <Cell className={styles.menu}>
        <ItemMenu item={item} name={name} isSlot={isSlot} start={props.start} />
      </Cell>
    </tr>
  );
});

/** Who is at this row; apart, so that comings and goings draw no row. */
function RowPeople({ item }: { readonly item: ItemId }) {
  return <PeerDots people={usePeopleAt(item, 'plan')} />;
}

function Cell(props: { readonly className: string | undefined; readonly children: React.ReactNode }) {
  return <td className={props.className}>{props.children}</td>;
}

/** The length as it was written; a round without one shows the sum of its sub-slots in brackets. */
function MinutesCell({ item, name }: { readonly item: AgendaItem; readonly name: string }) {
  const { doc, readOnly } = usePlan();
  const written = item.duration.trim();
  const estimate = itemEstimate(item);
  const derived = written === '' && estimate ? `(${Math.round(estimate.low / MINUTE)})` : '–';
  return (
    <EditCell
      cell="minutes"
      label={`Minutes of ${name}`}
      spoken={speakMinutes(item)}
      value={written}
      onCommit={(duration) => {
        editItem(doc, item.id, { duration });
        return null;
      }}
      onClear={written === '' ? undefined : () => editItem(doc, item.id, { duration: '' })}
      readOnly={readOnly}
      placeholder="30"
    >
      {shortMinutes(written) || derived}
    </EditCell>
  );
}

/** In a column headed Min: "1 hour?" is 60?, "30 mins+" is 30+, "45-60 min" is 45–60. The field keeps what was written. */
function shortMinutes(written: string): string {
  const estimate = parseEstimate(written);
  if (!estimate) return written;
  const [low, high] = [Math.round(estimate.low / MINUTE), Math.round(estimate.high / MINUTE)];
  if (low === high) return `${low}${estimate.sure ? '' : '?'}`;
  return /\+\W*$/.test(written) ? `${low}+` : `${low}–${high}`;
}

function speakMinutes(item: AgendaItem): string {
  const estimate = itemEstimate(item);
  if (!estimate) return item.duration.trim() === '' ? 'No length' : `Length not understood: ${item.duration}`;
  const [low, high] = [Math.round(estimate.low / MINUTE), Math.round(estimate.high / MINUTE)];
  const sure = parseEstimate(item.duration)?.sure ?? estimate.sure;
  return `${low === high ? low : `${low} to ${high}`} minutes${sure ? '' : ', uncertain'}`;
}
