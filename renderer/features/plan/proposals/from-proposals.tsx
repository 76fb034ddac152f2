import { CornerDownRight } from 'lucide-react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { originWords, proposalsOf } from '../../../../shared/domain/proposal-lineage.ts';
import { useMeeting } from '../../../session/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePlanPeople } from '../plan-context.tsx';
import { useShowProposal } from '../show-proposal.ts';
import styles from './proposals.module.css';

/** "from Mara’s proposal" on an item that comes from one; opens it. Of several it opens the first, which names the others. */
export function FromProposals({ item }: { readonly item: ItemId }) {
  const proposals = useMeeting((meeting) => proposalsOf(meeting.proposals, item));
  const { list } = usePlanPeople();
  const show = useShowProposal();
  const words = originWords(proposals, list);
  const [first] = proposals;
  if (!first || words === null) return null;
  return (
    <Button
      variant="quiet"
      className={styles.origin}
      icon={<CornerDownRight size={13} />}
      onPress={() => show(first.id)}
    >
      {words}
    </Button>
  );
}
