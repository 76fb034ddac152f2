// The host in an ordinary browser: the desktop host's twin on web APIs.

import { createDisposer } from '../../shared/base/disposer.ts';
import { safeHref } from '../../shared/domain/safe-href.ts';
import { openThroughBrowser, saveThroughBrowser } from './browser-files.ts';
import { createFramePrinter } from './browser-print.ts';
import { createScreenLock } from './browser-screen-lock.ts';
import type { Host } from './host.ts';

export function createBrowserHost(): Host {
  let unsaved = false;
  const lock = createScreenLock();
  const printer = createFramePrinter();
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
  return {
    kind: 'browser',
    openFile: openThroughBrowser,
    saveFile: saveThroughBrowser,
    exportPdf: async (job) => {
      await printer.print(job.html);
      return 'printed';
    },
    openExternal: (url) => {
      const href = safeHref(url);
      if (href !== null) window.open(href, '_blank', 'noopener,noreferrer');
    },
    onCommand: () => () => {},
    onFileArrived: () => () => {},
    setUnsaved: (value) => {
      unsaved = value;
    },
    // A browser gives no time for it: storing begins, and the question of `beforeunload` holds the page meanwhile.
    onClosing: (store) =>
      listen(window, 'beforeunload', () => {
        if (unsaved) void store();
      }),
    keepAwake: (awake) => lock.hold(awake),
    onResumed: (listener) => {
      const offs = createDisposer();
      offs.add(listen(window, 'online', listener));
      offs.add(
        listen(document, 'visibilitychange', () => {
          if (document.visibilityState === 'visible') listener();
        }),
      );
      return offs.dispose;
    },
    // The content policy that the page came with lets it reach any relay.
    allowRelays: async () => {},
    lan: null,
  };
}

function listen(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
