import { useCallback, useRef, useState } from 'react';
import type { DayId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { usePlan } from '../plan-context.tsx';
import type { ProposalGoal } from '../show-proposal.ts';
import { handleCardKey } from './card-keys.ts';
import { ProposalCard } from './proposal-card.tsx';
import type { OpenDialog, ProposalDialogKind } from './proposal-dialogs.tsx';
import type { PickedCard } from './proposal-grip.tsx';
import styles from './proposals.module.css';
import { useCardDrag } from './use-card-drag.ts';
import { useProposalMoves } from './use-proposal-moves.ts';

/** The cards that are listed, moved by pointer and by key. */
export function ProposalList(props: {
  readonly listed: readonly Proposal[];
  readonly isSorted: boolean;
  readonly day: DayId | null;
  readonly goal: ProposalGoal | null;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onDay: (day: DayId) => void;
}) {
  const { listed, isSorted, day, goal } = props;
  const { readOnly } = usePlan();
  const list = useRef<HTMLUListElement>(null);
  const moves = useProposalMoves(list, listed, { isSorted, day });
  const [picked, setPicked] = useState<PickedCard | null>(null);
  const drag = useCardDrag(moves, !readOnly && !isSorted);
  const { onDialog } = props;
  const openDialog = useCallback(
    (kind: ProposalDialogKind, { id }: Proposal) =>
      onDialog({ kind, proposal: id, focusBeside: moves.focusBeside(id) }),
    [moves, onDialog],
  );
  const { dragged, dropAt } = drag.state;
  const rest = listed.filter(({ id }) => id !== dragged);
  const before = dropAt === null ? undefined : rest[dropAt]?.id;
  return (
    <>
      <ul
        ref={list}
        className={styles.cards}
        data-drops-last={(dropAt !== null && before === undefined) || undefined}
        onKeyDownCapture={(event) => handleCardKey(event, readOnly ? null : moves)}
        {...(readOnly ? {} : drag.handlers)}
      >
        {listed.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            moves={moves}
            picked={picked?.id === proposal.id ? picked : null}
            onPick={setPicked}
            goal={goal?.proposal === proposal.id ? goal : null}
            isDragged={dragged === proposal.id}
            dropsBefore={before === proposal.id}
            onDialog={openDialog}
            onDay={props.onDay}
          />
        ))}
      </ul>
      {!readOnly && listed.some(({ state }) => state === 'open') && (
        <p className={styles.keys} aria-hidden>
          <Kbd keys="Alt Shift Left" /> into the day <Kbd keys="Alt Shift Up, Down" /> move
        </p>
      )}
    </>
  );
}
