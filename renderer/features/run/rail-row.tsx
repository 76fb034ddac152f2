// One line of the agenda rail. What it shows is worked out as plain text first, so that a tick of the clock renders
// nothing but the live line's time.

import { Check, Pin } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Day } from '../../../shared/domain/meeting.ts';
import { heldOn, type ProjectedItem } from '../../../shared/domain/project-day.ts';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import { usePeopleAt } from '../../session/people/use-people.ts';
import { cx } from '../../ui/cx.ts';
import { PeerDots } from '../../ui/peer-dots.tsx';
import { clockTone, numerals, timerName } from './clock-words.ts';
import styles from './rail.module.css';
import { type RailLine, railLine } from './rail-line.ts';
import { useRun } from './run-context.tsx';
import { useClock } from './use-clock.ts';
import { useNames } from './use-names.ts';

export function RailRow(props: {
  readonly item: AgendaItem;
  readonly day: Day;
  readonly isSlot: boolean;
  readonly projected: ProjectedItem | undefined;
}) {
  const { item, day, projected } = props;
  const { id } = useOpenMeeting();
  const { state, plans, zone, shown } = useRun();
  const names = useNames();
  const slot = plans.get(day.id)?.slots.get(item.id);
  const date = heldOn(day, state, zone);
  const line = railLine({ item, date, slot, state, zone, projected, presenters: names(item.presenters) });
  return (
    <li>
      <Row
        {...line}
        id={item.id}
        href={`/m/${id}/run/${item.id}`}
        isSlot={props.isSlot}
        isShown={shown?.item.id === item.id}
      />
    </li>
  );
}

interface RowProps extends RailLine {
  readonly id: ItemId;
  readonly href: string;
  readonly isSlot: boolean;
  readonly isShown: boolean;
}

const Row = memo(function Row(props: RowProps) {
  return props.state === 'live' ? (
    <LiveRow {...props} />
  ) : (
    <PlainRow {...props} right={<RowEnd {...props} />} />
  );
});

function LiveRow(props: RowProps) {
  const clock = useClock();
  const tone = clockTone(clock);
  const left = (
    <span className={cx(styles.left, styles[tone])}>
      <span aria-hidden>{numerals(clock, 'remaining')}</span>
      <span className="visually-hidden">live, {timerName(clock)}</span>
    </span>
  );
  return <PlainRow {...props} right={left} tone={tone === 'over' ? 'over' : null} />;
}

function PlainRow(props: RowProps & { readonly right: React.ReactNode; readonly tone?: 'over' | null }) {
  const { state } = props;
  return (
    <Link
      href={props.href}
      className={cx(
        styles.row,
        styles[state],
        props.isBreak && styles.break,
        props.isSlot && styles.slot,
        props.isShown && styles.shown,
        props.tone === 'over' && styles.liveOver,
      )}
      {...(props.isShown && { 'aria-current': 'true' as const })}
    >
      <span className={styles.time}>{props.timeIsOld ? <s>{props.time}</s> : props.time}</span>
      <span className={styles.title}>
        {state === 'cancelled' ? <s>{props.title}</s> : props.title}
        <PeopleThere item={props.id} />
      </span>
      <span className={styles.end}>{props.right}</span>
      {(props.about || props.second) && (
        <span className={styles.second}>
          {props.about && <span className={styles[props.aboutTone]}>{props.about}</span>}
          {props.about && props.second && ' · '}
          {props.second}
        </span>
      )}
    </Link>
  );
}

function PeopleThere({ item }: { readonly item: ItemId }) {
  return <PeerDots people={usePeopleAt(item, 'run')} />;
}

function RowEnd(props: RowProps) {
  if (props.state === 'done') {
    return (
      <span className={cx(styles.delta, styles[props.deltaTone])}>
        <Check size={14} aria-label="Done" />
        <span aria-hidden>{props.delta}</span>
        <span className="visually-hidden">{props.deltaSpoken}</span>
      </span>
    );
  }
  if (props.isPinned) return <Pin size={14} aria-label="Pinned start" />;
  return props.length;
}
