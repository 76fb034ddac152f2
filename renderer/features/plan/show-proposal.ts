// From an item to the proposal it comes from: rows of the table ask for it, the column of proposals brings it into sight.

import { createContext, useContext } from 'react';
import type { ProposalId } from '../../../shared/domain/ids.ts';

/** What was asked for last; a new object each time, so that the same may be asked for again. */
export interface ProposalGoal {
  readonly proposal: ProposalId;
}

export const ShowProposalContext = createContext<((proposal: ProposalId) => void) | null>(null);

export function useShowProposal(): (proposal: ProposalId) => void {
  const show = useContext(ShowProposalContext);
  if (!show) throw new Error('useShowProposal outside of the Plan view');
  return show;
}
