// A meeting that runs now: what is on, how long it has, how far behind, and the day as a line. Reads only the summary
// that the storage keeps; the meeting itself is not opened for it.

import { ArrowRight } from 'lucide-react';
import { formatDuration } from '../../../shared/domain/estimate.ts';
import { type ClockPhase, clockAt, elapsedAt, formatTimer } from '../../../shared/domain/run-state.ts';
import { type Duration, type Instant, MINUTE, minutes } from '../../../shared/domain/time.ts';
import { daysBetween, instantOf } from '../../../shared/domain/zones.ts';
import { useServices } from '../../session/services.tsx';
import { cx } from '../../ui/cx.ts';
import { behindPlan } from './arrange-meetings.ts';
import styles from './live-card.module.css';
import type { LiveItem, MeetingSummary } from './meeting-summary.ts';
import { useClock } from './use-clock.ts';

const ON_TIME_WITHIN = MINUTE;
const ANOTHER_DAY = 12 * 60 * MINUTE;

export function LiveCard(props: {
  readonly meeting: MeetingSummary;
  readonly live: LiveItem;
  readonly href: string;
}) {
  const { meeting, live } = props;
  const { ownZone } = useServices();
  const now = useClock(1000);
  const clock = clockAt(live.run, live.planned, live.kind, now);
  const day = meeting.firstDay ? daysBetween(meeting.firstDay, live.date) + 1 : 1;
  const planned = live.plannedStart;
  const behind =
    planned === null || live.run.startedAt === null
      ? null
      : behindPlan(
          instantOf(live.date, planned, meeting.timeZone ?? ownZone),
          live.run.startedAt,
          clock.elapsed,
          live.planned,
          now,
        );
  return (
    <section className={cx(styles.card, clock.phase === 'over' && styles.over)} aria-label="Live now">
      <div>
        <div className={styles.live}>
          <span className={styles.pulse} aria-hidden />
          Live now{meeting.dayCount > 1 && ` · day ${day} of ${meeting.dayCount}`}
        </div>
        <h2>{meeting.title || 'Untitled meeting'}</h2>
        <p className={styles.item}>{live.item}</p>
      </div>
      <div className={styles.clock}>
        <div className={styles.time} role="timer">
          {clock.phase === 'over' && '+'}
          {formatTimer(clock.remaining ?? clock.elapsed)}
        </div>
        <p className={styles.word}>
          {clockWord(clock.phase)}
          {behind !== null && <Behind by={behind} />}
        </p>
      </div>
      <DayLine live={live} now={now} />
      <div className={styles.foot}>
        <span>{meeting.peopleCount > 0 && `${meeting.peopleCount} people expected`}</span>
        <a href={props.href} className={styles.open}>
          Open <ArrowRight />
        </a>
      </div>
    </section>
  );
}

function clockWord(phase: ClockPhase): string {
  switch (phase) {
    case 'over':
      return 'over';
    case 'paused':
      return 'left, paused';
    case 'untimed':
    case 'before':
      return 'so far';
    default:
      return 'left';
  }
}

function Behind({ by }: { readonly by: number }) {
  // Started on another day than planned: the plan says nothing about now.
  if (Math.abs(by) > ANOTHER_DAY) return null;
  if (Math.abs(by) <= ON_TIME_WITHIN) return <> · on time</>;
  const length = formatDuration(minutes(Math.round(Math.abs(by) / MINUTE)));
  if (by < 0) return <> · {length} ahead</>;
  return (
    <>
      {' · '}
      <span className={styles.behind}>{length} behind</span>
    </>
  );
}

function DayLine({ live, now }: { readonly live: LiveItem; readonly now: Instant }) {
  return (
    <div className={styles.line} aria-hidden>
      {live.line.map((segment) => {
        const isLive = segment.item === live.itemId;
        const planned = segment.planned ?? 0;
        const spent = isLive ? elapsedAt(live.run, now) : (live.run.done.get(segment.item)?.spent ?? 0);
        const width = Math.max(planned, spent as Duration, MINUTE);
        const within = planned > 0 ? Math.min(spent, planned) : spent;
        return (
          <span
            key={segment.item}
            className={cx(
              styles.segment,
              segment.kind === 'break' && spent === 0 && styles.break,
              isLive && styles.now,
            )}
            style={{ flexGrow: width / MINUTE }}
          >
            <span className={styles.fill} style={{ width: `${(within / width) * 100}%` }} />
            <span className={styles.tail} style={{ width: `${((spent - within) / width) * 100}%` }} />
          </span>
        );
      })}
    </div>
  );
}
