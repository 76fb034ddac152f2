import styles from './facts.module.css';
import { JoinPanel } from './join-panel.tsx';
import { NextPanel } from './next-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { SlidesPanel } from './slides-panel.tsx';
import { WhenPanel } from './when-panel.tsx';

/** The quiet panels over the days, read at a glance, edited where they stand. */
export function Facts() {
  return (
    <div className={styles.facts}>
      <WhenPanel />
      <JoinPanel />
      <PeoplePanel />
      <SlidesPanel />
      <NextPanel />
    </div>
  );
}
