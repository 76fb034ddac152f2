// The notes of a proposal as they stand in the document, read-only. The text is not in the mirror of the meeting, so this
// listens to the text itself.

import { useEffect, useState } from 'react';
import { readRichText } from '../../../../shared/doc/read-rich-text.ts';
import { proposalNotes } from '../../../../shared/doc/texts.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { RichDoc } from '../../../../shared/domain/rich-text.ts';
import { RichTextView } from '../../../ui/rich-text-view.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './proposals.module.css';

export function ProposalNotes({ proposal }: { readonly proposal: ProposalId }) {
  const { doc } = usePlan();
  const { list } = usePlanPeople();
  const [text, setText] = useState<RichDoc | null>(null);
  useEffect(() => {
    const notes = proposalNotes(doc, proposal);
    if (!notes) return;
    const read = () => setText(readRichText(notes).doc);
    read();
    notes.observeDeep(read);
    return () => notes.unobserveDeep(read);
  }, [doc, proposal]);
  if (!text || isBlank(text)) return null;
  return <RichTextView doc={text} people={list} className={styles.notes} />;
}

function isBlank(text: RichDoc): boolean {
  return text.content.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0);
}
