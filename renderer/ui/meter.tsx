import { Meter as RacMeter } from 'react-aria-components/Meter';
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
  return (
    <RacMeter
      aria-label={props.label}
      value={value}
      maxValue={Math.max(max, 1)}
      valueLabel={props.valueText ?? `${value} of ${max}`}
      className={cx(styles.meter, props.className)}
    >
      {({ percentage }) => (
        <span
          className={cx(styles.fill, tone !== 'accent' && styles[tone])}
          style={{ width: `${percentage}%` }}
        />
      )}
    </RacMeter>
  );
}
