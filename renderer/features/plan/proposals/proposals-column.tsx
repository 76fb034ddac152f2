// Topics that wait for a place in the agenda: what was asked for, by whom, how long it would take in all.

import { Lightbulb, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  formatDuration,
  formatEstimate,
  parseEstimate,
  sumEstimates,
} from '../../../../shared/domain/estimate.ts';
import type { DayId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal, ProposalState } from '../../../../shared/domain/meeting.ts';
import { planDay } from '../../../../shared/domain/plan-times.ts';
import { minutes } from '../../../../shared/domain/time.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { usePlan } from '../plan-context.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { type ProposalDialogKind, ProposalDialogs } from './proposal-dialogs.tsx';
import styles from './proposals.module.css';
import { ProposeForm } from './propose-form.tsx';

type Shown = 'open' | 'scheduled' | 'declined';

const SHOWN: Readonly<Record<ProposalState, Shown>> = {
  open: 'open',
  scheduled: 'scheduled',
  merged: 'scheduled',
  declined: 'declined',
};

export function ProposalsColumn(props: {
  readonly day: DayId | null;
  readonly onDay: (day: DayId) => void;
  readonly onClose: () => void;
}) {
  const { readOnly } = usePlan();
  const proposals = useMeeting((meeting) => meeting.proposals);
  const [shown, setShown] = useState<Shown>('open');
  const [proposing, setProposing] = useState(false);
  const propose = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<{ kind: ProposalDialogKind; proposal: ProposalId } | null>(null);
  const of = (state: Shown) => proposals.filter((proposal) => SHOWN[proposal.state] === state);
  const list = of(shown);
  return (
    <aside className={styles.column} aria-label="Proposals">
      <div className={styles.head}>
        <h2>Proposals</h2>
        <span className={styles.count}>{proposals.length}</span>
        <span className={styles.grow} />
        {!readOnly && (
          <Button ref={propose} size="sm" icon={<Plus size={14} />} onPress={() => setProposing(true)}>
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
              { id: 'open', label: 'Open', count: of('open').length },
              { id: 'scheduled', label: 'Scheduled', count: of('scheduled').length },
              { id: 'declined', label: 'Declined', count: of('declined').length },
            ]}
            value={shown}
            onChange={setShown}
          />
          <Totals proposals={list} shown={shown} />
        </>
      )}
      <div className={styles.scroll}>
        {list.length > 0 ? (
          <ul className={styles.cards}>
            {list.map((proposal) => (
              <ProposalCard
                key={proposal.id}
                proposal={proposal}
                onDialog={(kind) => setDialog({ kind, proposal: proposal.id })}
                onDay={props.onDay}
              />
            ))}
          </ul>
        ) : (
          !proposing && <NothingHere shown={shown} hasAny={proposals.length > 0} />
        )}
      </div>
      <ProposalDialogs open={dialog} day={props.day} onDay={props.onDay} onClose={() => setDialog(null)} />
    </aside>
  );
}

/** "2 h 15 – 3 h open, 40 min free". */
function Totals(props: { readonly proposals: readonly Proposal[]; readonly shown: Shown }) {
  const { proposals, shown } = props;
  const free = useMeeting((meeting) =>
    meeting.days.reduce((sum, day) => {
      let gaps = 0;
      for (const slot of planDay(day).slots.values()) gaps += slot.gap;
      return sum + gaps;
    }, 0),
  );
  if (proposals.length === 0) return null;
  const estimates = proposals.map(({ estimate }) => parseEstimate(estimate));
  const unknown = estimates.filter((estimate) => estimate === null).length;
  const words = [
    unknown < estimates.length && `${formatEstimate(sumEstimates(estimates))} ${shown}`,
    unknown > 0 && `${unknown} without an estimate`,
    shown === 'open' && free > 0 && `${formatDuration(minutes(free))} free`,
  ];
  return <p className={styles.totals}>{words.filter(Boolean).join(', ')}</p>;
}

function NothingHere(props: { readonly shown: Shown; readonly hasAny: boolean }) {
  const { shown, hasAny } = props;
  if (!hasAny)
    return (
      <Empty
        icon={<Lightbulb />}
        title="No proposals yet"
        text="Topics somebody asks for wait here until they have a place in the agenda."
      />
    );
  return (
    <p className={styles.none}>{shown === 'open' ? 'All proposals are dealt with.' : `None ${shown}.`}</p>
  );
}
