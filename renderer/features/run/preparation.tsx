// The preparation notes: quiet, foldable, an editor only on demand. Open until the item starts, then as it was left.

import { ChevronDown, ChevronRight, Pencil } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type * as Y from 'yjs';
import { readRichText } from '../../../shared/doc/read-rich-text.ts';
import type { AgendaItem, Person } from '../../../shared/domain/meeting.ts';
import { plainText } from '../../../shared/domain/registers.ts';
import { TextEditor } from '../../editor/text-editor.tsx';
import { useServices } from '../../session/services.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './item-page.module.css';
import { useRun } from './run-context.tsx';
import { useFolded } from './use-folded.ts';

export function Preparation(props: {
  readonly item: AgendaItem;
  readonly text: Y.XmlFragment;
  readonly people: readonly Person[];
}) {
  const { item, text, people } = props;
  const { newId, host } = useServices();
  const { state, readOnly } = useRun();
  const [writing, setWriting] = useState(false);
  const hasBegun = state.done.has(item.id) || state.item === item.id;
  const [folded, setFolded] = useFolded(item.id, hasBegun);
  const empty = useIsEmpty(text);
  const id = useId();

  if (empty && !writing) {
    if (readOnly) return null;
    return (
      <div className={styles.noPrep}>
        <Button variant="quiet" size="sm" icon={<Pencil size={14} />} onPress={() => setWriting(true)}>
          Add preparation notes
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.prep} aria-labelledby={id}>
      <div className={styles.prepHead}>
        <h2 className={styles.heading} id={id}>
          <button type="button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
            Preparation
            {folded ? <ChevronRight size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
          </button>
        </h2>
        {!folded && !writing && !readOnly && (
          <IconButton
            size="sm"
            label="Edit preparation notes"
            icon={<Pencil size={14} />}
            onPress={() => setWriting(true)}
          />
        )}
        {writing && !folded && (
          <Button size="sm" variant="quiet" onPress={() => setWriting(false)}>
            Done
          </Button>
        )}
      </div>
      {!folded && (
        <div className={styles.prepText}>
          <TextEditor
            text={text}
            label={`Preparation of ${item.title}`}
            placeholder="What to read and to think of before"
            people={people}
            newId={newId}
            openLink={(url) => host.openExternal(url)}
            readOnly={!writing}
            autoFocus={writing}
          />
        </div>
      )}
    </section>
  );
}

/** Follows whether a text has no word in it, and renders only when that changes. */
function useIsEmpty(text: Y.XmlFragment): boolean {
  const [empty, setEmpty] = useState(() => isEmpty(text));
  useEffect(() => {
    const look = () => setEmpty(isEmpty(text));
    look();
    text.observeDeep(look);
    return () => text.unobserveDeep(look);
  }, [text]);
  return empty;
}

function isEmpty(text: Y.XmlFragment): boolean {
  return text.length === 0 || plainText(readRichText(text).doc).trim() === '';
}
