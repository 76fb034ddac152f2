// Prints a page of HTML through the browser's own print dialog, from a hidden frame in which no script runs. The frame
// inherits the app's content policy, so the styles of the page get the app's nonce.

import { HostError } from './host.ts';

export async function printInFrame(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Not `display: none`: a frame without a box has no pages to print.
  Object.assign(frame.style, {
    position: 'fixed',
    width: '0',
    height: '0',
    border: '0',
    visibility: 'hidden',
  });
  try {
    await load(frame, withStyleNonce(html, pageNonce()));
    const page = frame.contentWindow;
    if (!page) throw new HostError({ code: 'pdf-failed', message: 'The page to print could not be opened.' });
    await page.document.fonts.ready;
    await print(page);
  } finally {
    frame.remove();
  }
}

function load(frame: HTMLIFrameElement, html: string): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

/** Resolves when the dialog is closed. Some browsers say so only by returning from `print`, some only by the event. */
function print(page: Window): Promise<void> {
  return new Promise((resolve) => {
    page.addEventListener('afterprint', () => resolve(), { once: true });
    page.focus();
    page.print();
  });
}

function pageNonce(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || null;
}

/** Parsed in a document that runs and loads nothing. */
export function withStyleNonce(html: string, nonce: string | null): string {
  if (nonce === null) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const style of page.querySelectorAll('style')) style.setAttribute('nonce', nonce);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
