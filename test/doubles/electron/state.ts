import type { Chromium } from './chromium.ts';

/** What the parts of the stand-in share: one process is one app. */
export const state: { isReady: boolean; chromium: Chromium | null } = { isReady: false, chromium: null };

export function runningChromium(): Chromium {
  if (!state.chromium) throw new Error('Cannot create a window before app is ready');
  return state.chromium;
}
