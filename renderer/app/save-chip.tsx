import { useEffect, useState } from 'react';
import { useSaveState } from '../session/meeting-context.tsx';
import { cx } from '../ui/cx.ts';
import styles from './save-chip.module.css';

const QUIET_FOR = 400;

/** What is true about saving, in the words of the state table. A save under 400 ms is not worth a word. */
export function SaveChip() {
  const { state } = useSaveState();
  const slow = useLasting(state === 'saving', QUIET_FOR);
  if (state === 'failed') return <span className={cx(styles.chip, styles.failed)}>Not saved</span>;
  return (
    <span className={cx(styles.chip, slow ? styles.saving : styles.saved)}>
      {slow ? 'Saving...' : 'Saved on this computer'}
    </span>
  );
}

/** True once `active` has lasted `ms`. */
function useLasting(active: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLasted(true), ms);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [active, ms]);
  return lasted;
}
