import type { PowerSaveBlocker, WebContents } from 'electron';

export type KeepAwake = (awake: boolean, contents: Pick<WebContents, 'setBackgroundThrottling'>) => void;

/** While a meeting runs its clock is not throttled in the background and the screen stays on; otherwise both rest. */
export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): KeepAwake {
  let running: number | null = null;
  return (awake, contents) => {
    contents.setBackgroundThrottling(!awake);
    if (awake && running === null) running = blocker.start('prevent-display-sleep');
    if (!awake && running !== null) {
      blocker.stop(running);
      running = null;
    }
  };
}
