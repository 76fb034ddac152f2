// The editor on screen: mounts the binding, keeps toolbar and details of action items beside it, and steps back to the
// plain view when the text holds what the editor would not keep.

import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ActionDetails, type OpenDetails } from './action-details.tsx';
import type { Obstacle } from './binding-check.ts';
import styles from './editor.module.css';
import { buildExtensions } from './extensions.ts';
import { mountEditor } from './mount.ts';
import { createPeopleSource } from './people-source.ts';
import { StaticText } from './static-text.tsx';
import type { TextEditorProps } from './text-editor-props.ts';
import { Toolbar } from './toolbar.tsx';

const REASONS: Readonly<Record<Obstacle | 'removed', string>> = {
  unknown: 'This text holds parts of a newer Quorum. You can read it; update to edit.',
  broken: 'This text has a part that cannot be edited here. You can read it; nothing of it is lost.',
  removed: 'This text was removed with its item.',
};

export function LiveEditor(props: TextEditorProps) {
  const { text, people, label, placeholder, autoFocus, carets = null } = props;
  const place = useRef<HTMLDivElement>(null);
  const [source] = useState(() => createPeopleSource(people));
  const [editor, setEditor] = useState<Editor | null>(null);
  const [obstacle, setObstacle] = useState<Obstacle | 'removed' | null>(null);
  const [details, setDetails] = useState<OpenDetails | null>(null);
  const newId = useEffectEvent(() => props.newId());
  const openLink = useEffectEvent((url: string) => props.openLink(url));
  const onReady = useEffectEvent(() => props.onReady?.());

  useEffect(() => source.set(people), [source, people]);

  useEffect(() => {
    if (obstacle !== null || !place.current) return;
    const openDetails = (pos: number, anchor: HTMLElement) => setDetails({ pos, anchor });
    const mounted = mountEditor({
      text,
      element: place.current,
      extensions: buildExtensions({ newId, openLink, openDetails, people: source, placeholder, carets }),
      attributes: { 'aria-label': label, ...FIELD },
      onObstacle: (found) => {
        setEditor(null);
        setObstacle(found);
      },
    });
    if (!mounted.ok) {
      setObstacle(mounted.obstacle);
      return;
    }
    setEditor(mounted.editor);
    if (autoFocus) mounted.editor.commands.focus('end');
    onReady();
    return () => {
      setEditor(null);
      setDetails(null);
      mounted.dispose();
    };
  }, [text, obstacle, source, label, placeholder, autoFocus, carets]);

  // A change may take the obstacle away; mounting asks again.
  useEffect(() => {
    if (obstacle === null) return;
    const retry = () => setObstacle(null);
    text.observeDeep(retry);
    return () => {
      text.unobserveDeep(retry);
      setObstacle(null);
    };
  }, [text, obstacle]);

  if (obstacle) {
    const { heading } = props;
    return (
      <StaticText text={text} people={people} label={label} heading={heading} reason={REASONS[obstacle]} />
    );
  }
  return (
    <div className={styles.editor}>
      {(props.heading || props.toolbar) && (
        <div className={styles.head}>
          {props.heading}
          {props.toolbar && <Toolbar editor={editor} label={`Format ${label}`} />}
        </div>
      )}
      <div ref={place} className={styles.place} />
      {editor && details && (
        <ActionDetails editor={editor} open={details} people={people} onClose={() => setDetails(null)} />
      )}
    </div>
  );
}

const FIELD = {
  role: 'textbox',
  'aria-multiline': 'true',
  spellcheck: 'true',
  autocapitalize: 'sentences',
  class: styles.field ?? '',
};
