import {
  formatDuration,
  formatEstimate,
  likelyRange,
  parseEstimate,
  sumEstimates,
} from '../../../../shared/domain/estimate.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { minutes } from '../../../../shared/domain/time.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { dayPlan } from '../logic/day-plan.ts';
import styles from './proposals.module.css';
import type { Shown } from './shown-proposals.ts';

/** "2 h 15 – 3 h open, 40 min free": doubtful times count with all they may come to. */
export function ProposalTotals(props: { readonly proposals: readonly Proposal[]; readonly shown: Shown }) {
  const { proposals, shown } = props;
  const free = useMeeting((meeting) =>
    meeting.days.reduce((sum, day) => {
      let gaps = 0;
      for (const slot of dayPlan(day).slots.values()) gaps += slot.gap;
      return sum + gaps;
    }, 0),
  );
  if (proposals.length === 0) return null;
  const estimates = proposals.map(({ estimate }) => {
    const parsed = parseEstimate(estimate);
    return parsed && { ...likelyRange(parsed), sure: parsed.sure };
  });
  const unknown = estimates.filter((estimate) => estimate === null).length;
  const words = [
    unknown < estimates.length && `${formatEstimate(sumEstimates(estimates))} ${shown}`,
    unknown > 0 && `${unknown} without an estimate`,
    shown === 'open' && free > 0 && `${formatDuration(minutes(free))} free`,
  ];
  return <p className={styles.totals}>{words.filter(Boolean).join(', ')}</p>;
}
