// Says what covers a proposal: another one, or an item that is on the agenda. Nothing of it is lost; it stays listed under
// Scheduled, with a link both ways.

import { useMemo, useState } from 'react';
import { mergeIntoProposal, mergeProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { ItemId, ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { canMergeInto } from '../../../../shared/domain/proposal-lineage.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import type { Choice } from '../../../ui/select.tsx';
import { namesOf } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { FormProps } from './proposal-form.tsx';

type Target =
  | { readonly kind: 'proposal'; readonly id: ProposalId }
  | { readonly kind: 'item'; readonly id: ItemId };

interface TargetChoice extends Choice {
  readonly target: Target;
}

export function MergeForm({ proposal, onDone }: FormProps) {
  const { doc, undoable } = usePlan();
  const choices = useTargets(proposal);
  const [chosen, setChosen] = useState<string | null>(null);
  const choice = choices.find(({ id }) => id === chosen) ?? null;
  const merge = ({ target, label }: TargetChoice) => {
    undoable(`${proposal.title} merged into ${label}`, () =>
      target.kind === 'item'
        ? mergeProposal(doc, proposal.id, target.id)
        : mergeIntoProposal(doc, proposal.id, target.id),
    );
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) merge(choice);
      }}
    >
      <ComboBox
        label="Proposal or item that covers it"
        items={choices}
        value={chosen}
        onChange={setChosen}
        placeholder="Find one"
        description="It stays listed under Scheduled, linked both ways."
        autoFocus
      />
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary" isDisabled={!choice}>
          Merge
        </Button>
      </div>
    </form>
  );
}

/** Open proposals first, then what is on the agenda. */
function useTargets(proposal: Proposal): readonly TargetChoice[] {
  const { byId } = usePlanPeople();
  const proposals = useMeeting((meeting) => meeting.proposals);
  const days = useMeeting((meeting) => meeting.days);
  return useMemo(() => {
    const others = proposals.filter(
      (other) => other.state === 'open' && canMergeInto(proposals, proposal.id, other),
    );
    return [
      ...others.map(({ id, title, requestedBy }): TargetChoice => {
        const asked = namesOf(requestedBy, byId).join(', ');
        return {
          id: `proposal ${id}`,
          label: title || 'Untitled proposal',
          description: `Proposal${asked === '' ? '' : `, ${asked}`}`,
          target: { kind: 'proposal', id },
        };
      }),
      ...days.flatMap((day) =>
        day.blocks
          .flatMap((block) => block.items)
          .filter(({ kind }) => kind !== 'break' && kind !== 'close')
          .map(
            ({ id, title }): TargetChoice => ({
              id: `item ${id}`,
              label: title || 'Untitled item',
              description: `Item, ${formatDate(day.date, 'short')}`,
              target: { kind: 'item', id },
            }),
          ),
      ),
    ];
  }, [byId, days, proposal.id, proposals]);
}
