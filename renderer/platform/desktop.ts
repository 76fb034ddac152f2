// The host in the desktop app. The only reader of `window.desktop`; turns its answers into values and HostErrors.

import type { Result } from '../../shared/base/result.ts';
import type { OpenedFile } from '../../shared/ipc/contract.ts';
import type { DesktopApi } from '../../shared/ipc/desktop-api.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import { type Host, HostError } from './host.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopApi;
  }
}

export function findDesktop(): DesktopApi | null {
  return window.desktop ?? null;
}

export function createDesktopHost(desktop: DesktopApi): Host {
  const stores = new Set<() => Promise<boolean>>();
  desktop.onClosing(() => void finishClosing(desktop, stores));
  return {
    kind: 'desktop',
    openFile: async () => unwrap(await desktop.openFile()),
    saveFile: async (file) => unwrap(await desktop.saveFile(file)),
    exportPdf: async (job) => unwrap(await desktop.exportPdf(job)),
    openExternal: (url) => void desktop.openLink(url),
    onCommand: (listener) => desktop.onMenuChosen(listener),
    onFileArrived: (listener, onProblem) => {
      const takeAll = () => void takeFiles(desktop, listener, onProblem);
      const off = desktop.onFileArrived(takeAll);
      takeAll();
      return off;
    },
    setUnsaved: (unsaved) => void desktop.setUnsaved(unsaved),
    onClosing: (store) => {
      stores.add(store);
      return () => stores.delete(store);
    },
    keepAwake: (awake) => void desktop.keepAwake(awake),
    onResumed: (listener) => {
      const off = desktop.onResumed(listener);
      window.addEventListener('online', listener);
      return () => {
        off();
        window.removeEventListener('online', listener);
      };
    },
    allowRelays: async (relays) => void unwrap(await desktop.allowRelays(relays)),
    lan: {
      start: async () => unwrap(await desktop.startLan()),
      stop: async () => unwrap(await desktop.stopLan()),
      state: async () => unwrap(await desktop.lanState()),
    },
  };
}

/** Takes every waiting file; one that cannot be read does not hold up the next. */
async function takeFiles(
  desktop: DesktopApi,
  onFile: (file: OpenedFile) => void,
  onProblem: (error: HostError) => void,
): Promise<void> {
  for (;;) {
    const answer = await desktop.takeFile();
    if (!answer.ok) {
      onProblem(new HostError(answer.error));
      if (answer.error.code === 'refused') return;
    } else if (answer.value) {
      onFile(answer.value);
    } else {
      return;
    }
  }
}

/** One answer for the window, when every open meeting has given its own. */
async function finishClosing(
  desktop: DesktopApi,
  stores: ReadonlySet<() => Promise<boolean>>,
): Promise<void> {
  const results = await Promise.allSettled([...stores].map((store) => store()));
  await desktop.finishClosing(results.every((result) => result.status === 'fulfilled' && result.value));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

function unwrap<T>(answer: Result<T, IpcError>): T {
  if (answer.ok) return answer.value;
  throw new HostError(answer.error);
}
