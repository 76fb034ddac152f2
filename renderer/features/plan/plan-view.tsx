// The Plan view: facts and days in the centre, proposals at the side. Holds what only this window knows (the day shown,
// whose clocks, whether the drawer is open); all else is read from the meeting by the parts.

import { Lightbulb } from 'lucide-react';
import { type FocusEvent, useCallback, useEffect, useState } from 'react';
import { editMeta } from '../../../shared/doc/commands/meeting.ts';
import type { DayId, ItemId, ProposalId } from '../../../shared/domain/ids.ts';
import type { MeetingState } from '../../../shared/domain/meeting.ts';
import { useMeeting, useSync } from '../../session/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { DayBar } from './days/day-bar.tsx';
import { DayTable, type TimesShown } from './days/day-table.tsx';
import { FirstDay } from './days/first-day.tsx';
import { Facts } from './facts/facts.tsx';
import { PasteHost } from './paste/paste-host.tsx';
import { PlanProvider, usePlan } from './plan-context.tsx';
import styles from './plan-view.module.css';
import { ProposalsColumn } from './proposals/proposals-column.tsx';
import { type ProposalGoal, ShowProposalContext } from './show-proposal.ts';
import { StartDayButton } from './start-day.tsx';
import { useDrawer } from './use-drawer.ts';

/** `target` is the proposal that the address names; it is shown once it is there. */
export function PlanView({ target }: { readonly target?: string }) {
  return (
    <PlanProvider>
      <PlanLayout target={target} />
    </PlanProvider>
  );
}

function PlanLayout({ target }: { readonly target: string | undefined }) {
  const dayIds = useMeeting((meeting) => meeting.days.map(({ id }) => id));
  const [wanted, setWanted] = useState<DayId | null>(null);
  const [times, setTimes] = useState<TimesShown>('both');
  const drawer = useDrawer();
  const tellRow = useRowTold();
  const [goal, setGoal] = useState<ProposalGoal | null>(null);
  const { open: openDrawer } = drawer;
  const showProposal = useCallback(
    (proposal: ProposalId) => {
      openDrawer();
      setGoal({ proposal });
    },
    [openDrawer],
  );
  const addressed = useMeeting((meeting) => meeting.proposals.find(({ id }) => id === target)?.id ?? null);
  useEffect(() => {
    if (addressed !== null) showProposal(addressed);
  }, [addressed, showProposal]);
  const isTemplate = useMeeting((meeting) => meeting.meta.template);
  const day = wanted !== null && dayIds.includes(wanted) ? wanted : (dayIds[0] ?? null);
  return (
    <ShowProposalContext value={showProposal}>
      <PasteHost day={day} onDay={setWanted}>
        <div className={styles.plan} data-side={drawer.isOpen ? 'open' : 'closed'}>
          <main className={styles.main} aria-label="Plan" onFocus={tellRow}>
            <PlanHead onProposals={drawer.toggle} isOpen={drawer.isOpen} />
            {isTemplate && (
              <p className={styles.quiet}>
                A meeting made from this template gets its own dates; its days stay as far apart as these.
              </p>
            )}
            <Facts />
            {day === null ? (
              <FirstDay onDay={setWanted} />
            ) : (
              <>
                <DayBar day={day} onDay={setWanted} times={times} onTimes={setTimes} />
                <DayTable dayId={day} shown={times} onDay={setWanted} />
              </>
            )}
          </main>
          <ProposalsColumn day={day} onDay={setWanted} goal={goal} onClose={drawer.close} />
          <StartDayButton />
        </div>
      </PasteHost>
    </ShowProposalContext>
  );
}

/** Tells the others which row one is at: the one that has, or last had, the focus. */
function useRowTold(): (event: FocusEvent) => void {
  const sync = useSync();
  return ({ target }) => {
    const item = target.closest<HTMLElement>('[data-item]')?.dataset.item;
    sync.setPlace({ view: 'plan', item: item ? (item as ItemId) : null });
  };
}

const STATE_NAMES: Readonly<Record<MeetingState, string>> = {
  draft: 'Draft agenda',
  open: 'Agenda',
  running: 'Running',
  closed: 'Closed',
  published: 'Published',
};

function PlanHead(props: { readonly onProposals: () => void; readonly isOpen: boolean }) {
  const { doc, readOnly } = usePlan();
  const title = useMeeting((meeting) => meeting.meta.title);
  const state = useMeeting((meeting) => meeting.meta.state);
  const isTemplate = useMeeting((meeting) => meeting.meta.template);
  // Counted as the library does: neither breaks nor what is cancelled.
  const items = useMeeting(
    (meeting) =>
      meeting.days
        .flatMap((day) => day.blocks.flatMap((block) => block.items))
        .filter(({ kind, cancelled }) => (kind === 'topic' || kind === 'round') && cancelled === null).length,
  );
  const open = useMeeting(
    (meeting) => meeting.proposals.filter((proposal) => proposal.state === 'open').length,
  );
  return (
    <div className={styles.planHead}>
      <InlineText
        as="h1"
        label="Title of the meeting"
        value={title}
        placeholder="Untitled meeting"
        onCommit={(text) => editMeta(doc, { title: text })}
        readOnly={readOnly}
        startEditing={title === ''}
        className={styles.title}
      />
      <Chip>
        {isTemplate ? 'Template' : STATE_NAMES[state]} · {items} {items === 1 ? 'item' : 'items'}
      </Chip>
      <Button
        size="sm"
        icon={<Lightbulb size={14} />}
        className={styles.proposalsButton}
        onPress={props.onProposals}
        aria-expanded={props.isOpen}
      >
        Proposals {open > 0 && open}
      </Button>
    </div>
  );
}
