import { useSyncExternalStore } from 'react';
import { useSaveWords } from '../session/use-save-words.ts';
import { cx } from '../ui/cx.ts';
import type { MeetingView } from './paths.ts';
import styles from './save-chip.module.css';

/** Wide enough for Run to show the same at the foot of its right column. */
const WIDE = '(min-width: 1001px)';

/** What is true about saving. In short for the eye: where it is saved stands in full for those who hear it. */
export function SaveChip({ view }: { readonly view: MeetingView }) {
  const { state, words } = useSaveWords();
  const isWide = useWide();
  if (view === 'run' && isWide) return null;
  const [short, ...rest] = words.split(' on ');
  return (
    <span className={cx(styles.chip, styles[state])} data-state={state} title={words}>
      <span>
        {short}
        {rest.length > 0 && <span className="visually-hidden"> on {rest.join(' on ')}</span>}
      </span>
    </span>
  );
}

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
