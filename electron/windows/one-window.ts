// Keeps the one main window: opens it, brings it back, closes it when nothing is lost by that, revives its page.

import type {
  App,
  BrowserWindow,
  Dialog,
  MessageBoxOptions,
  NativeTheme,
  Screen,
  WebContents,
} from 'electron';
import type { EventChannel, Events } from '../../shared/ipc/contract.ts';
import { tell } from '../ipc/tell.ts';
import type { LocalLog } from '../services/local-log.ts';
import type { SettingsFile } from '../services/settings-file.ts';
import { type CloseGuard, createCloseGuard } from './close-guard.ts';
import { openMainWindow, showWindow } from './main-window.ts';
import { recoverWindow } from './recovery.ts';
import { placeWindow, rememberWindow } from './window-state.ts';

export interface OneWindow {
  /** Opens the window, or brings the open one before the user. */
  show(): void;
  tell<C extends EventChannel>(channel: C, payload: Events[C]): void;
  guardOf(sender: WebContents): CloseGuard | null;
}

export interface OneWindowParts {
  readonly app: Pick<App, 'quit' | 'on'>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>;
  readonly theme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  readonly settings: SettingsFile;
  readonly log: LocalLog;
  readonly preload: string;
}

/** How long a page may take to store what it has before the user is asked. */
const ANSWER_TIME_MS = 5_000;

const UNSAVED: MessageBoxOptions = {
  type: 'warning',
  message: 'Not everything is saved.',
  detail: 'If you close Quorum now, the last changes are lost.',
  buttons: ['Keep Quorum open', 'Close and lose them'],
  defaultId: 0,
  cancelId: 0,
};
const DIED: MessageBoxOptions = {
  type: 'error',
  message: 'Quorum stopped several times in a row.',
  detail: 'Everything that was saved is safe on this computer.',
  buttons: ['Try again', 'Quit'],
  defaultId: 0,
  cancelId: 1,
};
const UNRESPONSIVE: MessageBoxOptions = {
  type: 'warning',
  message: 'Quorum is not answering.',
  detail: 'You can wait, or start the page again. Everything that was saved is kept.',
  buttons: ['Wait', 'Start the page again'],
  defaultId: 0,
  cancelId: 0,
};

export function keepOneWindow(parts: OneWindowParts): OneWindow {
  let current: { readonly window: BrowserWindow; readonly guard: CloseGuard } | null = null;
  let quitting = false;
  parts.app.on('before-quit', () => {
    quitting = true;
  });

  const open = () => {
    const { settings, screen } = parts;
    const window = openMainWindow({
      preload: parts.preload,
      bounds: placeWindow(settings.current, screen.getAllDisplays(), screen.getPrimaryDisplay()),
      darkGround: parts.theme.shouldUseDarkColors,
      onClosing: (bounds) => {
        const display = screen.getDisplayMatching(bounds);
        void settings.change(rememberWindow(settings.current, display, bounds));
      },
      mayClose: () => guard.mayClose(),
    });
    const ask = async (options: MessageBoxOptions) =>
      (await parts.dialog.showMessageBox(window, options)).response;
    const guard = createCloseGuard({
      askPage: () => tell(window.webContents, 'window:closing', null),
      askUser: async () => (await ask(UNSAVED)) === 1,
      close: () => (quitting ? parts.app.quit() : window.close()),
      stay: () => {
        quitting = false;
      },
      later: (f) => {
        const timer = setTimeout(f, ANSWER_TIME_MS);
        return () => clearTimeout(timer);
      },
    });
    recoverWindow(window.webContents, {
      log: parts.log.write,
      now: Date.now,
      onGone: guard.forget,
      askAfterDeaths: async () => (await ask(DIED)) === 0,
      askUnresponsive: async () => (await ask(UNRESPONSIVE)) === 1,
      giveUp: () => parts.app.quit(),
    });
    window.on('closed', () => {
      current = null;
    });
    current = { window, guard };
  };

  return {
    show: () => {
      if (current) showWindow(current.window);
      else open();
    },
    tell: (channel, payload) => {
      if (current) tell(current.window.webContents, channel, payload);
    },
    guardOf: (sender) => (current?.window.webContents === sender ? current.guard : null),
  };
}
