// A field of the document that is kept while one types: after a pause, on leaving and on closing, so that undo takes back
// what was written in one go and not letter by letter. While it is being written, what others write does not replace it.

import { useEffect, useRef, useState } from 'react';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';

/** Long enough to stand between two thoughts, short enough that "saved within a second" stays true. */
const PAUSE = 700;

export function DraftField(
  props: Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur'> & {
    readonly value: string;
    readonly onCommit: (text: string) => void;
  },
) {
  const { value, onCommit, ...rest } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, onCommit });
  useEffect(() => {
    latest.current = { draft, value, onCommit };
  });
  const keep = useRef(() => {
    const { draft: text, value: kept, onCommit: commit } = latest.current;
    if (text !== null && text !== kept) commit(text);
  });
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(keep.current, PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => keep.current, []);
  return (
    <TextField
      {...rest}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => {
        keep.current();
        setDraft(null);
      }}
    />
  );
}
