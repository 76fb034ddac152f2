import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { Proposal } from '../../../shared/domain/meeting.ts';

/** An open proposal of that id and title, otherwise as `fields` say. */
export function proposal(id: string, fields: Partial<Proposal> = {}): Proposal {
  return {
    id: id as ProposalId,
    title: id,
    requestedBy: [],
    requestNote: '',
    presenters: [],
    estimate: '',
    state: 'open',
    reason: '',
    item: null,
    mergedInto: null,
    splitFrom: null,
    ...fields,
  };
}
