import type { ReactElement } from 'react';
import { Tooltip as RacTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

/** A name shown on hover and focus. It only repeats what the control's own name says: never the one place of a fact. */
export function Tooltip(props: {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** A Button or IconButton of this folder, or anything focusable made with react-aria. */
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={700} closeDelay={80}>
      {props.children}
      <RacTooltip offset={6} className={styles.tooltip ?? ''}>
        {props.text}
        {props.shortcut && <Kbd keys={props.shortcut} />}
      </RacTooltip>
    </TooltipTrigger>
  );
}
