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
    onClosing: (store) =>
      desktop.onClosing(() => {
        store().then(
          (stored) => void desktop.finishClosing(stored),
          (error: unknown) => {
            void desktop.finishClosing(false);
            throw error;
          },
        );
      }),
    keepAwake: (awake) => void desktop.keepAwake(awake),
    onResumed: (listener) => desktop.onResumed(listener),
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

function unwrap<T>(answer: Result<T, IpcError>): T {
  if (answer.ok) return answer.value;
  throw new HostError(answer.error);
}
