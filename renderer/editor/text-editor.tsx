// One rich text of the meeting, edited in place or, where it may not be edited, shown as it is. The editor itself is its
// own chunk, loaded with the first text that is edited.

import { LazyView, lazyCode } from '../ui/lazy-view.tsx';
import { StaticText } from './static-text.tsx';
import type { TextEditorProps } from './text-editor-props.ts';

const LIVE = lazyCode(async () => (await import('./live-editor.tsx')).LiveEditor);

/** Fetches the editor before a text is shown. */
export const preloadEditor = LIVE.preload;

export function TextEditor(props: TextEditorProps) {
  const { text, people, label, heading } = props;
  const still = <StaticText text={text} people={people} label={label} heading={heading} />;
  return props.readOnly ? still : <LazyView code={LIVE} props={props} waiting={still} />;
}
