// The one window with the app in it. Decides how it looks and what it may; what it shows is the page's business.

import { BrowserWindow, type Rectangle } from 'electron';
import { APP_URL } from '../security/app-origin.ts';
import type { WindowBounds } from '../services/settings-file.ts';
import { GROUND } from './ground.ts';
import { PAGE_PREFERENCES } from './page-preferences.ts';
import { SMALLEST } from './window-state.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly bounds: WindowBounds;
  readonly darkGround: boolean;
  /** The window closes now, and this is where it was. */
  onClosing(bounds: WindowBounds): void;
  /** False keeps the window open for now. */
  mayClose(window: BrowserWindow): boolean;
}

export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { x, y, width, height } = options.bounds;
  const window = new BrowserWindow({
    x,
    y,
    width,
    height,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Quorum',
    show: false,
    backgroundColor: options.darkGround ? GROUND.dark : GROUND.light,
    webPreferences: { ...PAGE_PREFERENCES, preload: options.preload, spellcheck: true },
  });
  if (options.bounds.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (options.mayClose(window)) options.onClosing(boundsOf(window));
    else event.preventDefault();
  });
  void window.loadURL(APP_URL);
  return window;
}

/** Brings the window before the user, from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function boundsOf(window: BrowserWindow): WindowBounds {
  const normal: Rectangle = window.getNormalBounds();
  return { ...normal, maximized: window.isMaximized() };
}
