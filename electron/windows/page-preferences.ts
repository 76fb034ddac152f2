import type { WebPreferences } from 'electron';

/** For every window: the page is a web page and no more. Defaults are written out, so that a change of them is seen. */
export const PAGE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  experimentalFeatures: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  plugins: false,
  disableDialogs: true,
} as const satisfies WebPreferences;
