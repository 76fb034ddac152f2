import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as RacPopover, type PopoverProps as RacPopoverProps } from 'react-aria-components/Popover';
import styles from './popover.module.css';

export interface PopoverProps {
  /** Name of what opens, for those who do not see it. */
  readonly label: string;
  /** A Button, IconButton or other pressable of react-aria. */
  readonly trigger: ReactElement;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: RacPopoverProps['placement'];
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

export function Popover(props: PopoverProps) {
  const { children } = props;
  return (
    <DialogTrigger
      {...(props.isOpen !== undefined && { isOpen: props.isOpen })}
      {...(props.onOpenChange && { onOpenChange: props.onOpenChange })}
    >
      {props.trigger}
      <RacPopover placement={props.placement ?? 'bottom start'} offset={6} className={styles.popover ?? ''}>
        <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </RacPopover>
    </DialogTrigger>
  );
}
