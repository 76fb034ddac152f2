import type * as Electron from 'electron';
import type { Page } from 'playwright-core';
import type { StagedApp } from './stage-app.ts';

export interface Command {
  readonly app: StagedApp;
  readonly args: readonly string[];
}

/** What the main process of a started app offers, whichever it is. */
export interface Started {
  readonly kind: 'electron' | 'stand-in';
  /** The page of the main window; waits until it shows the app. */
  page(): Promise<Page>;
  evaluate<R, A>(f: (electron: typeof Electron, argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Ends it, and everything it started, at once. */
  kill(): Promise<void>;
}
