// One rich text of the meeting, edited in place or, where it may not be edited, shown as it is. The editor itself is its
// own chunk, loaded with the first text that is edited.

import { lazy, Suspense } from 'react';
import { StaticText } from './static-text.tsx';
import type { TextEditorProps } from './text-editor-props.ts';

const LiveEditor = lazy(async () => ({ default: (await import('./live-editor.tsx')).LiveEditor }));

export function TextEditor(props: TextEditorProps) {
  const { text, people, label, heading } = props;
  const still = <StaticText text={text} people={people} label={label} heading={heading} />;
  if (props.readOnly) return still;
  return (
    <Suspense fallback={still}>
      <LiveEditor {...props} />
    </Suspense>
  );
}
