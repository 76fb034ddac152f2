// Text that becomes a field where it stands: click or Enter edits, Enter or leaving commits, Escape takes it back.
// While it is edited, changes from elsewhere do not replace what is being typed.

import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import styles from './inline-text.module.css';

export interface InlineTextProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly as?: 'h1' | 'h2' | 'h3' | 'span' | undefined;
  readonly multiline?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** Starts as a field with the cursor in it: for what has just been made. */
  readonly startEditing?: boolean | undefined;
  readonly className?: string | undefined;
}

export function InlineText(props: InlineTextProps) {
  const { label, value, placeholder = '', as: Tag = 'span', className } = props;
  const [editing, setEditing] = useState(props.startEditing === true && !props.readOnly);
  const [returnFocus, setReturnFocus] = useState(false);
  if (props.readOnly) {
    return <Tag className={cx(className, !value && styles.placeholder)}>{value || placeholder}</Tag>;
  }
  if (editing) {
    return (
      <Tag className={className}>
        <Field
          {...props}
          onDone={(byKey) => {
            setReturnFocus(byKey);
            setEditing(false);
          }}
        />
      </Tag>
    );
  }
  return (
    <Tag className={className}>
      <Button
        aria-label={
          Tag === 'span' ? `${label}: ${value || placeholder || 'empty'}` : value || placeholder || label
        }
        onPress={() => setEditing(true)}
        // The field that had the focus is gone; without this the focus would fall to the page.
        autoFocus={returnFocus}
        className={cx(styles.shown, !value && styles.placeholder)}
      >
        {value || placeholder}
      </Button>
    </Tag>
  );
}

function Field(props: InlineTextProps & { readonly onDone: (byKey: boolean) => void }) {
  const [text, setText] = useState(props.value);
  const settled = useRef(false);
  const finish = (commit: boolean, byKey: boolean) => {
    if (settled.current) return;
    settled.current = true;
    const tidy = text.trim();
    if (commit && tidy !== props.value) props.onCommit(tidy);
    props.onDone(byKey);
  };
  const shared = {
    'aria-label': props.label,
    value: text,
    placeholder: props.placeholder ?? '',
    className: styles.input,
    autoFocus: true,
    onBlur: () => finish(true, false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && !(props.multiline && event.shiftKey)) {
        event.preventDefault();
        finish(true, true);
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        finish(false, true);
      }
    },
  };
  if (props.multiline) {
    return <textarea rows={1} {...shared} onChange={(event) => setText(event.target.value)} />;
  }
  return <input type="text" {...shared} onChange={(event) => setText(event.target.value)} />;
}
