// What became of a proposal, and what hangs together with it: the item it became or that covers it, the proposal it went
// into, those that went into it, the one it was a part of. Each leads there.

import { ArrowRight, Merge, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { findItem } from '../../../../shared/domain/find-item.ts';
import type { DayId, ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { Meeting, Proposal } from '../../../../shared/domain/meeting.ts';
import { formatClock } from '../../../../shared/domain/plan-times.ts';
import { mergedInto } from '../../../../shared/domain/proposal-lineage.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { dayPlan } from '../logic/day-plan.ts';
import { useShowProposal } from '../show-proposal.ts';
import styles from './proposals.module.css';

export function ProposalOutcome(props: {
  readonly proposal: Proposal;
  readonly onDay: (day: DayId) => void;
}) {
  const { proposal } = props;
  const { state, item, reason } = proposal;
  const covered = useMeeting((meeting) => mergedInto(meeting.proposals, proposal.id));
  return (
    <>
      {state === 'declined' && (
        <p className={styles.asked}>{reason === '' ? 'Declined' : `Declined: ${reason}`}</p>
      )}
      {item && <ItemLink item={item} isMerged={state === 'merged'} onDay={props.onDay} />}
      {proposal.mergedInto && (
        <ProposalLink id={proposal.mergedInto} icon={<Merge size={14} />} words="Merged into" />
      )}
      {proposal.splitFrom && (
        <ProposalLink id={proposal.splitFrom} icon={<Split size={14} />} words="Part of" />
      )}
      {covered.map(({ id }) => (
        <ProposalLink key={id} id={id} icon={<Merge size={14} />} words="Covers" />
      ))}
    </>
  );
}

/** Where it stands in the agenda; goes there. */
function ItemLink(props: {
  readonly item: ItemId;
  readonly isMerged: boolean;
  readonly onDay: (day: DayId) => void;
}) {
  const place = useMeeting((meeting) => placeOf(meeting, props.item));
  if (!place) return null;
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
    <Link icon={<ArrowRight size={14} />} onPress={show}>
      {props.isMerged ? `Merged into “${place.title || 'Untitled item'}”, ${place.when}` : place.when}
    </Link>
  );
}

function ProposalLink(props: { readonly id: ProposalId; readonly icon: ReactNode; readonly words: string }) {
  const { id, icon, words } = props;
  const show = useShowProposal();
  const title = useMeeting(
    (meeting) => meeting.proposals.find((proposal) => proposal.id === id)?.title ?? null,
  );
  if (title === null) return null;
  return (
    <Link icon={icon} onPress={() => show(id)}>
      {`${words} “${title || 'Untitled proposal'}”`}
    </Link>
  );
}

function Link(props: { readonly icon: ReactNode; readonly onPress: () => void; readonly children: string }) {
  return (
    <Button size="sm" variant="quiet" className={styles.link} icon={props.icon} onPress={props.onPress}>
      <span>{props.children}</span>
    </Button>
  );
}

interface ItemPlace {
  readonly day: DayId;
  readonly title: string;
  readonly when: string;
}

export function placeOf(meeting: Meeting, item: ItemId): ItemPlace | null {
  const found = findItem(meeting.days, item);
  if (!found) return null;
  const { day } = found;
  const start = dayPlan(day).slots.get(item)?.start ?? null;
  const when = `${formatDate(day.date, 'short')}${start === null ? '' : ` ${formatClock(start)}`}`;
  return { day: day.id, title: found.item.title, when };
}
