// What `import ... from 'electron'` gives under the stand-in. A name that the app imports and that is not here fails at
// once, as a missing export.

import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { answerRemoteCalls } from './remote.ts';
import { defaultSession, session } from './session.ts';
import { dialog, nativeTheme, powerMonitor, powerSaveBlocker, screen, shell } from './system.ts';
import { utilityProcess } from './utility-process.ts';

const { protocol } = defaultSession;

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
};

answerRemoteCalls(electron);

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
};
