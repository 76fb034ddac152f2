import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './strip.module.css';

export type StripTone = 'neutral' | 'accent' | 'ok' | 'warn' | 'over';

/** A line under the top bar (or `boxed`, inside a page) that says what is true and offers the ways out. */
export function Strip(props: {
  readonly tone?: StripTone | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly boxed?: boolean | undefined;
  /** `alert` only for what is not saved; everything else is `status` or silent. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly className?: string | undefined;
}) {
  const { tone = 'neutral' } = props;
  return (
    <div
      {...(props.role && { role: props.role })}
      className={cx(
        styles.strip,
        tone !== 'neutral' && styles[tone],
        props.boxed && styles.boxed,
        props.className,
      )}
    >
      {props.icon ?? <ToneIcon tone={tone} />}
      <div className={styles.text}>{props.children}</div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

function ToneIcon({ tone }: { readonly tone: StripTone }) {
  if (tone === 'ok') return <Check />;
  return tone === 'warn' || tone === 'over' ? <TriangleAlert /> : <Info />;
}
