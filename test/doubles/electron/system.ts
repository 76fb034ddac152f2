// The parts of Electron that only reach into the operating system. Dialogs are cancelled and addresses go nowhere
// unless a test replaces the function, as it does with the real ones.

import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showErrorBox: () => {},
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>;

export const shell = {
  openExternal: async () => {},
} satisfies Pick<Electron.Shell, 'openExternal'>;

export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors'
>;

const display = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
} as Electron.Display;

export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
} satisfies Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>;

const blockers = new Set<number>();
let blockersMade = 0;

export const powerSaveBlocker = {
  start: () => {
    blockersMade += 1;
    blockers.add(blockersMade);
    return blockersMade;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
} satisfies Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>;

export const powerMonitor = new EventEmitter();
