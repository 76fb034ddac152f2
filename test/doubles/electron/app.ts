// The application object: ready when Chromium runs, gone when it is closed, one of a kind per user data folder.

import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { BrowserWindow, windowEvents } from './browser-window.ts';
import { startChromium } from './chromium.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { state } from './state.ts';
import { preventable } from './web-contents.ts';

type Implemented = Pick<
  Electron.App,
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'enableSandbox'
  | 'getAppPath'
  | 'requestSingleInstanceLock'
>;

class FakeCommandLine implements Pick<Electron.CommandLine, 'appendSwitch' | 'getSwitchValue' | 'hasSwitch'> {
  readonly #switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }

  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }

  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  forChromium(): string[] {
    return [...this.#switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }
}

class FakeApp extends EventEmitter implements Implemented {
  readonly isPackaged = false;
  readonly commandLine = new FakeCommandLine();
  /** For tests: whether the app asked that every page is sandboxed. */
  sandboxEnabled = false;
  readonly #userData = userDataFolder();
  #ready: Promise<void> | null = null;
  #quitting = false;

  constructor() {
    super();
    windowEvents.on('created', (window) => {
      this.emit('web-contents-created', {}, window.webContents);
      this.emit('browser-window-created', {}, window);
    });
    windowEvents.on('allClosed', () => {
      if (this.#quitting) void this.#end();
      else if (!this.emit('window-all-closed')) this.quit();
    });
  }

  isReady(): boolean {
    return state.isReady;
  }

  whenReady(): Promise<void> {
    this.#ready ??= startChromium(this.#userData, this.commandLine.forChromium()).then((chromium) => {
      state.chromium = chromium;
      state.isReady = true;
      process.send?.({ ready: chromium.endpoint });
      this.emit('ready');
    });
    return this.#ready;
  }

  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      window.close();
      if (!window.isDestroyed()) {
        this.#quitting = false;
        return;
      }
    }
    void this.#end();
  }

  exit(code = 0): void {
    process.exit(code);
  }

  getPath(name: string): string {
    if (name === 'userData') return this.#userData;
    return join(homedir(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  }

  /** The folder of package.json: main is dist/electron/main.js in it. */
  getAppPath(): string {
    return join(process.argv[1] ?? '', '..', '..', '..');
  }

  enableSandbox(): void {
    if (state.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxEnabled = true;
  }

  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(this.#userData, (argv, folder) => this.emit('second-instance', {}, argv, folder));
  }

  #ending: Promise<void> | null = null;

  #end(): Promise<void> {
    this.#ending ??= (async () => {
      this.emit('will-quit', preventable({}));
      await state.chromium?.close();
      process.exit(0);
    })();
    return this.#ending;
  }
}

/** Electron takes the same switch. */
function userDataFolder(): string {
  const given = process.argv.find((argument) => argument.startsWith('--user-data-dir='));
  const folder = given?.slice('--user-data-dir='.length) ?? mkdtempSync(join(tmpdir(), 'quorum-user-data-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}

export const app = new FakeApp();
