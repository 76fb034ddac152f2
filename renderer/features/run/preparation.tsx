// The preparation notes: quiet, foldable, an editor only on demand. Open until the item starts, then as it was left.

import { ChevronDown, ChevronRight, Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import type { AgendaItem, Person } from '../../../shared/domain/meeting.ts';
import { TextEditor } from '../../editor/text-editor.tsx';
import type { TextEditorProps } from '../../editor/text-editor-props.ts';
import { useIsEmpty } from '../../editor/use-is-empty.ts';
import { useServices } from '../../session/services.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './item-page.module.css';
import { useRun } from './run-context.tsx';
import { useCaretSource } from './use-caret-source.ts';
import { useFolded } from './use-folded.ts';

export function Preparation(props: {
  readonly item: AgendaItem;
  readonly text: TextEditorProps['text'];
  readonly people: readonly Person[];
}) {
  const { item, text, people } = props;
  const { newId, host } = useServices();
  const { state, readOnly } = useRun();
  const [writing, setWriting] = useState(false);
  const hasBegun = state.done.has(item.id) || state.item === item.id;
  const [folded, setFolded] = useFolded(item.id, hasBegun);
  const empty = useIsEmpty(text);
  const carets = useCaretSource(item.id, 'prep');
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
            carets={carets}
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
