import { useEffect, useState } from 'react';
import { useSaveState } from '../../session/meeting-context.tsx';
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

const QUIET_FOR = 400;

/** Saving is named only when it lasts; what is not saved is an alert of the app's, here it is only said. */
function SavedFoot() {
  const { state } = useSaveState();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (state !== 'saving') return;
    const timer = setTimeout(() => setSlow(true), QUIET_FOR);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [state]);
  const words = state === 'failed' ? 'Not saved' : slow ? 'Saving...' : 'Saved on this computer';
  return (
    <div className={styles.foot} data-saving={state}>
      <span className={cx(styles.saved, state === 'failed' && styles.failed, slow && styles.saving)}>
        {words}
      </span>
      <Kbd keys="Ctrl K" />
    </div>
  );
}
