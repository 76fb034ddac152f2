import { Check, Minus } from 'lucide-react';
import { Checkbox as RacCheckbox } from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';
import { cx } from './cx.ts';

/** A square box: "selected", in tables and lists of choices. What is done has a round `Tick`. */
export function Checkbox(props: {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly checked: boolean;
  readonly indeterminate?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}) {
  return (
    <RacCheckbox
      {...(props.hideLabel && { 'aria-label': props.label })}
      isSelected={props.checked}
      isIndeterminate={props.indeterminate ?? false}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className={cx(styles.checkbox, props.className)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? (
              <Minus size={11} strokeWidth={3} />
            ) : (
              isSelected && <Check size={11} strokeWidth={3} />
            )}
          </span>
          {!props.hideLabel && props.label}
        </>
      )}
    </RacCheckbox>
  );
}
