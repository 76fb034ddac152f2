import type { ReactNode, Ref } from 'react';
import { Button as RacButton, type ButtonProps as RacButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonProps extends Omit<RacButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'md', icon, ref, className, children, ...rest } = props;
  return (
    <RacButton
      {...rest}
      {...(ref && { ref })}
      className={cx(styles.button, styles[variant], styles[size], className)}
    >
      {icon}
      {children}
    </RacButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** The button's name; also its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown in the tooltip beside the name. */
  readonly shortcut?: string | undefined;
  readonly hideTooltip?: boolean | undefined;
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    ref,
    shortcut,
    hideTooltip,
    variant = 'quiet',
    size = 'md',
    className,
    ...rest
  } = props;
  const button = (
    <RacButton
      {...rest}
      {...(ref && { ref })}
      aria-label={label}
      className={cx(styles.button, styles[variant], styles[size], styles.iconOnly, className)}
    >
      {icon}
    </RacButton>
  );
  if (hideTooltip) return button;
  return (
    <Tooltip text={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}
