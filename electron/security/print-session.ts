import type { Session } from 'electron';
import { APP_SCHEME } from './app-origin.ts';
import { PRINT_POLICY } from './csp.ts';

/** Where the page to be printed is found, in its own session only. */
export const DOCUMENT_URL = `${APP_SCHEME}://print/document.html`;

type Sealed = {
  readonly protocol: Pick<Session['protocol'], 'handle'>;
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
} & Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>;

/** The session answers one address with the page and refuses everything else. */
export function sealPrintSession(own: Sealed, html: string): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== DOCUMENT_URL }));
  own.protocol.handle(APP_SCHEME, (request) =>
    request.url === DOCUMENT_URL
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PRINT_POLICY },
        })
      : new Response('', { status: 404 }),
  );
}
