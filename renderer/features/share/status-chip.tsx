import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { cx } from '../../ui/cx.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './status-chip.module.css';
import { chipWords } from './sync-words.ts';
import { type SyncFacts, useSyncFacts } from './use-sync-facts.ts';

/** What is true about the others, always in sight: a shape and words. A press opens the Connection panel. */
export function StatusChip(props: { readonly isOpen: boolean; readonly onPress: () => void }) {
  const facts = useSyncFacts();
  useAnnounced(facts);
  const { shape, main, rest } = chipWords(facts.status, facts);
  return (
    <Button
      aria-label={[main, rest].filter(Boolean).join(' · ')}
      aria-expanded={props.isOpen}
      aria-haspopup="dialog"
      data-connection-chip
      className={cx(styles.chip, styles[shape], facts.shared && styles.shared)}
      onPress={props.onPress}
    >
      <span className={styles.dot} aria-hidden />
      <span className={styles.main}>{main}</span>
      {rest && <span className={styles.rest}>· {rest}</span>}
    </Button>
  );
}

/** A state that lasts is spoken; a connection that flaps does not stammer. */
const SETTLED = 2_500;

/** Speaks when the others are lost, found again or cannot be reached; all else is read on request. */
function useAnnounced({ status, shared }: SyncFacts): void {
  const { state, peers } = status;
  const said = useRef<string>(state);
  useEffect(() => {
    if (!shared || state === said.current) return;
    const words =
      state === 'offline'
        ? 'You are offline. Everything is saved here.'
        : state === 'degraded'
          ? 'The connection needs a look.'
          : state === 'live'
            ? `Live with ${peers}.`
            : '';
    if (!words) return;
    const timer = setTimeout(() => {
      said.current = state;
      announce(words);
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [shared, state, peers]);
}
