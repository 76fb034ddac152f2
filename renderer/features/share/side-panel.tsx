// A dialog beside the work, not over it: nothing behind it is shut off, one can go on writing while it is open. It keeps
// clear of the clock.

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../../ui/button.tsx';
import styles from './side-panel.module.css';
import { useBesideClock } from './use-beside-clock.ts';

export function SidePanel(props: {
  readonly title: string;
  readonly onClose: () => void;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, onClose } = props;
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const place = useBesideClock();
  useKeptFocus(panel);
  return (
    <section
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.panel}
      style={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {props.aside}
        <IconButton label="Close" icon={<X size={16} />} hideTooltip onPress={onClose} />
      </div>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}

/** Takes the focus when it opens, and gives it back to where it was, unless it went elsewhere meanwhile. */
function useKeptFocus(panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const shown = panel.current;
    shown?.focus({ preventScroll: true });
    return () => {
      const left = document.activeElement;
      const isFree = left === null || left === document.body || shown?.contains(left);
      if (isFree && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [panel]);
}
