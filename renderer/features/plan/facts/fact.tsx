import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** One line of a panel: what it is, and its value. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles.fact}>
      <span className={styles.name} title={props.name}>
        {props.name}
      </span>
      <span className={styles.rest}>{props.children}</span>
    </li>
  );
}
