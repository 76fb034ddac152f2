import { useSaveWords } from '../session/use-save-words.ts';
import { cx } from '../ui/cx.ts';
import styles from './save-chip.module.css';

/** What is true about saving, always in sight. */
export function SaveChip() {
  const { state, words } = useSaveWords();
  return (
    <span className={cx(styles.chip, styles[state])} data-state={state}>
      {words}
    </span>
  );
}
