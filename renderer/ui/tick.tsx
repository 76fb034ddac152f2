import { Check } from 'lucide-react';
import { Checkbox as RacCheckbox } from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';
import { cx } from './cx.ts';

/** The round tick: done, here and in the minutes. `label` says what becomes done. */
export function Tick(props: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: string;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}) {
  return (
    <RacCheckbox
      aria-label={props.label}
      isSelected={props.checked}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className={cx(styles.checkbox, styles.tick, props.className)}
    >
      {({ isSelected }) => (
        <span className={cx(styles.box, styles.round)}>
          {isSelected && <Check size={11} strokeWidth={3} />}
        </span>
      )}
    </RacCheckbox>
  );
}
