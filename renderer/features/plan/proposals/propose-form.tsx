import { useState } from 'react';
import { addPerson } from '../../../../shared/doc/commands/people.ts';
import { addProposal } from '../../../../shared/doc/commands/proposals.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { parseEstimate } from '../../../../shared/domain/estimate.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { searchPeople } from '../logic/person-search.ts';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './proposals.module.css';

/** Topic, time and who asks; notes are written on the card once it is there. */
export function ProposeForm({ onClose }: { readonly onClose: () => void }) {
  const { doc, newId } = usePlan();
  const { list } = usePlanPeople();
  const [title, setTitle] = useState('');
  const [estimate, setEstimate] = useState('');
  const [who, setWho] = useState('');
  const add = () => {
    doc.transact(() => {
      const requestedBy = names(who).map((name) => {
        const [found, another] = searchPeople(list, name);
        return found && !another ? found.id : addPerson(doc, newId, { name, kind: 'named' });
      });
      addProposal(doc, newId, { title: title.trim(), estimate: estimate.trim(), requestedBy });
    }, LOCAL);
    announce(`${title.trim()} proposed.`);
    onClose();
  };
  const understood = estimate.trim() === '' || parseEstimate(estimate) !== null;
  return (
    <form
      className={styles.propose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add();
      }}
    >
      <TextField label="Topic" value={title} onChange={setTitle} autoFocus />
      <div className={styles.pair}>
        <TextField
          label="Time"
          value={estimate}
          onChange={setEstimate}
          placeholder="30 min?"
          description={understood ? undefined : 'Kept as written; it counts as nothing.'}
          className={styles.short}
        />
        <TextField
          label="Asked by"
          value={who}
          onChange={setWho}
          placeholder="Names, with commas"
          className={styles.grow}
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" size="sm" variant="primary" isDisabled={title.trim() === ''}>
          Propose
        </Button>
        <Button size="sm" variant="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function names(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
