// What the app asks of the program around it: the desktop shell (desktop.ts) or a browser (browser.ts). Knows files as
// bytes and pages as HTML, nothing of meetings.

import type { Dispose } from '../../shared/base/disposer.ts';
import type { FileToSave, LanState, OpenedFile, PdfJob, SaveOutcome } from '../../shared/ipc/contract.ts';
import type { ErrorCode, IpcError } from '../../shared/ipc/errors.ts';
import type { MenuCommand } from '../../shared/ipc/menu-command.ts';

export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** Lets the user choose a file; `null` when they do not. Rejects with a HostError. */
  openFile(): Promise<OpenedFile | null>;
  /** Rejects with a HostError: its message is written for the user. */
  saveFile(file: FileToSave): Promise<SaveOutcome>;
  /** `printed`: a browser showed its print dialog; what the user chose there is not to be known. */
  exportPdf(job: PdfJob): Promise<SaveOutcome | 'printed'>;
  /** Opens an http, https, mailto or tel address outside the app; any other is ignored. */
  openExternal(url: string): void;
  /** Commands of the desktop's application menu; a browser has none. */
  onCommand(listener: (command: MenuCommand) => void): Dispose;
  /** Files that the system handed over (double click, second start), also those from before this call. */
  onFileArrived(listener: (file: OpenedFile) => void, onProblem: (error: HostError) => void): Dispose;
  /** True while something is not yet stored: closing the window then waits for `onClosing`, or asks the user. */
  setUnsaved(unsaved: boolean): void;
  /** `store` is run when the window closes with something unsaved; true when all is stored. */
  onClosing(store: () => Promise<boolean>): Dispose;
  /** True while a meeting runs: the screen stays on and the clock is not slowed down in the background. */
  keepAwake(awake: boolean): void;
  /** The computer or the page woke up, or the network is back: connections and clocks need a look. */
  onResumed(listener: () => void): Dispose;
  /** Lets the page reach these relays, before the first connection to them. Rejects when one is no relay's address. */
  allowRelays(relays: readonly string[]): Promise<void>;
  /** The relay on this computer's own network; `null`: a browser cannot run one. */
  readonly lan: LanHost | null;
}

/** All reject with a HostError. */
export interface LanHost {
  /** Starts it, or says where it runs already. */
  start(): Promise<LanState>;
  stop(): Promise<LanState>;
  state(): Promise<LanState>;
}

/** Why the host could not do something, in words for the user. */
export class HostError extends Error {
  readonly code: ErrorCode;

  constructor({ code, message }: IpcError) {
    super(message);
    this.name = 'HostError';
    this.code = code;
  }
}
