// Everything that is true about the connection, in plain words, in one place: what is saved here, who has what, the
// clock, what happened, and what one can do. Diagnostics behind Details.

import { Check, Circle, Clock, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { usePeopleHere, useSync } from '../../session/meeting-context.tsx';
import { clockAt, nameList } from '../../session/people/people-words.ts';
import { useSeconds } from '../../session/people/use-people.ts';
import { useServices } from '../../session/services.tsx';
import { useSaveWords } from '../../session/use-save-words.ts';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ConnectionDetails } from './connection-details.tsx';
import styles from './connection-panel.module.css';
import { PeopleRows } from './people-rows.tsx';
import { SidePanel } from './side-panel.tsx';
import { asksForAct, changes, clockWords, HINTS, stateSentence } from './sync-words.ts';
import { useSyncFacts } from './use-sync-facts.ts';

export interface ConnectionPanelProps {
  readonly onClose: () => void;
  readonly onShare: () => void;
  readonly onShowMerge: (id: string) => void;
}

export function ConnectionPanel(props: ConnectionPanelProps) {
  const facts = useSyncFacts();
  const sync = useSync();
  const { status, shared, byChoice } = facts;
  const hint = status.hint && HINTS[status.hint];
  const needsAct = status.hint !== null && asksForAct(status.hint);
  return (
    <SidePanel title="Connection" onClose={props.onClose}>
      <p className={styles.sentence}>{stateSentence(status, facts)}</p>
      {hint && (
        <Strip boxed tone={needsAct ? 'warn' : 'neutral'} className={styles.hint}>
          <strong>{hint.title}</strong> {hint.text}
        </Strip>
      )}
      <ul className={styles.facts}>
        <SavedFact />
        {shared && <ConfirmedFact />}
        {shared && <ClockFact />}
      </ul>
      {shared ? (
        <>
          <div className={styles.acts}>
            <Switch
              label="Work offline"
              checked={byChoice}
              onChange={(offline) => void sync.setOffline(offline)}
              className={styles.offline}
            />
            <Button size="sm" icon={<RotateCw size={14} />} isDisabled={byChoice} onPress={sync.tryNow}>
              Try now
            </Button>
            <Button size="sm" onPress={props.onShare}>
              Share...
            </Button>
          </div>
          <PeopleList />
          <Merges onShowMerge={props.onShowMerge} />
          <Log />
          <ConnectionDetails />
        </>
      ) : (
        <Button variant="primary" onPress={props.onShare}>
          Share this meeting
        </Button>
      )}
    </SidePanel>
  );
}

function Fact(props: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {props.icon}
      <span>{props.children}</span>
    </li>
  );
}

function SavedFact() {
  const { state, words } = useSaveWords();
  return (
    <Fact
      icon={state === 'failed' ? <TriangleAlert className={styles.bad} /> : <Check className={styles.good} />}
    >
      {words}
    </Fact>
  );
}

function ConfirmedFact() {
  const { status, onTheWay } = useSyncFacts();
  const { ownZone } = useServices();
  const { unsent, lastConfirmedAt } = status;
  const last = lastConfirmedAt === null ? '' : `, last confirmed ${clockAt(lastConfirmedAt, ownZone)}`;
  if (unsent === 0 && onTheWay === 0 && lastConfirmedAt !== null) {
    return (
      <Fact icon={<Check className={styles.good} />}>Every change of yours is on another computer{last}</Fact>
    );
  }
  return (
    <Fact icon={<Circle className={styles.quiet} />}>
      {unsent > 0
        ? `${changes(unsent)} only here${last}`
        : `No change of yours is known to be elsewhere${last}`}
    </Fact>
  );
}

function ClockFact() {
  const { clock } = useSync();
  useSeconds(true);
  return (
    <Fact icon={<Clock className={styles.quiet} />}>
      {`Clock: ${lowerFirst(clockWords(clock.uncertaintyMs(), clock.offsetMs()))}`}
    </Fact>
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
}

function PeopleList() {
  const people = usePeopleHere();
  return (
    <section aria-labelledby="connection-people" className={styles.section}>
      <h3 id="connection-people">People</h3>
      <PeopleRows />
      {people.length === 0 && <p className={styles.note}>Others are listed here once they were here.</p>}
    </section>
  );
}

function Merges({ onShowMerge }: Pick<ConnectionPanelProps, 'onShowMerge'>) {
  const { ownZone } = useServices();
  const merges = useStore(useSync().merges, ({ merges }) => merges);
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="connection-merges" className={styles.section}>
      <h3 id="connection-merges">Merged</h3>
      <ul>
        {merges.toReversed().map((merge) => (
          <li key={merge.id} className={styles.line}>
            <time>{clockAt(merge.at, ownZone)}</time>
            <span>
              {changes(merge.changes.length)} from {nameList(merge.authors) || 'others'}
            </span>
            <Button size="sm" variant="quiet" onPress={() => onShowMerge(merge.id)}>
              Show
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LOGGED = 40;

function Log() {
  const { ownZone } = useServices();
  const lines = useStore(useSync().log, ({ lines }) => lines);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="connection-log" className={styles.section}>
      <h3 id="connection-log">What happened</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it */}
      <ul className={styles.log} tabIndex={0} aria-labelledby="connection-log">
        {lines
          .slice(-LOGGED)
          .toReversed()
          .map((line) => (
            <li key={`${line.at} ${line.text}`} className={styles.line}>
              <time>{clockAt(line.at, ownZone)}</time>
              <span>{line.text}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
