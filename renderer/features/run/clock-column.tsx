import { useSaveWords } from '../../session/use-save-words.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './clock.module.css';
import { ClockControls } from './clock-controls.tsx';
import { ClockFace } from './clock-face.tsx';
import { Pace } from './pace.tsx';
import { NextToSpeak, PeopleHere } from './people-here.tsx';

/** The right column: the clock, how the day is doing, who is expected, what is saved. */
export function ClockColumn(props: { readonly withClock: boolean }) {
  return (
    <aside aria-label="Clock and people" className={styles.side}>
      <div className={styles.sideBody}>
        {props.withClock && <ClockFace />}
        <ClockControls />
        <Pace />
        <PeopleHere />
        <NextToSpeak />
      </div>
      <SavedFoot />
    </aside>
  );
}

/** What is not saved is an alert of the app's; here it is only said. */
function SavedFoot() {
  const { state, words } = useSaveWords();
  return (
    <div className={styles.foot} data-saving={state}>
      <span
        className={cx(styles.saved, state === 'failed' && styles.failed, state === 'saving' && styles.saving)}
      >
        {words}
      </span>
      <Kbd keys="Ctrl K" />
    </div>
  );
}
