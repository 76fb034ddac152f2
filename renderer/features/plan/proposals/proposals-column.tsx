// Topics that wait for a place in the agenda: what was asked for, by whom, how long it would take in all. The open ones are
// the backlog; what is settled is one press away.

import { Lightbulb, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DayId } from '../../../../shared/domain/ids.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import type { ProposalGoal } from '../show-proposal.ts';
import { type OpenDialog, ProposalDialogs } from './proposal-dialogs.tsx';
import { ProposalFilter } from './proposal-filter.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ProposalTotals } from './proposal-totals.tsx';
import styles from './proposals.module.css';
import { ProposeForm } from './propose-form.tsx';
import { SHOWN_AS, type Shown, shownProposals, type Wanted } from './shown-proposals.ts';

const ALL_OPEN: Wanted = { shown: 'open', find: '', sort: 'order' };

export function ProposalsColumn(props: {
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  /** The proposal that is to be brought into sight. */
  readonly goal: ProposalGoal | null;
  readonly onClose: () => void;
}) {
  const { goal } = props;
  const { read, readOnly } = usePlan();
  const { byId } = usePlanPeople();
  const proposals = useMeeting((meeting) => meeting.proposals);
  const [wanted, setWanted] = useState(ALL_OPEN);
  const [proposing, setProposing] = useState(false);
  const propose = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  useEffect(() => {
    const aim = read().proposals.find(({ id }) => id === goal?.proposal);
    if (aim) setWanted((last) => ({ ...last, shown: SHOWN_AS[aim.state], find: '' }));
  }, [goal, read]);
  const closeDialog = () => {
    setDialog(null);
    const after = read().proposals.find(({ id }) => id === dialog?.proposal);
    if (after && SHOWN_AS[after.state] !== wanted.shown) dialog?.focusBeside();
  };
  const count = (state: Shown) => proposals.filter((proposal) => SHOWN_AS[proposal.state] === state).length;
  const listed = shownProposals(proposals, wanted, byId);
  return (
    <aside className={styles.column} aria-label="Proposals">
      <div className={styles.head}>
        <h2>Proposals</h2>
        <span className={styles.count}>{proposals.length}</span>
        <span className={styles.grow} />
        {!readOnly && (
          <Button
            ref={propose}
            size="sm"
            data-propose
            icon={<Plus size={14} />}
            onPress={() => setProposing(true)}
          >
            Propose
          </Button>
        )}
        <IconButton
          size="sm"
          className={styles.close}
          label="Close proposals"
          hideTooltip
          icon={<X size={14} />}
          onPress={props.onClose}
        />
      </div>
      {proposing && (
        <ProposeForm
          onClose={() => {
            setProposing(false);
            propose.current?.focus();
          }}
        />
      )}
      {proposals.length > 0 && (
        <>
          <Segmented
            label="Proposals shown"
            size="sm"
            className={styles.filter}
            options={[
              { id: 'open', label: 'Open', count: count('open') },
              { id: 'scheduled', label: 'Scheduled', count: count('scheduled') },
              { id: 'declined', label: 'Declined', count: count('declined') },
            ]}
            value={wanted.shown}
            onChange={(shown) => setWanted({ ...wanted, shown })}
          />
          <ProposalFilter wanted={wanted} of={count(wanted.shown)} onWanted={setWanted} />
          <ProposalTotals proposals={listed} shown={wanted.shown} />
        </>
      )}
      <div className={styles.scroll}>
        {listed.length > 0 ? (
          <ProposalList
            listed={listed}
            isSorted={wanted.sort !== 'order'}
            day={props.day}
            goal={goal}
            onDialog={setDialog}
            onDay={props.onDay}
          />
        ) : (
          !proposing && (
            <NothingHere shown={wanted.shown} isFound={wanted.find === ''} hasAny={proposals.length > 0} />
          )
        )}
      </div>
      <ProposalDialogs open={dialog} day={props.day} onDay={props.onDay} onClose={closeDialog} />
    </aside>
  );
}

function NothingHere(props: { readonly shown: Shown; readonly isFound: boolean; readonly hasAny: boolean }) {
  const { shown, isFound, hasAny } = props;
  if (!hasAny)
    return (
      <Empty
        icon={<Lightbulb />}
        title="No proposals yet"
        text="Topics somebody asks for wait here until they have a place in the agenda."
      />
    );
  const words = shown === 'open' ? 'All proposals are dealt with.' : `None ${shown}.`;
  return <p className={styles.none}>{isFound ? words : 'No proposal has these words.'}</p>;
}
