import { cx } from './cx.ts';
import styles from './meter.module.css';

/** A bar of `value` of `max`. The numbers stand beside it in words; `label` names it for those who do not see it. */
export function Meter(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly valueText?: string | undefined;
  readonly tone?: 'accent' | 'ok' | 'warn' | 'over' | undefined;
  readonly className?: string | undefined;
}) {
  const { value, max, tone = 'accent' } = props;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={props.valueText ?? `${value} of ${max}`}
      className={cx(styles.meter, props.className)}
    >
      <span
        className={cx(styles.fill, tone !== 'accent' && styles[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
