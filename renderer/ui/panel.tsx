import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './panel.module.css';

/** A quiet card with a named head. */
export function Panel(props: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly count?: number | string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Heading level of the title. */
  readonly level?: 2 | 3 | undefined;
}) {
  const id = useId();
  const Title = props.level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className={cx(styles.panel, props.className)}>
      <div className={styles.head}>
        {props.icon}
        <Title id={id}>{props.title}</Title>
        {props.count !== undefined && <span className={styles.count}>{props.count}</span>}
        {props.actions && <span className={styles.actions}>{props.actions}</span>}
      </div>
      {props.children}
    </section>
  );
}
