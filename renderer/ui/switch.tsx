import { Switch as RacSwitch } from 'react-aria-components/Switch';
import { cx } from './cx.ts';
import styles from './switch.module.css';

export function Switch(props: {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly description?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}) {
  return (
    <RacSwitch
      {...(props.hideLabel && { 'aria-label': props.label })}
      isSelected={props.checked}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className={cx(styles.switch, props.className)}
    >
      <span className={styles.track} />
      {!props.hideLabel && (
        <span className={styles.text}>
          {props.label}
          {props.description && <span className={styles.description}>{props.description}</span>}
        </span>
      )}
    </RacSwitch>
  );
}
