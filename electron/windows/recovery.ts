// What happens when a window's page dies or stops answering: it is loaded again at the same place. A page that keeps
// dying is not loaded for ever; the user is asked. What was typed is in the page's storage, not here.

import type { RenderProcessGoneDetails, WebContents } from 'electron';

const MAX_DEATHS = 3;
const WITHIN_MS = 60_000;

export interface RecoveryEffects {
  log(event: string, details: Readonly<Record<string, string | number>>): void;
  now(): number;
  /** The page died; whatever it said before counts no more. */
  onGone(): void;
  /** True: try again. */
  askAfterDeaths(): Promise<boolean>;
  /** True: load it again instead of waiting. */
  askUnresponsive(): Promise<boolean>;
  giveUp(): void;
}

type Watched = Pick<WebContents, 'on' | 'reload'>;

export function recoverWindow(contents: Watched, effects: RecoveryEffects): void {
  let deaths: number[] = [];
  let asking = false;

  const onGone = async (details: Pick<RenderProcessGoneDetails, 'reason' | 'exitCode'>) => {
    if (details.reason === 'clean-exit') return;
    effects.log('page-gone', { reason: details.reason, exitCode: details.exitCode });
    effects.onGone();
    const now = effects.now();
    deaths = [...deaths.filter((time) => now - time < WITHIN_MS), now];
    if (deaths.length < MAX_DEATHS) return contents.reload();
    deaths = [];
    if (await effects.askAfterDeaths()) contents.reload();
    else effects.giveUp();
  };
  const onUnresponsive = async () => {
    if (asking) return;
    asking = true;
    effects.log('page-unresponsive', {});
    if (await effects.askUnresponsive()) {
      effects.onGone();
      contents.reload();
    }
    asking = false;
  };

  contents.on('render-process-gone', (_event, details) => void onGone(details));
  contents.on('unresponsive', () => void onUnresponsive());
}
