import { setProposalPresenters } from '../../../../shared/doc/commands/people.ts';
import { Button } from '../../../ui/button.tsx';
import { namesOf } from '../logic/person-search.ts';
import { PeoplePicker } from '../people-picker.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { FormProps } from './proposal-form.tsx';

/** Who presents it instead of those who asked. Kept at once; whoever asked stays named. */
export function PresenterForm({ proposal, onDone }: FormProps) {
  const { doc } = usePlan();
  const { byId } = usePlanPeople();
  const asked = namesOf(proposal.requestedBy, byId).join(', ');
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>
        {asked === ''
          ? 'Nobody is named who asked for it. Whoever is named here presents it.'
          : `Asked for by ${asked}, who presents it unless somebody is named here.`}
      </p>
      <PeoplePicker
        label={`Presenters of ${proposal.title}`}
        value={proposal.presenters}
        onChange={(people) => setProposalPresenters(doc, proposal.id, people)}
        newKind="attendee"
      />
      <div className={styles.formFoot}>
        <Button variant="primary" onPress={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
