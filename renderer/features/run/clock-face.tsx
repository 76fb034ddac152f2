// The one large thing of the screen: numerals, phase in a word, bar. Renders once a second and nothing around it does.

import { useEffect, useRef } from 'react';
import { type Clock, formatTimer, wrapUpAt } from '../../../shared/domain/run-state.ts';
import { MINUTE } from '../../../shared/domain/time.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './clock.module.css';
import { clockTone, countingWord, numerals, phaseWord, spokenPhase, timerName } from './clock-words.ts';
import { startWord, untilWord } from './moment-words.ts';
import { useRun } from './run-context.tsx';
import { type LiveClock, useClock } from './use-clock.ts';
import { useCounting } from './use-counting.ts';

export function ClockFace() {
  const clock = useClock();
  const [counting, setCounting] = useCounting();
  const chip = useChip(clock);
  useSpokenPhases(clock);
  const tone = clockTone(clock);
  const other = counting === 'remaining' ? 'elapsed' : 'remaining';
  return (
    <div className={cx(styles.face, styles[clock.phase])}>
      <div className={styles.faceHead}>
        <span>{countingWord(clock, counting)}</span>
        {chip && <Chip tone={tone}>{chip}</Chip>}
      </div>
      <div role="timer" aria-label={timerName(clock)}>
        <button
          type="button"
          className={styles.big}
          title={`Show ${other} time`}
          onClick={() => setCounting(other)}
        >
          {numerals(clock, counting)}
        </button>
      </div>
      <ClockBar clock={clock} />
      <div className={styles.faceFoot}>
        <span>{clock.phase === 'before' ? '' : `${formatTimer(clock.elapsed)} elapsed`}</span>
        <span>{clock.length === null ? '' : `of ${formatTimer(clock.length)}`}</span>
      </div>
    </div>
  );
}

/** For narrow windows: the clock in one line. */
export function ClockLine() {
  const clock = useClock();
  const chip = useChip(clock);
  const [counting] = useCounting();
  return (
    <>
      <div role="timer" aria-label={timerName(clock)} className={cx(styles.small, styles[clock.phase])}>
        <span aria-hidden>{numerals(clock, counting)}</span>
      </div>
      {chip && <Chip tone={clockTone(clock)}>{chip}</Chip>}
      <ClockBar clock={clock} />
    </>
  );
}

function ClockBar({ clock }: { readonly clock: Clock }) {
  const { length, elapsed, phase, remaining } = clock;
  const isOver = remaining !== null && remaining <= 0;
  const whole = isOver ? elapsed : (length ?? 1);
  const at = (time: number) => `${Math.min(100, (time / Math.max(1, whole)) * 100)}%`;
  const tone = clockTone(clock);
  return (
    <div
      aria-hidden
      className={cx(
        styles.bar,
        styles[`bar_${isOver ? 'over' : tone}`],
        phase === 'paused' && styles.barPaused,
      )}
    >
      {length !== null && phase !== 'before' && <i style={{ width: at(elapsed) }} />}
      {length !== null && !isOver && (
        <>
          {wrapUpAt(length) > MINUTE && <b style={{ left: at(length - wrapUpAt(length)) }} />}
          {length > MINUTE && <b style={{ left: at(length - MINUTE) }} />}
        </>
      )}
      {length !== null && isOver && <b className={styles.barEnd} style={{ left: at(length) }} />}
    </div>
  );
}

function useChip(clock: LiveClock): string | null {
  const run = useRun();
  if (clock.phase === 'before') return startWord(run);
  return phaseWord(clock, clock.paused, untilWord(run, clock));
}

/** Phases are said once, politely; seconds never are. */
function useSpokenPhases(clock: Clock): void {
  const { state } = useRun();
  const said = useRef('');
  const words = spokenPhase(clock);
  const key = `${state.startEvent} ${clock.phase}`;
  useEffect(() => {
    if (said.current === key) return;
    // What is on screen when the view opens is read with it; only what changes is said.
    const isNew = said.current !== '';
    said.current = key;
    if (isNew && words) announce(words);
  }, [key, words]);
}
