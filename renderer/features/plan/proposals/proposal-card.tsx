import { ArrowRight, Ellipsis, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { type DragEvent, memo } from 'react';
import { removeProposal, reopenProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { DayId, ItemId } from '../../../../shared/domain/ids.ts';
import type { Meeting, Proposal } from '../../../../shared/domain/meeting.ts';
import { formatClock, planDay } from '../../../../shared/domain/plan-times.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { MenuButton } from '../../../ui/menu.tsx';
import { findItem } from '../logic/move-target.ts';
import { namesOf } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import type { ProposalDialogKind } from './proposal-dialogs.tsx';
import { ProposalNotes } from './proposal-notes.tsx';
import styles from './proposals.module.css';

/** One proposal: what, how long as written, who asked, why; and what can be done with it. */
export const ProposalCard = memo(function ProposalCard(props: {
  readonly proposal: Proposal;
  readonly onDialog: (kind: ProposalDialogKind) => void;
  readonly onDay: (day: DayId) => void;
}) {
  const { proposal, onDialog } = props;
  const { doc, drag, readOnly, undoable } = usePlan();
  const { byId } = usePlanPeople();
  const { id, state } = proposal;
  const isOpen = state === 'open';
  const title = proposal.title || 'Untitled proposal';
  const asked = [...namesOf(proposal.requestedBy, byId), proposal.requestNote]
    .filter((part) => part !== '')
    .join(', ');
  const canDrag = isOpen && !readOnly;
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', title);
    drag.current = { kind: 'proposal', proposal: id };
  };
  const menu = !readOnly && (
    <MenuButton
      label={`Actions for ${title}`}
      icon={<Ellipsis />}
      size="sm"
      className={styles.cardMenu}
      items={[
        { id: 'edit', label: 'Edit…', icon: <Pencil />, onAction: () => onDialog('edit') },
        ...(isOpen
          ? []
          : [
              {
                id: 'reopen',
                label: 'Reopen',
                icon: <RotateCcw />,
                onAction: () => reopenProposal(doc, id),
              },
            ]),
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash2 />,
          danger: true,
          separated: true,
          onAction: () => undoable(`${title} deleted`, () => removeProposal(doc, id)),
        },
      ]}
    />
  );
  return (
    <li
      className={cx(styles.card, !isOpen && styles.settled)}
      draggable={canDrag}
      onDragStart={canDrag ? onDragStart : undefined}
    >
      <div className={styles.cardHead}>
        <h3 className={cx(styles.cardTitle, state === 'declined' && styles.declined)}>{title}</h3>
        {proposal.estimate !== '' && <Chip>{proposal.estimate}</Chip>}
        {asked === '' && menu}
      </div>
      {asked !== '' && (
        <div className={styles.askedLine}>
          <p className={styles.asked}>{asked}</p>
          {menu}
        </div>
      )}
      <ProposalNotes proposal={id} />
      {state === 'declined' && (
        <p className={styles.asked}>{proposal.reason === '' ? 'Declined' : `Declined: ${proposal.reason}`}</p>
      )}
      {proposal.item && <ItemLink item={proposal.item} isMerged={state === 'merged'} onDay={props.onDay} />}
      {canDrag && (
        <div className={styles.acts}>
          <Button size="sm" onPress={() => onDialog('schedule')}>
            Add to day…
          </Button>
          <Button size="sm" variant="quiet" onPress={() => onDialog('merge')}>
            Merge…
          </Button>
          <Button size="sm" variant="quiet" onPress={() => onDialog('decline')}>
            Decline…
          </Button>
        </div>
      )}
    </li>
  );
});

/** Where a scheduled proposal stands in the agenda; goes there. */
function ItemLink(props: {
  readonly item: ItemId;
  readonly isMerged: boolean;
  readonly onDay: (day: DayId) => void;
}) {
  const place = useMeeting((meeting) => placeOf(meeting, props.item));
  if (!place) return <p className={styles.asked}>Its item was deleted.</p>;
  const show = () => {
    props.onDay(place.day);
    // The day may have to be drawn first.
    requestAnimationFrame(() => {
      const row = document.querySelector(`[data-item="${CSS.escape(props.item)}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.querySelector<HTMLElement>('[data-cell="title"]')?.focus();
    });
  };
  return (
    <Button
      size="sm"
      variant="quiet"
      className={styles.itemLink}
      icon={<ArrowRight size={14} />}
      onPress={show}
    >
      {props.isMerged ? `Merged into “${place.title || 'Untitled item'}”, ${place.when}` : place.when}
    </Button>
  );
}

function placeOf(
  meeting: Meeting,
  item: ItemId,
): { readonly day: DayId; readonly title: string; readonly when: string } | null {
  const at = findItem(meeting.days, item);
  const day = at && meeting.days[at.day];
  if (!day) return null;
  const title = day.blocks[at.blockAt]?.items[at.index]?.title ?? '';
  const start = planDay(day).slots.get(item)?.start ?? null;
  const when = `${formatDate(day.date, 'short')}${start === null ? '' : ` ${formatClock(start)}`}`;
  return { day: day.id, title, when };
}
