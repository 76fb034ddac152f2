// Makes two proposals of one: what stays and what becomes its own, each with its topic and time. One step to undo.

import { useState } from 'react';
import { editProposal, splitProposal } from '../../../../shared/doc/commands/proposals.ts';
import { LOCAL } from '../../../../shared/doc/origins.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePlan } from '../plan-context.tsx';
import styles from '../plan-view.module.css';
import type { FormProps } from './proposal-form.tsx';
import own from './proposals.module.css';

interface Part {
  readonly title: string;
  readonly estimate: string;
}

export function SplitForm({ proposal, onDone }: FormProps) {
  const { doc, newId } = usePlan();
  const [stays, setStays] = useState<Part>({ title: proposal.title, estimate: proposal.estimate });
  const [part, setPart] = useState<Part>({ title: '', estimate: '' });
  const split = () => {
    doc.transact(() => {
      const { title, estimate } = tidy(stays);
      if (title !== proposal.title || estimate !== proposal.estimate)
        editProposal(doc, proposal.id, { title, estimate });
      splitProposal(doc, newId, proposal.id, tidy(part));
    }, LOCAL);
    announce(`${part.title.trim()} is a proposal of its own, after ${stays.title.trim()}.`);
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (part.title.trim() !== '') split();
      }}
    >
      <PartFields legend="Becomes a proposal of its own" part={part} onPart={setPart} autoFocus />
      <PartFields legend="Stays, with the notes and comments" part={stays} onPart={setStays} />
      <p className={styles.quiet}>Both are asked for by the same people and linked to each other.</p>
      <div className={styles.formFoot}>
        <Button type="submit" variant="primary" isDisabled={part.title.trim() === ''}>
          Split
        </Button>
      </div>
    </form>
  );
}

function PartFields(props: {
  readonly legend: string;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly autoFocus?: boolean;
}) {
  const { part, onPart } = props;
  return (
    <fieldset className={own.part}>
      <legend>{props.legend}</legend>
      <div className={own.pair}>
        <TextField
          label="Topic"
          value={part.title}
          onChange={(title) => onPart({ ...part, title })}
          autoFocus={props.autoFocus ?? false}
          className={own.grow}
        />
        <TextField
          label="Time"
          value={part.estimate}
          onChange={(estimate) => onPart({ ...part, estimate })}
          placeholder="30 min?"
          className={own.short}
        />
      </div>
    </fieldset>
  );
}

function tidy({ title, estimate }: Part): Part {
  return { title: title.trim(), estimate: estimate.trim() };
}
