import { type ReactNode, useId } from 'react';
import styles from './settings-view.module.css';

/** A titled group of rows; `GroupLink` leads to it by the same id. */
export function Group(props: { readonly id: string; readonly name: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section id={`settings-${props.id}`} aria-labelledby={heading} className={styles.group}>
      <h2 id={heading}>{props.name}</h2>
      <div className={styles.rows}>{props.children}</div>
    </section>
  );
}

export function GroupLink(props: { readonly to: string; readonly icon: ReactNode; readonly name: string }) {
  return (
    // No link: the address after # belongs to the routes, so the place is scrolled to by hand.
    <button
      type="button"
      onClick={() => document.getElementById(`settings-${props.to}`)?.scrollIntoView({ block: 'start' })}
    >
      {props.icon}
      {props.name}
    </button>
  );
}

export function Row(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.label}>{props.label}</div>
        {props.hint && <div className={styles.hint}>{props.hint}</div>}
      </div>
      <div>{props.children}</div>
    </div>
  );
}
