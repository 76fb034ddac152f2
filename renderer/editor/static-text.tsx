import { type ReactNode, useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { readRichText } from '../../shared/doc/read-rich-text.ts';
import type { Person } from '../../shared/domain/meeting.ts';
import { RichTextView } from '../ui/rich-text-view.tsx';
import styles from './editor.module.css';

/** A text as it is, following its changes, never changing it. `reason` says why it cannot be edited. */
export function StaticText(props: {
  readonly text: Y.XmlFragment;
  readonly label: string;
  readonly people: readonly Person[];
  readonly heading?: ReactNode;
  readonly reason?: string | undefined;
}) {
  const { text } = props;
  const [content, setContent] = useState(() => readRichText(text).doc);
  useEffect(() => {
    const read = () => setContent(readRichText(text).doc);
    read();
    text.observeDeep(read);
    return () => text.unobserveDeep(read);
  }, [text]);
  return (
    <section aria-label={props.label}>
      {props.heading && <div className={styles.head}>{props.heading}</div>}
      {props.reason && (
        <p role="note" className={styles.reason}>
          {props.reason}
        </p>
      )}
      <RichTextView doc={content} people={props.people} />
    </section>
  );
}
