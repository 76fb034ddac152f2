// Windows of the stand-in: nothing is on a screen, but they open, close and ask as Electron's do.

import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { defaultSession, type FakeSession, session } from './session.ts';
import { FakeWebContents, preventable } from './web-contents.ts';

type Implemented = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isVisible'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'setBounds'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
>;

const windows: BrowserWindow[] = [];

/** Told of each window that is made or gone; the app's events come from it. */
export const windowEvents = new EventEmitter<{ created: [BrowserWindow]; allClosed: [] }>();

export class BrowserWindow extends EventEmitter implements Implemented {
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: FakeWebContents): BrowserWindow | null {
    return windows.find((each) => each.webContents === contents) ?? null;
  }

  readonly id: number;
  readonly webContents: FakeWebContents;
  /** What the window was made with, for tests to look at. */
  readonly options: Electron.BrowserWindowConstructorOptions;
  #visible: boolean;
  #minimized = false;
  #maximized = false;
  #destroyed = false;
  #bounds: Electron.Rectangle;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options;
    this.options = options;
    this.#bounds = { x, y, width, height };
    this.#visible = show;
    this.webContents = new FakeWebContents(sessionOf(webPreferences), webPreferences);
    this.id = this.webContents.id;
    windows.push(this);
    windowEvents.emit('created', this);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#visible = true;
  }

  hide(): void {
    this.#visible = false;
  }

  focus(): void {
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  minimize(): void {
    this.#minimized = true;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  restore(): void {
    this.#minimized = false;
  }

  maximize(): void {
    this.#maximized = true;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  close(): void {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    void this.webContents.destroy();
    this.emit('closed');
    if (windows.length === 0) windowEvents.emit('allClosed');
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
}

function sessionOf(preferences: Electron.WebPreferences): FakeSession {
  if (preferences.session) return preferences.session as unknown as FakeSession;
  return preferences.partition ? session.fromPartition(preferences.partition) : defaultSession;
}
