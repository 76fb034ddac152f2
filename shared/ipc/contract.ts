// Everything that passes between a window and the main process, on one screen. Both ends are derived from it: the
// preload calls these channels, electron/ipc/handle.ts answers them, shared/ipc/payload-checks.ts guards them.
// Knows nothing of meetings: files are bytes with a name, a PDF is a page of HTML.

import type { Result } from '../base/result.ts';
import type { IpcError } from './errors.ts';
import type { MenuCommand } from './menu-command.ts';

/** A window asks, the main process answers. `null` stands for nothing. */
export interface Requests {
  /** Shows the open dialog; `null` when the user cancels. */
  'file:open': { payload: null; answer: OpenedFile | null };
  /** Gives the next file that the system handed over (double click, second start); `null` when there is none. */
  'file:take': { payload: null; answer: OpenedFile | null };
  'file:save': { payload: FileToSave; answer: SaveOutcome };
  'pdf:export': { payload: PdfJob; answer: SaveOutcome };
  /** Opens an http, https, mailto or tel address outside the app. */
  'link:open': { payload: string; answer: null };
  /** True while something written here is not yet stored: closing then asks the window first. */
  'window:set-unsaved': { payload: boolean; answer: null };
  /** The answer to `window:closing`: true when everything is stored now. */
  'window:finish-closing': { payload: boolean; answer: null };
  /** True while a meeting runs: timers are not throttled and the screen stays on. */
  'window:keep-awake': { payload: boolean; answer: null };
  /** WebSocket addresses of relays that the page was invited to: it reaches no others. */
  'relay:allow': { payload: readonly string[]; answer: null };
  /** Starts the relay on this computer's network, so that others on it can join without any server. */
  'lan:start': { payload: null; answer: LanState };
  'lan:stop': { payload: null; answer: LanState };
  'lan:state': { payload: null; answer: LanState };
}

/** The main process tells a window. */
export interface Events {
  'menu:chosen': MenuCommand;
  /** At least one file waits for `file:take`. */
  'file:arrived': null;
  /** The user closes the window while something is unsaved; the window stores it and calls `window:finish-closing`. */
  'window:closing': null;
  /** The computer woke up: connections and clocks need a look. */
  'system:resumed': null;
}

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileToSave {
  /** The proposed file name, with its extension. */
  readonly name: string;
  /** Media type, `text/markdown`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface PdfJob {
  /** One self-contained page. */
  readonly html: string;
  readonly name: string;
  readonly paper: 'A4' | 'Letter';
}

/** Where this computer's own relay is reached. */
export interface LanAddress {
  /** `http://192.168.1.20:4718/`: the app itself, for a guest's browser. */
  readonly page: string;
  /** `ws://192.168.1.20:4718/signal`, for an invite. */
  readonly relay: string;
}

export interface LanState {
  readonly running: boolean;
  /** The one that others most likely reach comes first; none while this computer is on no network. */
  readonly addresses: readonly LanAddress[];
}

export type SaveOutcome = 'saved' | 'cancelled';

export type RequestChannel = keyof Requests;
export type EventChannel = keyof Events;
export type Payload<C extends RequestChannel> = Requests[C]['payload'];
export type Answer<C extends RequestChannel> = Result<Requests[C]['answer'], IpcError>;
