// One proposal: what, how long as written and what that may come to, who asked, why, what others say; and what can be done
// with it. Of one that is settled the notes are folded away.

import { MessageSquare } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { editProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EditCell } from '../edit-cell.tsx';
import { namesOf } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import type { ProposalGoal } from '../show-proposal.ts';
import { rangeWords, speakEstimate } from './estimate-words.ts';
import { ProposalComments } from './proposal-comments.tsx';
import type { ProposalDialogKind } from './proposal-dialogs.tsx';
import { type PickedCard, ProposalGrip } from './proposal-grip.tsx';
import { ProposalMenu } from './proposal-menu.tsx';
import { ProposalNotes } from './proposal-notes.tsx';
import { ProposalOutcome } from './proposal-outcome.tsx';
import styles from './proposals.module.css';
import type { ProposalMoves } from './use-proposal-moves.ts';

export interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly moves: ProposalMoves;
  readonly picked: PickedCard | null;
  readonly onPick: (picked: PickedCard | null) => void;
  /** Given to the card that is to be brought into sight. */
  readonly goal: ProposalGoal | null;
  readonly isDragged: boolean;
  readonly dropsBefore: boolean;
  readonly onDialog: (kind: ProposalDialogKind, proposal: Proposal) => void;
  readonly onDay: (day: DayId) => void;
}

export const ProposalCard = memo(function ProposalCard(props: ProposalCardProps) {
  const { proposal, moves, goal } = props;
  const { doc, readOnly } = usePlan();
  const { id, state } = proposal;
  const isOpen = state === 'open';
  const comments = useMeeting((meeting) => meeting.comments.filter((each) => each.proposal === id));
  const [isThreadOpen, setThreadOpen] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!goal) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.querySelector<HTMLElement>('[data-cell="title"]')?.focus();
  }, [goal]);
  const name = proposal.title || 'Untitled proposal';
  const canMove = isOpen && !readOnly;
  const openDialog = (kind: ProposalDialogKind) => props.onDialog(kind, proposal);
  return (
    <li
      ref={card}
      data-proposal={id}
      className={cx(
        styles.card,
        !isOpen && styles.settled,
        props.isDragged && styles.dragged,
        props.dropsBefore && styles.dropsBefore,
      )}
      draggable={canMove}
    >
      <div className={styles.cardHead}>
        {canMove && (
          <ProposalGrip id={id} name={name} moves={moves} picked={props.picked} onPick={props.onPick} />
        )}
        <h3 className={cx(styles.cardTitle, state === 'declined' && styles.declined)}>
          <EditCell
            cell="title"
            label="Topic"
            spoken={name}
            value={proposal.title}
            onCommit={(title) => {
              editProposal(doc, id, { title });
              return null;
            }}
            readOnly={readOnly}
            placeholder="Topic"
          >
            {name}
          </EditCell>
        </h3>
        <Time proposal={proposal} name={name} />
      </div>
      <div className={styles.askedLine}>
        <Asked proposal={proposal} />
        {(comments.length > 0 || !readOnly) && (
          <Button
            ref={toggle}
            size="sm"
            variant="quiet"
            data-cell="comments"
            className={styles.commentsButton}
            icon={<MessageSquare size={14} />}
            aria-expanded={isThreadOpen}
            aria-label={`${commentWords(comments.length)} on ${name}`}
            onPress={() => setThreadOpen(!isThreadOpen)}
          >
            {comments.length > 0 && comments.length}
          </Button>
        )}
        <ProposalMenu proposal={proposal} name={name} moves={moves} onDialog={openDialog} />
      </div>
      <ProposalOutcome proposal={proposal} onDay={props.onDay} />
      <ProposalNotes proposal={id} isShort={!isOpen} />
      {canMove && <Acts onDialog={openDialog} />}
      {isThreadOpen && (
        <ProposalComments
          proposal={id}
          title={name}
          comments={comments}
          onClose={() => {
            setThreadOpen(false);
            toggle.current?.focus();
          }}
        />
      )}
    </li>
  );
});

function commentWords(count: number): string {
  return count === 0 ? 'Comment' : count === 1 ? '1 comment' : `${count} comments`;
}

/** "1 hour?" as a chip that is a field when it is pressed. */
function Time({ proposal, name }: { readonly proposal: Proposal; readonly name: string }) {
  const { doc, readOnly } = usePlan();
  const { id, estimate } = proposal;
  if (readOnly && estimate === '') return null;
  return (
    <EditCell
      cell="estimate"
      label={`Time of ${name}`}
      spoken={speakEstimate(estimate)}
      value={estimate}
      onCommit={(text) => {
        editProposal(doc, id, { estimate: text });
        return null;
      }}
      onClear={estimate === '' ? undefined : () => editProposal(doc, id, { estimate: '' })}
      readOnly={readOnly}
      placeholder="30 min?"
      className={cx(styles.time, estimate === '' && styles.noTime)}
    >
      {estimate || 'Time'}
    </EditCell>
  );
}

/** Who asked and who is to present it; at the end the range that a doubtful time may come to. */
function Asked({ proposal }: { readonly proposal: Proposal }) {
  const { byId } = usePlanPeople();
  const asked = [...namesOf(proposal.requestedBy, byId), proposal.requestNote].filter((part) => part !== '');
  const presenters = namesOf(proposal.presenters, byId).join(', ');
  const range = rangeWords(proposal.estimate);
  return (
    <>
      <p className={styles.asked}>
        {asked.join(', ')}
        {presenters !== '' && (
          <>
            {asked.length > 0 && ' · '}
            presented by {presenters}
          </>
        )}
      </p>
      {range !== null && <span className={styles.range}>{range}</span>}
    </>
  );
}

/** The ways that a drag goes by pointer, and those that take it off the list otherwise. */
function Acts({ onDialog }: { readonly onDialog: (kind: ProposalDialogKind) => void }) {
  return (
    <div className={styles.acts}>
      <Button size="sm" data-cell="add" onPress={() => onDialog('schedule')}>
        Add to day…
      </Button>
      <Button size="sm" variant="quiet" data-cell="merge" onPress={() => onDialog('merge')}>
        Merge…
      </Button>
      <Button size="sm" variant="quiet" data-cell="decline" onPress={() => onDialog('decline')}>
        Decline…
      </Button>
    </div>
  );
}
