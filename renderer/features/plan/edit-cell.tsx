// A cell of a table that becomes a field where it stands: Enter, F2 or a click edits; Enter commits and stays, Tab
// commits and goes on, Escape takes back. A text that cannot be read keeps the field open and says why.

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './edit-cell.module.css';

export interface EditCellProps {
  /** Name of the column, for moving up and down between the same cells of rows. */
  readonly cell: string;
  /** What is edited: "Start of Recovery rehearsals". */
  readonly label: string;
  /** The cell as read aloud at rest. */
  readonly spoken: string;
  /** What stands in the field when it opens. */
  readonly value: string;
  readonly children: ReactNode;
  /** Returns what is wrong with the text, or `null` when it was taken. */
  readonly onCommit: (text: string) => string | null;
  /** Backspace or Delete where there is nothing to delete. */
  readonly onClear?: (() => void) | undefined;
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly startEditing?: boolean | undefined;
  /** The field is closed again, whether or not it changed anything. */
  readonly onClosed?: (() => void) | undefined;
  readonly className?: string | undefined;
}

export function EditCell(props: EditCellProps) {
  const [editing, setEditing] = useState(props.startEditing === true && !props.readOnly);
  const button = useRef<HTMLButtonElement>(null);
  const takeFocus = useRef(false);
  useEffect(() => {
    if (editing || !takeFocus.current) return;
    takeFocus.current = false;
    button.current?.focus();
  }, [editing]);

  if (editing) {
    const close = (byKey: boolean) => {
      takeFocus.current = byKey;
      setEditing(false);
      props.onClosed?.();
    };
    return <Field {...props} onClose={close} />;
  }
  if (props.readOnly) {
    return (
      <span className={cx(styles.cell, styles.still, props.className)}>
        <Shown spoken={props.spoken}>{props.children}</Shown>
      </span>
    );
  }
  return (
    <button
      ref={button}
      type="button"
      data-cell={props.cell}
      className={cx(styles.cell, props.value === '' && styles.empty, props.className)}
      onClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key === 'F2') setEditing(true);
        if ((event.key === 'Backspace' || event.key === 'Delete') && props.onClear) {
          event.preventDefault();
          props.onClear();
        }
      }}
    >
      <Shown spoken={props.spoken}>{props.children}</Shown>
    </button>
  );
}

/** What the eye sees beside what is read aloud, where "09:30–10:30" would be read as digits and a dash. */
function Shown(props: { readonly spoken: string; readonly children: ReactNode }) {
  if (props.children === props.spoken) return props.spoken;
  return (
    <>
      <span aria-hidden>{props.children}</span>
      <span className="visually-hidden">{props.spoken}</span>
    </>
  );
}

function Field(props: EditCellProps & { readonly onClose: (byKey: boolean) => void }) {
  const [text, setText] = useState(props.value);
  const [problem, setProblem] = useState<string | null>(null);
  const settled = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const settle = (byKey: boolean) => {
    settled.current = true;
    props.onClose(byKey);
  };
  const commit = (byKey: boolean) => {
    if (settled.current) return;
    const tidy = text.trim();
    const wrong = tidy === props.value ? null : props.onCommit(tidy);
    if (wrong === null) {
      settle(byKey);
    } else if (byKey) {
      setProblem(wrong);
    } else {
      announce(`${wrong} It was left as it was.`);
      settle(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(true);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      settle(true);
    } else if (event.key === 'Backspace' && text === '' && props.onClear) {
      event.preventDefault();
      props.onClear();
      settle(true);
    }
  };
  return (
    <span className={cx(styles.field, props.className)}>
      <input
        ref={input}
        type="text"
        data-cell={props.cell}
        className={styles.input}
        aria-label={props.label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onBlur={() => commit(false)}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
