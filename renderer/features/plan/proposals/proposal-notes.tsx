// The notes of a proposal as they stand in the document, read-only, long ones folded. The text is not in the mirror of the meeting, so this
// listens to the text itself.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readRichText } from '../../../../shared/doc/read-rich-text.ts';
import { proposalNotes } from '../../../../shared/doc/texts.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { RichDoc } from '../../../../shared/domain/rich-text.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { RichTextView } from '../../../ui/rich-text-view.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './proposals.module.css';

export function ProposalNotes(props: {
  readonly proposal: ProposalId;
  /** Folded, it shows nothing of the text. */
  readonly isShort: boolean;
}) {
  const { proposal, isShort } = props;
  const { doc } = usePlan();
  const { list } = usePlanPeople();
  const [text, setText] = useState<RichDoc | null>(null);
  const [isFolded, setFolded] = useState(true);
  const [overflows, setOverflows] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const notes = proposalNotes(doc, proposal);
    if (!notes) return;
    const read = () => setText(readRichText(notes).doc);
    read();
    notes.observeDeep(read);
    return () => notes.unobserveDeep(read);
  }, [doc, proposal]);
  const isEmpty = !text || isBlank(text);
  useLayoutEffect(() => {
    const element = box.current;
    if (isEmpty || !element) return;
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [isEmpty]);
  if (isEmpty) return null;
  return (
    <div>
      <div ref={box} hidden={isFolded && isShort} className={cx(isFolded && styles.folded)}>
        <RichTextView doc={text} people={list} className={styles.notes} />
      </div>
      {(overflows || !isFolded || isShort) && (
        <Button
          size="sm"
          variant="quiet"
          className={styles.more}
          aria-expanded={!isFolded}
          onPress={() => setFolded(!isFolded)}
        >
          {isFolded ? (isShort ? 'Show notes' : 'Show all') : 'Show less'}
        </Button>
      )}
    </div>
  );
}

function isBlank(text: RichDoc): boolean {
  return text.content.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0);
}
