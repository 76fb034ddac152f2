import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'over' | 'decision';

/** A state in a word or two; the word carries it, the colour only helps. */
export function Chip(props: {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { tone = 'neutral' } = props;
  return (
    <span className={cx(styles.chip, tone !== 'neutral' && styles[tone], props.className)}>
      {props.icon}
      {props.children}
    </span>
  );
}
