import { CornerDownRight } from 'lucide-react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import { originWords, proposalsOf } from '../../../shared/domain/proposal-lineage.ts';
import { useMeeting, useOpenMeeting } from '../../session/meeting-context.tsx';
import styles from './item-page.module.css';

/** "from Mara’s proposal": opens it in the plan. */
export function FromProposals(props: { readonly item: ItemId; readonly people: readonly Person[] }) {
  const { id } = useOpenMeeting();
  const proposals = useMeeting((meeting) => proposalsOf(meeting.proposals, props.item));
  const words = originWords(proposals, props.people);
  const [first] = proposals;
  if (!first || words === null) return null;
  return (
    <li>
      <CornerDownRight size={16} strokeWidth={1.75} aria-hidden />
      <a className={styles.origin} href={`#/m/${id}/plan/${first.id}`}>
        {words}
      </a>
    </li>
  );
}
