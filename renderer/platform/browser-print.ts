// Prints a page of HTML through the browser's own print dialog, from a hidden frame in which no script runs. The frame
// inherits the app's content policy: the styles of the page get the app's nonce, its font is the app's own file.

import { HostError } from './host.ts';

export interface FramePrinter {
  /** Resolves when the browser has taken the page; what the user does in its dialog is not to be known. */
  print(html: string): Promise<void>;
}

export function createFramePrinter(): FramePrinter {
  let last: HTMLIFrameElement | null = null;
  return {
    print: async (html) => {
      // The frame before stays until now: some browsers show their dialog after `print` has returned, and need it.
      last?.remove();
      const frame = hiddenFrame();
      last = frame;
      await load(frame, preparePage(html, pageNonce(), ownFontFaces(document.styleSheets)));
      const page = frame.contentWindow;
      if (!page)
        throw new HostError({ code: 'pdf-failed', message: 'The page to print could not be opened.' });
      await page.document.fonts.ready;
      page.addEventListener('afterprint', () => frame.remove(), { once: true });
      page.focus();
      page.print();
    },
  };
}

function hiddenFrame(): HTMLIFrameElement {
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
  return frame;
}

function load(frame: HTMLIFrameElement, html: string): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * The nonce for each style element of the page, and the fonts before its own rules. As text and not as a parsed document,
 * which would refuse, and report, the style elements before they have their nonce. In our pages `<` is never part of a text.
 */
export function preparePage(html: string, nonce: string, fontCss: string): string {
  let first = true;
  return html.replace(/<style(?=[\s>])([^>]*)>/g, (_, attributes: string) => {
    const css = first ? fontCss : '';
    first = false;
    return `<style nonce="${nonce}"${attributes}>${css}`;
  });
}

/** The app's fonts as rules with full addresses. Documents name the family plainly, the app its variable file. */
function ownFontFaces(sheets: Iterable<CSSStyleSheet>): string {
  return [...sheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })))
    .filter(({ rule }) => rule instanceof CSSFontFaceRule)
    .map(({ rule, base }) =>
      rule.cssText
        .replace(/url\("([^"]+)"\)/g, (_, file: string) => `url("${new URL(file, base).href}")`)
        .replace('Inter Variable', 'Inter'),
    )
    .join('\n');
}
