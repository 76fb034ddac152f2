import { Pause, Play, Square, StepForward } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './clock.module.css';
import { useRun } from './run-context.tsx';

const ICON = { size: 16, strokeWidth: 1.75 } as const;

/** The presses. The largest names what it will do. */
export function ClockControls() {
  const { state, live, next, readOnly, presses } = useRun();
  const place = useRef<HTMLDivElement>(null);
  const paused = state.phase === 'paused';
  return (
    <div ref={place} className={styles.controls}>
      <MainPress />
      {state.item !== null && (
        <>
          <Button
            isDisabled={readOnly}
            icon={paused ? <Play {...ICON} /> : <Pause {...ICON} />}
            onPress={presses.pauseOrResume}
          >
            {paused ? 'Resume' : 'Pause'}
          </Button>
          <Button isDisabled={readOnly || !live} aria-label="+1 min" onPress={() => presses.extend(1)}>
            +1
          </Button>
          <Button isDisabled={readOnly || !live} onPress={() => presses.extend(5)}>
            +5 min
          </Button>
          {next && (
            <Button
              isDisabled={readOnly}
              onPress={() => {
                presses.endDay();
                // The press goes with the day; the focus stays among the others.
                requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
              }}
            >
              End day
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** Start, Next or End day: whatever moves the meeting on from here. */
export function MainPress(props: { readonly short?: boolean }) {
  const { state, next, readOnly, presses } = useRun();
  const title = next?.item.title || (next?.item.kind === 'break' ? 'Break' : 'Untitled item');
  const isLive = state.item !== null;
  if (!isLive && !next) return null;
  const [icon, verb] = !isLive
    ? ([<Play key="start" {...ICON} />, 'Start'] as const)
    : next
      ? ([<StepForward key="next" {...ICON} />, 'Next'] as const)
      : ([<Square key="end" {...ICON} />, 'End day'] as const);
  const named = next ? `${verb}: ${title}` : verb;
  return (
    <Button
      variant="primary"
      size={props.short ? 'md' : 'lg'}
      isDisabled={readOnly}
      icon={icon}
      {...(props.short && { 'aria-label': named })}
      className={props.short ? undefined : styles.main}
      onPress={presses.next}
    >
      <span className={styles.mainName}>{props.short ? verb : named}</span>
      {!props.short && <Kbd keys="Ctrl ↵" inherit />}
    </Button>
  );
}
