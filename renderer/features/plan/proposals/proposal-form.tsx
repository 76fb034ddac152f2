import { setProposalPresenters, setRequesters } from '../../../../shared/doc/commands/people.ts';
import { editProposal } from '../../../../shared/doc/commands/proposals.ts';
import { proposalNotes } from '../../../../shared/doc/texts.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { TextEditor } from '../../../editor/text-editor.tsx';
import { useServices } from '../../../session/services.tsx';
import { DraftField } from '../draft-field.tsx';
import { PeopleField } from '../people-picker.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from '../plan-view.module.css';

export interface FormProps {
  readonly proposal: Proposal;
  readonly onDone: () => void;
}

/** The proposal in full. Everything is kept as it is typed; there is nothing to save. */
export function ProposalForm({ proposal }: FormProps) {
  const { doc, newId } = usePlan();
  const { host } = useServices();
  const { list } = usePlanPeople();
  const notes = proposalNotes(doc, proposal.id);
  const set = (field: 'title' | 'estimate' | 'requestNote') => (text: string) =>
    editProposal(doc, proposal.id, { [field]: text });
  return (
    <div className={styles.form}>
      <DraftField label="Topic" value={proposal.title} onCommit={set('title')} autoFocus />
      <DraftField
        label="Time"
        value={proposal.estimate}
        onCommit={set('estimate')}
        placeholder="30 min?"
        description="Kept as written: 1 hour?, 30 mins+, 45-60 min."
      />
      <div className={styles.labelled}>
        <span className={styles.label}>Asked by</span>
        <PeopleField
          label="Asked by"
          value={proposal.requestedBy}
          onChange={(people) => setRequesters(doc, proposal.id, people)}
          newKind="named"
          empty="Add names"
        />
      </div>
      <div className={styles.labelled}>
        <span className={styles.label}>Presented by</span>
        <PeopleField
          label="Presented by"
          value={proposal.presenters}
          onChange={(people) => setProposalPresenters(doc, proposal.id, people)}
          newKind="attendee"
          empty="Those who asked"
        />
      </div>
      <DraftField
        label="Remark on who asked"
        value={proposal.requestNote}
        onCommit={set('requestNote')}
        placeholder="for the whole group"
      />
      {notes && (
        <div className={styles.labelled}>
          <span className={styles.label}>Notes</span>
          <div className={styles.editor}>
            <TextEditor
              text={notes}
              label="Notes of the proposal"
              placeholder="Why, and what for"
              people={list}
              newId={newId}
              openLink={host.openExternal}
            />
          </div>
        </div>
      )}
    </div>
  );
}
